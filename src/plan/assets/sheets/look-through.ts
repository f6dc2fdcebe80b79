import type { MappedValue } from '../../../model/assets/asset-mapping.ts'
import type { Asset } from '../../../model/assets/assets.ts'
import type { Finding } from '../../../model/finding.ts'
import type { KeyStudy, Rule } from '../../../model/study.ts'
import type { Draft, DraftColumn, Workshop } from '../../draft.ts'
import { orderProblem } from '../check-order.ts'
import type { ColumnAsset, DraftItem } from '../draft-assets.ts'
import { taken, tupleOf, twice } from '../find-repeats.ts'
import { Mentions } from '../mentions.ts'
import { otherColumns } from '../other-columns.ts'
import { misfitOf } from '../read-column.ts'
import { targetOf } from '../target-of.ts'
import { type ColumnTold, nothingTold, tellColumn, tellValue } from '../tell-column.ts'
import { tellFallback } from '../tell-fallback.ts'
import { type PoolSheet, type SheetsLook, sheetItems } from './draft-sheet.ts'
import { SeenBefore } from './seen-before.ts'

/** Problems of one file that are told one by one. */
const MOST = 200

/** What is found when every item is looked at. */
export interface Looked {
  readonly look: SheetsLook
  readonly problems: readonly Finding[]
  /** How many more there are. */
  readonly more: number
  readonly findings: readonly Finding[]
}

/**
 * Works out every value of every item of large files and holds it against its column, one item after the other: nothing is kept but counts, the first problems,
 * and two bytes for each key. Where two items may say the same in a key, they are looked at once more.
 */
export function lookThrough(workshop: Workshop, draft: Draft, sheets: readonly PoolSheet[]): Looked {
  const pools = sheets.map((one) => ({ ...one, columns: columnsOf(workshop, draft, one.pool) }))
  const keys = keysOf(workshop, draft, sheetItems(sheets))
  const orders = draft.study.rules.filter((rule): rule is Extract<Rule, { kind: 'order' }> => rule.kind === 'order')
  const problems = new Told()
  for (const { pool, sheet, from, columns } of pools)
    for (let n = from; n < sheet.count; n++) {
      const asset = sheet.item(n)
      const values = read(columns, asset, problems)
      if (values === null) continue
      const item: DraftItem = { pool, asset, values }
      for (const rule of orders) problems.add(orderProblem(draft, rule, item))
      for (const key of keys) lookAtKey(draft, key, item, problems)
    }
  const said = new Map<string, number>()
  const findings: Finding[] = []
  for (const { sheet, from, columns } of pools)
    for (const { name, told, tell } of columns) {
      said.set(name, (said.get(name) ?? 0) + sheet.count - from - told.nothing.count)
      findings.push(...tell(sheet.count - from))
    }
  for (const key of keys) if (key.whole && key.seen.suspicious) findTwice(draft, pools, key, problems)
  return {
    look: {
      said,
      keyed: new Map(keys.map(({ key, told }) => [key.name, told])),
      repeated: new Set(keys.filter(({ whole, seen }) => !whole && seen.suspicious).map(({ key }) => key.name)),
    },
    problems: problems.first,
    more: problems.more,
    findings,
  }
}

class Told {
  readonly first: Finding[] = []
  more = 0

  add(problems: readonly Finding[]): void {
    for (const problem of problems)
      if (this.first.length < MOST) this.first.push(problem)
      else this.more++
  }
}

interface Column {
  readonly name: string
  readonly told: Omit<ColumnTold, 'items'>
  value(asset: Asset): MappedValue | Finding
  tell(items: number): Finding[]
}

const columnsOf = (workshop: Workshop, draft: Draft, pool: string): Column[] =>
  [...draft.columns.values()].flatMap((entry) => {
    const mapped = entry.assets?.find((one) => one.pool === pool)
    return mapped === undefined ? [] : [columnOf(workshop, draft, entry, mapped)]
  })

