import { createRequire } from 'node:module'
import type { Faker } from '@faker-js/faker'
import type { FakerMethods } from '../../model/callables.ts'

/** Members of faker that are no modules of methods. */
const NO_MODULES = new Set(['fakerCore', 'definitions', 'rawDefinitions', 'locale', 'seed', 'setDefaultRefDate'])

/** Methods that take functions, evaluate texts, or speak of the past of faker: what to write instead. */
const REFUSED: ReadonlyMap<string, string> = new Map([
  ['helpers.fake', 'Write concat(faker.person.firstName(), …) for a text of several parts.'],
  ['helpers.mustache', 'Write concat(…) for a text of several parts.'],
  ['helpers.multiple', 'Write a list: [faker.lorem.word(), faker.lorem.word()].'],
  ['helpers.maybe', 'Write faker.helpers.arrayElement([…, null]).'],
  ['image.urlLoremFlickr', 'Write faker.image.url().'],
])

type Method = (...given: readonly unknown[]) => unknown

let loaded: FakerMethods | null = null

/**
 * The methods of faker's English locale. Its chance and its clock are set for each call, so that nothing is remembered from one to the next. Loading takes some
 * 50 ms and is done when an expression asks for it: evaluating cannot wait, hence not by `import`.
 */
export function loadFaker(): FakerMethods {
  loaded ??= readFaker()
  return loaded
}

function readFaker(): FakerMethods {
  const english = createRequire(import.meta.url)('@faker-js/faker/locale/en') as { readonly faker: Faker }
  const clock = { now: 0 }
  const source = { next: (): number => 0 }
  const Own = english.faker.constructor as typeof Faker
  const faker = new Own({
    locale: english.faker.rawDefinitions,
    randomizer: { next: () => source.next(), seed: () => undefined },
    config: { defaultRefDate: () => new Date(clock.now) },
  })
  const methods = modulesOf(faker)
  return {
    modules: new Map(
      [...methods].map(([name, own]) => [name, [...own.keys()].filter((method) => !REFUSED.has(`${name}.${method}`))]),
    ),
    refused: REFUSED,
    call: ({ module, method }, given, chance, now) => {
      clock.now = now
      source.next = chance
      if (method === 'fromRegExp') refuseHugePattern(given[0])
      return methods.get(module)?.get(method)?.(...given)
    },
  }
}

/** Module → its methods by name, bound; in the order of the alphabet. */
function modulesOf(faker: Faker): ReadonlyMap<string, ReadonlyMap<string, Method>> {
  const modules = Object.entries(faker as unknown as Readonly<Record<string, object>>)
    .filter(([name, value]) => !NO_MODULES.has(name) && !name.startsWith('_') && typeof value === 'object')
    .map(([name, module]) => [name, methodsOf(module)] as const)
    .filter(([, methods]) => methods.size > 0)
  return new Map(modules.sort(([a], [b]) => (a < b ? -1 : 1)))
}

function methodsOf(module: object): ReadonlyMap<string, Method> {
  const methods = new Map<string, Method>()
  for (let at: object | null = module; at !== null && at !== Object.prototype; at = Object.getPrototypeOf(at) as object)
    for (const name of Object.getOwnPropertyNames(at)) {
      const value = (module as Readonly<Record<string, unknown>>)[name]
      if (typeof value === 'function' && /^[a-z]\w*$/i.test(name) && name !== 'constructor')
        methods.set(name, value.bind(module) as Method)
    }
  return new Map([...methods].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Repeats and characters of a pattern: more is nobody's. */
const MOST_REPEATS = 1000
const LONGEST_PATTERN = 500

/** A pattern is turned into text piece by piece, at a cost that grows with its repeats. */
function refuseHugePattern(pattern: unknown): void {
  const text = String(pattern)
  if (text.length > LONGEST_PATTERN) throw new Error(`a pattern of more than ${LONGEST_PATTERN} characters`)
  for (const [times] of text.matchAll(/\d+/g))
    if (Number(times) > MOST_REPEATS) throw new Error(`a pattern that repeats more than ${MOST_REPEATS} times`)
}
