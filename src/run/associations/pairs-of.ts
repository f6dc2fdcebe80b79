import type { Distribution } from '../../model/allotting/allotment.ts'
import type { AllottedShare, Association } from '../../model/allotting/association.ts'
import type { AssociatedRow } from '../../model/allotting/association-wish.ts'
import { standIn } from '../../plan/associations/with-allotted.ts'
import type { Parties } from './parties.ts'
import { rowOf } from './seeing.ts'
import type { Side } from './side.ts'

export type Found = Distribution<AssociatedRow, AssociatedRow>
type Made = Pick<AllottedShare, 'pairs' | 'left'>

/** What was shared out by the numbers of the rows; items that are still to be made have none. */
export function pairsOf(association: Association, parties: Parties, found: Found): Made {
  const { via } = association
  if (via.kind === 'join') return { pairs: joined(association, parties, found), left: [] }
  const placed = new Map<number, number>()
  for (const { target, items } of found)
    for (const item of items) {
      const [from, to] = via.kind === 'source' ? [rowOf(item), rowOf(target)] : [rowOf(target), rowOf(item)]
      if (from !== undefined && to !== undefined) placed.set(from, to)
    }
  const all = (via.kind === 'source' ? parties.items : parties.targets).flatMap((row) => rowOf(row) ?? [])
  const pairs: Made['pairs'][number][] = []
  const left: number[] = []
  for (const row of all) {
    if (row < parties.table.present) continue
    const to = placed.get(row) ?? null
    if (to === null && via.required) left.push(row)
    else
      pairs.push({ ...(via.kind === 'source' ? { source: row, target: to } : { source: to, target: row }), handle: '' })
  }
  return { pairs, left }
}

function joined(association: Association, parties: Parties, found: Found): Made['pairs'] {
  const numbers = found.flatMap(({ target, items }) => {
    const to = rowOf(target)
    return items.flatMap((item): (readonly [number, number])[] => {
      const from = rowOf(item)
      return from === undefined || to === undefined ? [] : [[from, to]]
    })
  })
  return named(association, parties, numbers)
}

/** Pairs as rows of the table that joins, by source and target: what both ends are known by is what the row is known by. */
export function named(
  association: Association,
  { source, target }: Pick<Parties, 'source' | 'target'>,
  pairs: readonly (readonly [source: number, target: number])[],
): Made['pairs'] {
  const [sourceName, targetName] = [remembered(source), remembered(target)]
  return pairs.map(([from, to]) => ({
    source: from,
    target: to,
    handle: `${standIn(association)}${sourceName(from)}/${targetName(to)}`,
  }))
}

function remembered({ identity }: Side): (row: number) => string {
  const names = new Map<number, string>()
  return (row) => {
    const known = names.get(row) ?? identity(row)
    names.set(row, known)
    return known
  }
}
