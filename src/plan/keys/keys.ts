import { finding } from '../../model/finding.ts'
import type { Recipe } from '../../model/recipe.ts'
import type { KeyStudy } from '../../model/study.ts'
import type { Value } from '../../model/value.ts'
import { isCrowded, notRepeated, roomOfAssets, saidByAssets } from '../assets/keys-of-assets.ts'
import { type Draft, type DraftColumn, fittingCount, type Inputs, type Workshop } from '../draft.ts'
import { joinPair } from '../links/join-pair.ts'
import { mayEnd } from '../links/may-end.ts'
import { type Carrier, carriers } from './carriers.ts'
import { dropDigits } from './drop-digits.ts'
import { holdsOwner } from './holds-owner.ts'
import { inOrder } from './in-order.ts'
import { isHeld } from './is-held.ts'
import { isMadeElsewhere } from './is-made-elsewhere.ts'
import { isPaired } from './is-paired.ts'
import { inTuple } from './tuple-carriers.ts'

/** How many rows a table can take because of its keys, and which one says so. */
export interface Capacity {
  readonly rows: number
  readonly key: string | null
}

/**
 * Makes every unique key hold by construction: columns of a key take digits of a permuted index (of the row in the table, or of the child
 * among its siblings where the key holds the owner's columns), or carry the path of the row.
 */
export function settleKeys(workshop: Workshop, draft: Draft, wanted: number): Capacity {
  let capacity: Capacity = { rows: Number.POSITIVE_INFINITY, key: null }
  for (const key of inOrder(draft.study.keys)) {
    const asked = Math.min(wanted, capacity.rows)
    const others = settleKey(workshop, draft, key, asked)
    const rows = Math.max(isCrowded(draft, key) ? 0 : others, roomOfAssets(workshop, draft, key, asked))
    if (rows < capacity.rows) capacity = { rows, key: key.name }
  }
  const pair = joinPair(draft)
  // No constraint demands it: rows that were asked for come first.
  if (pair !== null && Math.min(wanted, capacity.rows) <= pair.room)
    settleKey(workshop, draft, pair.key, Math.min(wanted, capacity.rows))
  return capacity
}

/**
 * A framework says how the columns are filled, and keeps the key (tokens that are all '' stand outside their partial indexes); or only rows that a
 * trigger makes are in the index (one personal account for each user).
 */
function isVouchedFor(draft: Draft, key: KeyStudy): boolean {
  const { known, kit } = draft.study
  if (known !== undefined && key.columns.some((name) => Object.hasOwn(known, name))) return true
  // One owner for each organization: the first of its members.
  if (key.partial !== null && kit !== undefined && key.columns.some((name) => isOfFirst(draft, name))) return true
  const column = key.partial?.escapes[0]?.column
  return column !== undefined && Object.hasOwn(draft.madeBy?.mixed?.constants ?? {}, column)
}

/** What a kit gives the first child of each owner, and no other. */
function isOfFirst(draft: Draft, name: string): boolean {
  const entry = draft.columns.get(name)
  return entry?.recipe.kind === 'by-place' && Object.hasOwn(draft.study.kit?.columns ?? {}, name)
}

/** Some parents have so many times the children of others, and tables grow: a key has room for them where that costs nothing. */
const FAVOURED = 8

