import type { Distribution } from '../../model/allotment.ts'
import type { AllottedShare, Association } from '../../model/association.ts'
import type { AssociatedRow } from '../../model/association-wish.ts'
import { standIn } from '../../plan/associations/with-allotted.ts'
import type { Parties } from './parties.ts'
import { rowOf } from './seeing.ts'

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

function joined(association: Association, { source, target }: Parties, found: Found): Made['pairs'] {
  const names = new Map<number, string>()
  const nameOf = (row: number): string => {
    const known = names.get(row) ?? source.identity(row)
    names.set(row, known)
    return known
  }
  return found.flatMap(({ target: one, items }) => {
    const to = rowOf(one)
    if (to === undefined || items.length === 0) return []
    const end = target.identity(to)
    return items.flatMap((item): Made['pairs'] => {
      const from = rowOf(item)
      return from === undefined
        ? []
        : [{ source: from, target: to, handle: `${standIn(association)}${nameOf(from)}/${end}` }]
    })
  })
}
