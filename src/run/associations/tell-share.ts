import type { Relaxation } from '../../model/allotting/allotment.ts'
import type { AllottedShare, Association, AssociationPlan, Left } from '../../model/allotting/association.ts'
import type { AssociatedRow } from '../../model/allotting/association-wish.ts'
import { histogramOf } from '../../report/histogram-of.ts'
import { boundsOf } from './ask.ts'
import type { Found } from './pairs-of.ts'
import type { Parties } from './parties.ts'
import { rowOf } from './seeing.ts'
import type { Side } from './side.ts'

/** Rows that are named at most. */
const NAMED = 5

interface Outcome {
  readonly found: Found
  readonly relaxations: readonly Relaxation[]
  readonly made: Pick<AllottedShare, 'pairs' | 'left'>
  /** Rows of the source that are made because items are missing. */
  readonly more: number
  /** So many pairs are asked for in all; null: nobody said. */
  readonly total: number | null
}

/** What became of an association, for the plan. */
export function tellShare(
  association: Association,
  parties: Parties,
  { found, made, more, ...rest }: Outcome,
): AssociationPlan {
  const { name, path, source, target, spelled, wish, via } = association
  const counts = countsOf(parties, made.pairs)
  const perTarget = perTargetOf(counts)
  const relaxations = inAll(association, parties, found.relaxations, perTarget, rest)
  const applied = (constraint: string, asked: number | null): number | null =>
    relaxations.find((one) => one.constraint === constraint)?.applied ?? asked
  const bounds = boundsOf(association)
  const sample = parties.targets[0]
  const most =
    sample === undefined || wish.constraints.capacity !== undefined ? Number.POSITIVE_INFINITY : bounds.upper(sample, 0)
  const placed = made.pairs.filter((pair) => pair.source !== null && pair.target !== null).length
  const unassigned = found.unassigned.filter(({ item }) => !parties.there.items.has(rowOf(item) ?? -1))
  return {
    ...{ name, path, pool: source.pool, source: source.table, target: target.table, via: spelled },
    ...{ table: via.table, link: via.kind === 'join' ? via.target : via.kind === 'source' ? via.link : null },
    ...{ strategy: wish.strategy, onConflict: wish.onConflict },
    min: applied('minPerTarget', wish.constraints.minPerTarget ?? 0) ?? 0,
    max: applied('maxPerTarget', wish.constraints.maxPerTarget ?? (Number.isFinite(most) ? most : null)),
    items: parties.items.length,
    targets: parties.targets.length,
    pairs: placed + parties.there.pairs,
    present: parties.there.pairs,
    ...{ synthetic: more, perTarget, relaxations },
    unassigned: leftOf(
      unassigned.map(({ item, reason }) => [item, reason]),
      parties.source,
    ),
    unserved: leftOf(
      found.unserved.map((one) => [one.target, one.reason]),
      parties.target,
    ),
  }
}

function countsOf({ targets, there }: Parties, pairs: AllottedShare['pairs']): Uint32Array {
  const places = new Map(targets.map((row, at) => [rowOf(row), at]))
  const counts = Uint32Array.from(targets, (row) => there.byTarget.get(rowOf(row) ?? -1)?.size ?? 0)
  for (const { source, target } of pairs) {
    const at = source === null || target === null ? undefined : places.get(target)
    if (at !== undefined) counts[at] = (counts[at] as number) + 1
  }
  return counts
}

function perTargetOf(counts: Uint32Array): AssociationPlan['perTarget'] {
  if (counts.length === 0) return null
  let [min, max, sum] = [Number.POSITIVE_INFINITY, 0, 0]
  for (const count of counts) {
    min = Math.min(min, count)
    max = Math.max(max, count)
    sum += count
  }
  return { min, max, mean: sum / counts.length, histogram: histogramOf(counts, min, max) }
}

/** Where a part is there already, bounds are told of all that each has. */
function inAll(
  { wish: { constraints } }: Association,
  { there }: Parties,
  relaxations: readonly Relaxation[],
  perTarget: AssociationPlan['perTarget'],
  { total, relaxations: before }: Pick<Outcome, 'total' | 'relaxations'>,
): readonly Relaxation[] {
  if (there.pairs === 0 || perTarget === null) return [...before, ...relaxations]
  const told = relaxations.map((one) => {
    const [asked, applied] =
      one.constraint === 'minPerTarget'
        ? [constraints.minPerTarget, perTarget.min]
        : one.constraint === 'maxPerTarget'
          ? [constraints.maxPerTarget, perTarget.max]
          : one.constraint === 'totalItems'
            ? [total ?? undefined, one.applied + there.pairs]
            : [undefined, one.applied]
    return asked === undefined ? one : { ...one, requested: asked, applied }
  })
  return [...before, ...told]
}

function leftOf(all: readonly (readonly [AssociatedRow, string])[], side: Side): Left {
  const some = all.slice(0, NAMED).map(([row, reason]) => {
    const number = rowOf(row)
    return { row: number === undefined ? 'a row that is made' : side.label(number), reason }
  })
  return { count: all.length, some }
}