function settleKey(workshop: Workshop, draft: Draft, key: KeyStudy, wanted: number): number {
  if (isVouchedFor(draft, key) || isPaired(workshop, draft, key)) return Number.POSITIVE_INFINITY
  if (key.columns.length === 0) return 1
  if (isMadeElsewhere(workshop, draft, key) && leavePartial(draft, key)) return Number.POSITIVE_INFINITY
  const columns = key.columns.map((name) => draft.columns.get(name))
  if (columns.some((column) => column === undefined || column.recipe.kind === 'leave'))
    return leftToDatabase(workshop, draft, key)
  const filled = columns as DraftColumn[]
  if (key.nullsNotDistinct) fillAll(draft, key, filled)
  if (!key.nullsNotDistinct && filled.some((column) => isNull(column.recipe))) return Number.POSITIVE_INFINITY
  const known = notRepeated(draft, key, filled).flatMap((column) => madeOf(draft, column))
  const serials = known.filter((column) => column.recipe.kind === 'serial')
  if (
    isHeld(
      draft,
      key,
      known.filter((column) => column.recipe.kind !== 'serial'),
    )
  )
    return Number.POSITIVE_INFINITY
  if (serials.length > 0) return Math.max(...serials.map((column) => counted(workshop, column)))
  const owner = draft.owner
  const owned = holdsOwner(draft, key)
  const rest = owned ? known.filter((column) => !owner?.columns.includes(column.column.name)) : known
  if (owned && rest.length === 0) return oneEach(workshop, draft, key)
  if (owned && countUp(draft, rest)) return Number.POSITIVE_INFINITY
  const parents = owned && owner !== null ? Math.max(1, fittingCount(owner)) : 1
  const taken = [...(workshop.inputs.answers.taken[`${draft.id} ${key.name}`] ?? []), ...saidByAssets(draft, key)]
  const space = assign(draft, key, rest, {
    scope: owned ? 'parent' : 'row',
    // A table of one row may grow as well.
    needed: owned ? Math.max(1, Math.ceil(wanted / parents)) * FAVOURED : Math.max(2, wanted),
    taken,
    patternSpace: workshop.inputs.patternSpace,
  })
  const capacity = owned ? parents * Math.floor(space) : Math.floor(space)
  if (capacity < wanted && leavePartial(draft, key)) {
    dropDigits(draft, key.name)
    return Number.POSITIVE_INFINITY
  }
  if (capacity < wanted && !owned && leaveEmpty(draft, rest, key)) {
    dropDigits(draft, key.name)
    return Number.POSITIVE_INFINITY
  }
  if (owned && Number.isFinite(space))
    draft.spread.max = Math.min(draft.spread.max ?? Number.POSITIVE_INFINITY, Math.floor(space))
  return space >= wanted ? Number.POSITIVE_INFINITY : capacity
}

/** NULLs are equals in this key: as few as there can be. */
function fillAll(draft: Draft, key: KeyStudy, columns: readonly DraftColumn[]): void {
  for (const column of columns) column.nulls = 0
  for (const link of draft.links) if (link.columns.some((name) => key.columns.includes(name))) link.nulls = 0
}

/** A text that is put together from other columns differs where they do. */
function madeOf(draft: Draft, column: DraftColumn): readonly DraftColumn[] {
  const { recipe } = column
  if (recipe.kind !== 'derive' || recipe.with !== 'format') return [column]
  const sources = recipe.from.flatMap((input) => ('link' in input ? [] : (draft.columns.get(input.column) ?? [])))
  return sources.length < recipe.from.length ? [column] : sources
}

const isNull = (recipe: Recipe): boolean => recipe.kind === 'constant' && recipe.value === null

/** A key that only has the owner's columns: at most one child each. */
function oneEach(workshop: Workshop, draft: Draft, key: KeyStudy): number {
  if (firstOnly(workshop, draft, key)) return Number.POSITIVE_INFINITY
  const count = draft.owner === null ? 0 : fittingCount(draft.owner)
  if (draft.rows > count && leavePartial(draft, key)) return Number.POSITIVE_INFINITY
  draft.spread.max = 1
  return count
}

