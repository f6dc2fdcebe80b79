/** What test runners and consoles ask objects for to find out what they are. */
const ASKED = new Set([
  'then',
  'toJSON',
  'toString',
  'valueOf',
  'constructor',
  'asymmetricMatch',
  'nodeType',
  'tagName',
  'hasAttribute',
  'inspect',
  'length',
  'prototype',
  'window',
])
const ODD = /^[$@_]/

/**
 * An object that nobody changes, whose members are found when they are asked for; `missing` answers for names that it has not. Names that only test
 * runners ask for are undefined.
 */
export function guarded(
  names: Iterable<string>,
  find: (name: string) => unknown,
  missing: (name: string) => unknown,
): Readonly<Record<string, unknown>> {
  const target: Record<string, unknown> = Object.create(null)
  for (const name of names) Object.defineProperty(target, name, { get: () => find(name), enumerable: true })
  return new Proxy(Object.freeze(target), {
    get: (all, name) => {
      if (typeof name !== 'string' || Object.hasOwn(all, name)) return Reflect.get(all, name)
      return ASKED.has(name) || ODD.test(name) ? undefined : missing(name)
    },
  })
}
