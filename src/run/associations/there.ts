import type { Association } from '../../model/allotting/association.ts'
import type { Relation } from '../../model/catalog.ts'
import type { Link } from '../../model/link.ts'
import { plainColumns } from '../../model/plain-columns.ts'
import type { TablePlan } from '../../model/plan.ts'
import type { Answers } from '../../model/question.ts'
import { isIn } from '../../model/row-spans.ts'
import type { Ground, Side } from './side.ts'

/** Pairs that are there, or given besides: which items each target has. */
export interface There {
  readonly byTarget: ReadonlyMap<number, ReadonlySet<number>>
  /** Items that some target has. */
  readonly items: ReadonlySet<number>
  readonly pairs: number
}

interface Besides {
  readonly open: ReadonlySet<string>
  readonly others: readonly (readonly [source: number, target: number])[]
  /** Rows of the source that take part; null: all. */
  readonly items: ReadonlySet<number> | null
}

/**
 * What is there of an association before anything is shared out. `open`: handles of rows that are not there yet; `others`: pairs of rows of others, source and
 * target.
 */
export function whatIsThere(
  { rows }: Ground,
  { via }: Association,
  table: TablePlan,
  { open, others, items: asked }: Besides,
): There {
  const byTarget = new Map<number, Set<number>>()
  const items = new Set<number>()
  let pairs = 0
  const add = (source: number | null, target: number | null): void => {
    if (source === null || target === null) return
    const known = byTarget.get(target)
    if (known?.has(source)) return
    if (known === undefined) byTarget.set(target, new Set([source]))
    else known.add(source)
    items.add(source)
    pairs++
  }
  const compiled = rows.table(table.id)
  if (via.kind === 'join') {
    const own = new Set(
      (table.fixtures ?? []).flatMap(({ row, handle }) => (row >= table.present && open.has(handle) ? [row] : [])),
    )
    for (let row = 0; row < table.rows; row++)
      if (!own.has(row)) add(compiled.parentRow(row, via.source), compiled.parentRow(row, via.target))
    for (const [source, target] of others) add(source, target)
  } else
    for (let row = 0; row < table.present; row++) {
      if (table.skipped !== undefined && isIn(table.skipped, row)) continue
      const to = compiled.parentRow(row, via.link)
      if (via.kind === 'target') add(to, row)
      else if (asked?.has(row) ?? true) add(row, to)
    }
  return { byTarget, items, pairs }
}

const SEPARATOR = '\u001f'

type Keyed = Pick<Link, 'name' | 'columns'>

/** What the foreign keys of a pair are asked under, whatever keys there are. */
export const keyOfPairs = (source: Keyed, target: Keyed): string => JSON.stringify([source.name, target.name])

export const columnsOfPairs = (source: Keyed, target: Keyed): readonly string[] => [
  ...new Set([...source.columns, ...target.columns]),
]

/** Pairs in a table that joins, as its foreign keys tell them, or a unique key. */
export function pairsOfOthers(
  answers: Pick<Answers, 'taken'>,
  join: Relation,
  links: { readonly source: Link; readonly target: Link },
  sides: { readonly source: Side; readonly target: Side },
): (readonly [number, number])[] {
  const columns = columnsOfPairs(links.source, links.target)
  const keys = [join.primaryKey, ...join.uniques].flatMap((one) => {
    const own = one === null || one.predicate !== null ? null : plainColumns(one.columns)
    const isOfPairs = own?.length === columns.length && columns.every((name) => own.includes(name))
    return one !== null && own !== null && isOfPairs ? [{ name: one.name, columns: own }] : []
  })
  const key = [{ name: keyOfPairs(links.source, links.target), columns }, ...keys].find(({ name }) =>
    Object.hasOwn(answers.taken, `${join.id} ${name}`),
  )
  const taken = key === undefined ? [] : (answers.taken[`${join.id} ${key.name}`] ?? [])
  if (taken.length === 0 || key === undefined) return []
  const [sources, targets] = [numbersOf(sides.source, links.source), numbersOf(sides.target, links.target)]
  const placesOf = (link: Link): number[] => link.columns.map((name) => key.columns.indexOf(name))
  const [from, to] = [placesOf(links.source), placesOf(links.target)]
  return taken.flatMap((text): (readonly [number, number])[] => {
    const parts = text.split(SEPARATOR)
    const keyAt = (places: readonly number[]): string => places.map((place) => parts[place]).join(SEPARATOR)
    const [source, target] = [sources.get(keyAt(from)), targets.get(keyAt(to))]
    return source === undefined || target === undefined ? [] : [[source, target]]
  })
}

const numbersOf = (side: Side, link: Link): ReadonlyMap<string, number> =>
  new Map(side.rows.map((row) => [side.texts(row, link.parent.columns).join(SEPARATOR), row]))