/** One cover, one default, one primary address for each owner: its first child. Not where rows that are given or there already may be the one. */
function firstOnly(workshop: Workshop, draft: Draft, key: KeyStudy): boolean {
  const exit = key.partial?.escapes.find(({ value }) => value === false) ?? null
  const column = exit === null ? undefined : draft.columns.get(exit.column)
  const taken = workshop.inputs.answers.taken[`${draft.id} ${key.name}`] ?? []
  if (column === undefined || taken.length > 0 || draft.given.length > 0) return false
  if (column.recipe.kind !== 'draw' || column.why === 'configuration' || column.when.length > 0) return false
  const flag = (value: boolean): Recipe => ({ kind: 'constant', value })
  column.recipe = { kind: 'by-place', first: flag(true), rest: flag(false) }
  column.nulls = 0
  column.why = `one for each ${draft.owner?.key.parent} (${key.name})`
  return true
}

const COUNTED =
  /(^|_)(number|no|num|position|pos|order|ordinal|index|idx|rank|seq|sequence|version|revision|line|step|sort|sort_order|slot|day|week|round|level)$/i

/** Children that are numbered under their parent: 1, 2, 3 … (issue 12 of a project, line 3 of an order). */
function countUp(draft: Draft, rest: readonly DraftColumn[]): boolean {
  const counted = rest.find((column) => column.recipe.kind === 'derive' && column.recipe.with === 'position')
  if (counted !== undefined) return true
  const column = rest.find(
    ({ column: { name }, study, recipe, why }) =>
      /^int[248]$/.test(study.base) &&
      recipe.kind === 'draw' &&
      recipe.shape === 'integer' &&
      recipe.unique === undefined &&
      why !== 'configuration' &&
      COUNTED.test(name),
  )
  if (column === undefined) return false
  const start = Math.max(1, column.study.domain.min ?? 1)
  const most = Math.min(
    column.study.domain.max ?? Number.POSITIVE_INFINITY,
    column.study.base === 'int2' ? 32_767 : 2_147_483_647,
  )
  if (most < start) return false
  column.recipe = { kind: 'derive', with: 'position', from: [], options: { start } }
  column.nulls = 0
  column.why = `counted up under each ${draft.owner?.key.parent} (key)`
  draft.spread.max = Math.min(draft.spread.max ?? Number.POSITIVE_INFINITY, most - start + 1)
  return true
}

/** Would another key break if the column had one value in all rows? */
const isNeededBy = (draft: Draft, { column, recipe }: DraftColumn, key: KeyStudy, value: Value): boolean =>
  ('unique' in recipe &&
    recipe.unique !== undefined &&
    !(recipe.unique.by === 'permute' && recipe.unique.key === key.name)) ||
  draft.study.keys.some(
    (other) =>
      other !== key &&
      other.columns.length === 1 &&
      other.columns[0] === column.name &&
      (value !== null || other.nullsNotDistinct),
  )

/** Takes all rows out of a partial index: cheaper than giving up rows. A flag is set before a value is given up. */
function leavePartial(draft: Draft, key: KeyStudy): boolean {
  const ways = (key.partial?.escapes ?? []).flatMap(({ column: name, value }) => {
    const column = draft.columns.get(name)
    const isOpen =
      column !== undefined &&
      column.recipe.kind !== 'follow' &&
      !(value === null && column.study.domain.notNull) &&
      !isNeededBy(draft, column, key, value)
    return isOpen ? [{ column, value }] : []
  })
  const way = ways.find(({ value }) => typeof value === 'boolean') ?? ways[0]
  if (way === undefined) return false
  way.column.recipe = { kind: 'constant', value: way.value }
  way.column.nulls = 0
  way.column.why = `outside the partial key ${key.name}, which has no room for all rows`
  return true
}

