import type { Comparison, Operand, SelectionWish, WeightsWish } from '../model/config.ts'
import type { ConfigInput } from './schema.ts'

type SelectionInput = NonNullable<NonNullable<ConfigInput['assetPools']>[string]['selection']>

/** The selection of a pool in the one form that is read. */
export function selectionWish(input: SelectionInput): SelectionWish {
  const { manual = null, filter = null, where = {}, tags = [], dateRange = null, count = null, weights } = input
  return {
    manual,
    filter,
    where: comparisonsOf(where),
    tags: tagsOf(tags),
    dateRange:
      dateRange === null
        ? null
        : { from: textOf(dateRange.from), to: textOf(dateRange.to), field: dateRange.field ?? null },
    count,
    weights: weights === undefined ? null : weightsOf(weights),
  }
}

type Said = NonNullable<SelectionInput['where']>[string]

/** What must stand at each place; names of the user are its only keys. */
export const comparisonsOf = (where: Readonly<Record<string, Said>>): SelectionWish['where'] =>
  Object.assign(
    Object.create(null),
    Object.fromEntries(Object.entries(where).map(([place, said]) => [place, comparisonOf(said)])),
  )

function comparisonOf(said: Said): Comparison {
  if (said instanceof Date || typeof said !== 'object' || said === null) return { equals: operand(said) }
  if (Array.isArray(said)) return { in: said.map(operand) }
  const parts = Object.entries(said).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.map(operand) : operand(value as Operand | Date),
  ])
  return Object.fromEntries(parts)
}

const operand = (value: Operand | Date): Operand => (value instanceof Date ? value.toISOString() : value)

const textOf = (moment: string | Date | undefined): string | null =>
  moment === undefined ? null : moment instanceof Date ? moment.toISOString() : moment

function tagsOf(said: NonNullable<SelectionInput['tags']>): SelectionWish['tags'] {
  const {
    any = [],
    all = [],
    none = [],
  } = typeof said === 'string' ? { any: [said] } : Array.isArray(said) ? { any: said } : said
  const plain = (tags: readonly string[]): string[] => tags.map((tag) => tag.trim().toLowerCase())
  return { any: plain(any), all: plain(all), none: plain(none) }
}

function weightsOf(said: NonNullable<SelectionInput['weights']>): WeightsWish {
  if (typeof said === 'function') return said
  if (typeof said === 'string') return { by: said, values: null, others: 0 }
  return { by: said.by, values: Object.assign(Object.create(null), said.values), others: said.others ?? 1 }
}
