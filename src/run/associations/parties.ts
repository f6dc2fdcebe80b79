import type { Association } from '../../model/allotting/association.ts'
import type { AssociatedRow } from '../../model/allotting/association-wish.ts'
import type { TablePlan } from '../../model/plan.ts'
import type { Answers } from '../../model/question.ts'
import { typeFilter } from '../../plan/associations/named-columns.ts'
import { linkOf } from './link-of.ts'
import { passes } from './passes.ts'
import { rowOf } from './seeing.ts'
import { type Ground, type Side, sideOfLink, sideOfTable } from './side.ts'
import { pairsOfOthers, type There, whatIsThere } from './there.ts'

/** Who takes part in an association, and what they have. */
export interface Parties {
  /** The table with the foreign keys. */
  readonly table: TablePlan
  readonly source: Side
  readonly target: Side
  /** Rows of the source and of the target that take part. */
  readonly items: readonly AssociatedRow[]
  readonly targets: readonly AssociatedRow[]
  readonly there: There
}

export interface Asking {
  readonly answers: Pick<Answers, 'taken'>
  readonly now: number
  /** Rows are made because items are missing. */
  readonly more: boolean
  /** Handles of rows of the table that joins that are not there yet, whatever an earlier round has found. */
  readonly open: ReadonlySet<string>
}

/** Null where the rows of one side are not there. @throws SeedError */
export function partiesOf(ground: Ground, association: Association, asking: Asking): Parties | null {
  const { via, wish, path } = association
  const table = ground.plan.tables.find(({ id }) => id === via.table)
  const sides = table === undefined ? null : sidesOf(ground, association, table, asking.more)
  if (table === undefined || sides === null) return null
  const relation = ground.relations.find(({ id }) => id === sides.target.table)
  const isOfType = passes(relation === undefined ? null : typeFilter(wish, path, relation), asking.now)
  const [isItem, isTarget] = [passes(wish.source.filter, asking.now), passes(wish.target.filter, asking.now)]
  const fitting = sides.target.rows.map(sides.target.see).filter((row) => isOfType(row) && isTarget(row))
  const items = sides.source.rows.map(sides.source.see).filter(isItem)
  return {
    table,
    ...sides,
    items,
    targets: wish.target.count === null ? fitting : fitting.slice(0, wish.target.count),
    there: whatIsThere(ground, association, table, {
      open: asking.open,
      // Rows that the filter leaves out lead where they lead, whoever asked for it.
      items: wish.source.filter === null ? null : new Set(items.flatMap((row) => rowOf(row) ?? [])),
      others: othersOf(ground, association, table, sides, asking),
    }),
  }
}

export type Sides = Pick<Parties, 'source' | 'target'>

export function sidesOf(
  ground: Ground,
  { via, source: said }: Association,
  table: TablePlan,
  more: boolean,
): Sides | null {
  const items = { pool: said.pool, more }
  const all = { pool: null, more: false }
  const led = (link: string, which: typeof items | typeof all): Side | null => {
    const found = linkOf(table, link)
    return found === undefined ? null : sideOfLink(ground, found, which)
  }
  const source =
    via.kind === 'source' ? sideOfTable(ground, table, items) : led(via.kind === 'join' ? via.source : via.link, items)
  const target =
    via.kind === 'target' ? sideOfTable(ground, table, all) : led(via.kind === 'join' ? via.target : via.link, all)
  return source === null || target === null ? null : { source, target }
}

/** Pairs that the database holds, by the numbers of their rows. */
export function othersOf(
  ground: Ground,
  { via }: Association,
  table: TablePlan,
  sides: Sides,
  { answers }: Pick<Asking, 'answers'>,
): readonly (readonly [source: number, target: number])[] {
  if (via.kind !== 'join') return []
  const [source, target] = [linkOf(table, via.source), linkOf(table, via.target)]
  const join = ground.relations.find(({ id }) => id === table.id)
  return source === undefined || target === undefined || join === undefined
    ? []
    : pairsOfOthers(answers, join, { source, target }, sides)
}