/** A column that may be NULL stays so where its few values would hold the whole table back: NULLs are no equals. */
function leaveEmpty(draft: Draft, columns: readonly DraftColumn[], key: KeyStudy): boolean {
  if (key.primary || key.nullsNotDistinct || Object.keys(key.through).length > 0) return false
  const link = draft.links.find(
    (one) =>
      (one.choose.kind === 'hash' || one.choose.kind === 'earlier') &&
      one.columns.some((name) => key.columns.includes(name)) &&
      mayEnd(draft, one, key),
  )
  if (link !== undefined) {
    link.choose = { kind: 'none' }
    link.why = `NULL: the key ${key.name} has no room for all rows`
    return true
  }
  const column = columns.find(
    (one) =>
      !one.study.domain.notNull &&
      one.recipe.kind !== 'follow' &&
      one.why !== 'configuration' &&
      !inTuple(one) &&
      !isNeededBy(draft, one, key, null),
  )
  if (column === undefined || column.assets !== undefined) return false
  column.recipe = { kind: 'constant', value: null }
  column.why = `NULL: the key ${key.name} has no room for all rows`
  return true
}

/** How many numbers a counted column has before its type, its check or its sequence ends. */
function counted(workshop: Workshop, { column, recipe, study }: DraftColumn): number {
  if (recipe.kind !== 'serial') return Number.POSITIVE_INFINITY
  const sequence = workshop.inputs.catalog.sequences.find((one) => one.id === column.sequence)
  const end = Math.min(
    study.domain.max ?? Number.POSITIVE_INFINITY,
    TYPE_END[study.base] ?? Number.POSITIVE_INFINITY,
    Number(sequence?.maximum ?? Number.POSITIVE_INFINITY),
  )
  if (recipe.step < 0 || sequence?.cycle) return Number.POSITIVE_INFINITY
  return Math.max(0, Math.floor((end - (recipe.ranges[0]?.value ?? 1)) / recipe.step) + 1)
}

const TYPE_END: Readonly<Record<string, number>> = { int2: 32_767, int4: 2_147_483_647, int8: Number.MAX_SAFE_INTEGER }

/** Private candidates of a row where rows of others hold values of the key. */
const CANDIDATES = 8

function assign(
  draft: Draft,
  key: KeyStudy,
  columns: readonly DraftColumn[],
  by: { scope: 'row' | 'parent'; needed: number; taken: readonly string[]; patternSpace: Inputs['patternSpace'] },
): number {
  const { scope, needed } = by
  const taken = by.taken.length > 0
  const chosen: Carrier[] = []
  let space = 1
  for (const carrier of carriers(draft, key, columns, {
    needed,
    taken: new Set(columns.length === 1 ? by.taken : []),
    patternSpace: by.patternSpace,
    scope,
  })) {
    if (space >= needed) break
    chosen.push(carrier)
    space *= carrier.space
  }
  const infinite = chosen.find((carrier) => carrier.space === Number.POSITIVE_INFINITY)
  if (infinite !== undefined) {
    infinite.take(null)
    return Number.POSITIVE_INFINITY
  }
  const radices = fitRadices(chosen.map((carrier) => carrier.space))
  const candidates = taken && space >= needed * CANDIDATES ? CANDIDATES : 1
  for (const [digit, carrier] of chosen.entries())
    carrier.take({ by: 'permute', scope, key: key.name, radices, digit, candidates })
  return chosen.length === 0 ? 1 : Math.min(space, 2 ** 53)
}

/** Radices whose product stays below 2^53: an index beyond that cannot be counted exactly. */
function fitRadices(spaces: readonly number[]): number[] {
  let product = 1
  return spaces.map((space) => {
    const radix = Math.max(1, Math.min(space, Math.floor(2 ** 52 / product)))
    product *= radix
    return radix
  })
}

/** A key over a column that the database fills: it keeps its own promise for defaults, and cannot for what follows from our values. */
function leftToDatabase(workshop: Workshop, draft: Draft, key: KeyStudy): number {
  const generated = key.columns.filter((name) => draft.columns.get(name)?.column.generated)
  if (generated.length > 0)
    workshop.findings.push(
      finding(
        'key-generated',
        'info',
        { table: draft.id, constraint: key.name },
        `The key ${key.name} hangs on the generated column ${generated.join(', ')}: it holds if the columns that it is made of differ.`,
      ),
    )
  return Number.POSITIVE_INFINITY
}
