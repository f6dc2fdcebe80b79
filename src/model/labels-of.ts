import type { Domain } from './study.ts'
import type { Encoding } from './value.ts'

/** The texts that a column (or the items of an array) must be one of, where those are known. */
export function labelsOf(encoding: Encoding, domain: Domain): readonly string[] | undefined {
  if (encoding.kind === 'array') return labelsOf(encoding.element, domain.items ?? { notNull: false })
  const values = domain.values?.filter((value) => value !== null)
  if (encoding.kind !== 'text' || values === undefined || values.length === 0) return undefined
  return values.every((value) => typeof value === 'string') ? (values as string[]) : undefined
}
