import type { Value } from '../../../model/value.ts'

/** Lists and objects inside each other, and values in one item: more is nobody's content. */
const DEEPEST = 64
const MOST_VALUES = 100_000

/** A copy of what a parser gave that holds nothing but plain data: objects without a prototype, so that a key can mean nothing but itself. */
export function plainData(value: unknown): { readonly data: Value; readonly problem: string | null } {
  const copy = new Copy()
  const data = copy.of(value, 0)
  return copy.problem === null ? { data, problem: null } : { data: null, problem: copy.problem }
}

class Copy {
  problem: string | null = null
  #values = 0

  of(value: unknown, depth: number): Value {
    if (++this.#values > MOST_VALUES) this.problem ??= `An item holds more than ${MOST_VALUES} values.`
    if (depth > DEEPEST) this.problem ??= `An item is nested more than ${DEEPEST} deep.`
    if (this.problem !== null) return null
    if (Array.isArray(value)) return value.map((item) => this.of(item, depth + 1))
    // Dates and times of TOML.
    if (value instanceof Date) return value.toISOString()
    if (typeof value === 'object' && value !== null) {
      const object: Record<string, Value> = Object.create(null)
      for (const [key, inner] of Object.entries(value)) object[key] = this.of(inner, depth + 1)
      return object
    }
    if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
    return typeof value === 'string' || typeof value === 'boolean' ? value : null
  }
}
