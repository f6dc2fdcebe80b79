import type { Said } from '../../model/assets/asset-item.ts'

/** A copy that programs can use like any object: what was read has no prototype, so that a key can mean nothing but itself. */
export function saidOf(value: unknown): Said {
  if (Array.isArray(value)) return value.map(saidOf)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, saidOf(inner)]))
}
