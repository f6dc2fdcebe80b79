import { formatPath } from './format-path.ts'

/** Something about the form of an input that no schema is asked about. */
export interface InputProblem {
  readonly path: readonly PropertyKey[]
  readonly expected: string
  readonly found: string
}

/** Deeper or larger input is not a configuration. */
const DEEPEST = 64
const LARGEST = 1_000_000

/**
 * Copies what a user handed in: plain objects get no prototype (so that a table may be called `constructor`), `undefined` is left out, getters run
 * once. Circles, depths over 64, more than a million values, symbols and `__proto__` are problems; their places are left out of the copy. Functions stay: the
 * schema says where one may stand.
 */
export function cleanInput(input: unknown): { readonly value: unknown; readonly problems: readonly InputProblem[] } {
  const problems: InputProblem[] = []
  const open = new Set<object>()
  let size = 0

  const copy = (value: unknown, path: readonly PropertyKey[]): unknown => {
    size++
    if (size === LARGEST) problems.push({ path: [], expected: `at most ${LARGEST} values`, found: 'more' })
    if (typeof value === 'symbol') return refuse(path, 'plain data', 'a symbol')
    if (typeof value !== 'object' || value === null || value instanceof Date || value instanceof Uint8Array)
      return value
    if (size >= LARGEST) return undefined
    if (open.has(value)) return refuse(path, 'plain data', 'an object that contains itself')
    if (path.length > DEEPEST) return refuse(path.slice(0, 8), `at most ${DEEPEST} levels`, 'more')
    open.add(value)
    const result = Array.isArray(value) ? value.map((item, at) => copy(item, [...path, at])) : copyObject(value, path)
    open.delete(value)
    return result
  }

  const copyObject = (value: object, path: readonly PropertyKey[]): unknown => {
    const result: Record<string, unknown> = Object.create(null)
    for (const key of Object.keys(value)) {
      if (key === '__proto__') {
        refuse([...path, key], 'a name other than __proto__', '__proto__')
        continue
      }
      const item = copy((value as Record<string, unknown>)[key], [...path, key])
      if (item !== undefined) result[key] = item
    }
    return result
  }

  const refuse = (path: readonly PropertyKey[], expected: string, found: string): undefined => {
    if (!problems.some((known) => formatPath(known.path) === formatPath(path))) problems.push({ path, expected, found })
    return undefined
  }

  return { value: copy(input, []), problems }
}