function columnOf(workshop: Workshop, draft: Draft, entry: DraftColumn, mapped: ColumnAsset): Column {
  const { mapping } = workshop.inputs
  const { pool, expression, fallback } = mapped
  const target = targetOf(draft, entry)
  const others = otherColumns(draft, pool)
  const place = { table: draft.id, column: entry.column.name, path: `assetPools.${pool}` }
  const told = nothingTold()
  const left = new Mentions()
  return {
    name: entry.column.name,
    told,
    value: (asset) => {
      const found = mapping.value(expression, asset, target, others)
      if ('problem' in found) return misfitOf(asset, place, expression, found.problem)
      tellValue(told, asset.place, found)
      if (fallback !== undefined) {
        const first = mapping.value(fallback.of, asset, target, others)
        if ('problem' in first || first.nothing) left.add(asset.place)
      }
      return found
    },
    tell: (items) => [
      ...tellColumn(mapped, place, { items, ...told }),
      ...(fallback === undefined ? [] : tellFallback(fallback.by, pool, place, items, left)),
    ],
  }
}

/** Null where a value does not fit. */
function read(columns: readonly Column[], asset: Asset, problems: Told): Map<string, MappedValue> | null {
  const values = new Map<string, MappedValue>()
  for (const column of columns) {
    const value = column.value(asset)
    if ('nothing' in value) values.set(column.name, value)
    else problems.add([value])
  }
  return values.size === columns.length ? values : null
}

interface Key {
  readonly key: KeyStudy
  /** Its columns that come from files. */
  readonly given: readonly string[]
  /** All of its columns do. */
  readonly whole: boolean
  readonly seen: SeenBefore
  readonly taken: ReadonlyMap<string, string>
  told: number
}

function keysOf(workshop: Workshop, draft: Draft, count: number): Key[] {
  return draft.study.keys.flatMap((key): Key[] => {
    const given = key.columns.filter((name) => draft.columns.get(name)?.assets !== undefined)
    if (given.length === 0) return []
    const whole = given.length === key.columns.length && key.partial === null
    const there = whole ? taken(workshop, draft, key) : new Map<string, string>()
    // What smaller files say is told with them; here it is as good as taken.
    for (const item of whole ? (draft.assets?.items ?? []) : []) {
      const tuple = tupleOf(draft, key, given, item)
      if (tuple !== null) there.set(tuple, item.asset.place)
    }
    return [{ key, given, whole, seen: new SeenBefore(count), taken: there, told: 0 }]
  })
}

function lookAtKey(draft: Draft, one: Key, item: DraftItem, problems: Told): void {
  const tuple = tupleOf(draft, one.key, one.given, item)
  if (tuple === null) return
  one.told++
  const there = one.taken.get(tuple)
  if (there !== undefined) problems.add([twice(draft, one.key, item, there)])
  else one.seen.add(tuple)
}

/** A copy of its own: a text that was cut from a block of the file would keep the whole block. */
const detached = (text: string): string => JSON.parse(JSON.stringify(text)) as string

/** Items that seem to say the same as one before them, by their texts. */
function findTwice(
  draft: Draft,
  pools: readonly (PoolSheet & { readonly columns: readonly Column[] })[],
  { key, given, seen }: Key,
  problems: Told,
): void {
  const first = new Map<string, string>()
  for (const { pool, sheet, from, columns } of pools) {
    const wanted = columns.filter(({ name }) => given.includes(name))
    for (let n = from; n < sheet.count; n++) {
      const asset = sheet.item(n)
      const values = read(wanted, asset, new Told())
      if (values === null) continue
      const item: DraftItem = { pool, asset, values }
      const tuple = tupleOf(draft, key, given, item)
      if (tuple === null || !seen.isSuspect(tuple)) continue
      const place = first.get(tuple)
      if (place === undefined) first.set(detached(tuple), asset.place)
      else problems.add([twice(draft, key, item, place)])
    }
  }
}
