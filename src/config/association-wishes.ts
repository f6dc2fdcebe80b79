import type { AssociationWish, RowFilter, RowWeights } from '../model/allotting/association-wish.ts'
import type { ConfigInput } from './schema.ts'
import { comparisonsOf } from './selection-wish.ts'
import type { Sized } from './sized-by.ts'

type Input = NonNullable<ConfigInput['associations']>[number]
type ConstraintsInput = NonNullable<Input['constraints']>

/** The associations of the configuration in the one form that is read. */
export const associationWishes = (input: ConfigInput['associations'] = [], sized: Sized): AssociationWish[] =>
  input.map((said) => wishOf(said, sized))

function wishOf(said: Input, sized: Sized): AssociationWish {
  const source = typeof said.source === 'string' ? namedSource(said.source) : said.source
  const target = typeof said.target === 'string' ? { table: said.target } : said.target
  return {
    name: said.name,
    source: { table: source?.table ?? null, pool: source?.pool ?? null, filter: filterOf(source?.filter) },
    target: {
      table: target?.table ?? null,
      filter: filterOf(target?.filter),
      count: sized(target?.count),
      type: target?.type ?? null,
    },
    strategy: said.strategy ?? 'even_spread',
    weights: weightsOf(said.weights),
    itemWeights: weightsOf(said.itemWeights),
    constraints: constraintsOf({ min: said.min, max: said.max, ...said.constraints }, sized),
    onConflict: said.onConflict ?? 'relax',
    onShortage: said.onShortage ?? null,
    relaxationOrder: said.relaxationOrder ?? null,
    via: said.via ?? null,
    custom: said.custom ?? null,
  }
}

/** A word alone is a table; `pool` is said in full. */
const namedSource = (table: string): Exclude<Input['source'], string | undefined> => ({ table })

function constraintsOf({ min, max, ...said }: ConstraintsInput, sized: Sized): AssociationWish['constraints'] {
  const total = said.totalItems === undefined ? undefined : (sized(said.totalItems) ?? undefined)
  const long = { minPerTarget: said.minPerTarget ?? min, maxPerTarget: said.maxPerTarget ?? max, totalItems: total }
  const told = Object.entries({ ...said, ...long }).filter(([, one]) => one !== undefined)
  return Object.fromEntries(told)
}

function filterOf(said: Exclude<Input['target'], string | undefined>['filter']): RowFilter | null {
  if (said === undefined) return null
  return typeof said === 'function' ? said : comparisonsOf(said)
}

function weightsOf(said: Input['weights']): RowWeights | null {
  if (said === undefined || typeof said === 'string' || typeof said === 'function' || Array.isArray(said))
    return said ?? null
  return { by: said.by, values: Object.assign(Object.create(null), said.values), others: said.others ?? 1 }
}
