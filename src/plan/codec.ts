import type { Plan } from '../model/plan.ts'

/**
 * Plans as JSON. What JSON cannot say is tagged by an object with one key that starts with `$`: `{"$bytes": "00ff"}` a Uint8Array as hex,
 * `{"$int": "9007199254740993"}` a bigint, `{"$number": "NaN"}` a number that is not finite, or -0. Keys of the plan that start with `$` get another
 * `$` in front, so that `decodePlan` is the exact inverse whatever a user's JSON holds. Keys are sorted: equal plans give equal texts.
 */
export function encodePlan(plan: Plan): string {
  return encodeJson(plan)
}

/** Any part of a plan as JSON, in the same way. */
export function encodeJson(part: unknown): string {
  return JSON.stringify(toJson(part))
}

/** Reads what `encodePlan` wrote. Throws a SyntaxError on anything that is not JSON. */
export function decodePlan(text: string): Plan {
  return fromJson(JSON.parse(text) as unknown) as Plan
}

function toJson(value: unknown): unknown {
  if (typeof value === 'bigint') return { $int: value.toString() }
  if (typeof value === 'number')
    return Number.isFinite(value) && !Object.is(value, -0) ? value : { $number: numberText(value) }
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Uint8Array) return { $bytes: hexOf(value) }
  if (Array.isArray(value)) return value.map(toJson)
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
  entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key.startsWith('$') ? `$${key}` : key, toJson(inner)]))
}

function fromJson(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(fromJson)
  const entries = Object.entries(value)
  const [key, inner] = entries.length === 1 && entries[0] ? entries[0] : ['', null]
  if (typeof inner === 'string') {
    if (key === '$int') return BigInt(inner)
    if (key === '$number') return inner === '-0' ? -0 : Number(inner)
    if (key === '$bytes') return bytesOf(inner)
  }
  return Object.fromEntries(
    entries.map(([name, part]) => [name.startsWith('$') ? name.slice(1) : name, fromJson(part)]),
  )
}

const numberText = (value: number): string => (Object.is(value, -0) ? '-0' : String(value))

const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

function bytesOf(hex: string): Uint8Array {
  const bytes = new Uint8Array(hex.length / 2)
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16)
  return bytes
}
