import type { Association } from '../../model/allotting/association.ts'
import type { AssociatedRow } from '../../model/allotting/association-wish.ts'
import type { Link } from '../../model/link.ts'
import type { TablePlan } from '../../model/plan.ts'
import { linkOf } from './link-of.ts'
import { rowOf } from './seeing.ts'
import type { Side } from './side.ts'

type May = (item: AssociatedRow, target: AssociatedRow) => boolean

/**
 * What a table that joins asks of its pairs by itself: both ends agree in columns that both foreign keys hold, pairs that are put in order (`a < b`) are, and of those
 * that count in one order alone (`least(a, b), greatest(a, b)`) there is one. Null: it asks for nothing.
 */
export function fittingPairs(
  { via }: Association,
  table: TablePlan,
  { source, target }: { readonly source: Side; readonly target: Side },
): May | null {
  if (via.kind !== 'join') return null
  const [from, to] = [linkOf(table, via.source), linkOf(table, via.target)]
  if (from === undefined || to === undefined) return null
  const rules = [agreeing(from, to, source, target), ordered(from, to, source, target)].filter((rule) => rule !== null)
  return rules.length === 0 ? null : (item, row) => rules.every((rule) => rule(item, row))
}

function agreeing(from: Link, to: Link, source: Side, target: Side): May | null {
  const shared = from.columns.filter((name) => to.columns.includes(name))
  if (shared.length === 0) return null
  const keysOf = ({ columns, parent }: Link, side: Side) =>
    textsOf(
      side,
      shared.map((name) => parent.columns[columns.indexOf(name)] as string),
    )
  const [mine, theirs] = [keysOf(from, source), keysOf(to, target)]
  return (item, row) => mine(item) === theirs(row)
}

function ordered(from: Link, to: Link, source: Side, target: Side): May | null {
  const { choose } = from
  if (choose.kind !== 'pair' || choose.with !== to.name) return null
  if (choose.side === 'one' || choose.side === 'other') return isOneOrder
  const [mine, theirs] = [textsOf(source, from.parent.columns), textsOf(target, to.parent.columns)]
  const isBefore = choose.order === 'number' ? isSmaller : (one: string, other: string) => one < other
  return choose.side === 'low'
    ? (item, row) => isBefore(mine(item), theirs(row))
    : (item, row) => isBefore(theirs(row), mine(item))
}

/** Half of the others lead to each, whichever row comes first. */
function isOneOrder(item: AssociatedRow, row: AssociatedRow): boolean {
  const [one, other] = [rowOf(item) ?? 0, rowOf(row) ?? 0]
  return one !== other && one < other === ((one + other) % 2 === 1)
}

function isSmaller(one: string, other: string): boolean {
  const isWhole = /^-?\d+$/.test(one) && /^-?\d+$/.test(other)
  return isWhole ? BigInt(one) < BigInt(other) : Number(one) < Number(other)
}

/** Texts of each row, read once. */
function textsOf(side: Side, columns: readonly string[]): (row: AssociatedRow) => string {
  const known = new Map<number, string>()
  return (row) => {
    const number = rowOf(row) ?? -1
    const text = known.get(number) ?? side.texts(number, columns).join('\u001f')
    known.set(number, text)
    return text
  }
}
