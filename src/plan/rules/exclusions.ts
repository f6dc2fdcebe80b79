import { finding } from '../../model/finding.ts'
import type { Recipe } from '../../model/recipe.ts'
import type { ExclusionStudy } from '../../model/study.ts'
import { followSpan } from '../coherence/fit-stages.ts'
import { type Draft, type DraftColumn, fittingCount, type Workshop } from '../draft.ts'
import type { Capacity } from '../keys/keys.ts'
import { DAY } from '../recipes/times.ts'
import { disjointValues } from './disjoint-values.ts'

/** Bookings reach so far; a quarter of it lies ahead. */
const REACH = 2 * 365 * DAY
const AHEAD = 1 / 4
/** Slots at least, so that what is drawn does not look like a timetable. */
const SLOTS = 64

/**
 * Spans that must not overlap take turns in slots: each row (or each child of one owner, where the owner's columns are among those that must be equal) has a
 * slot of its own, by permutation, and stays inside it.
 */
export function settleExclusions(workshop: Workshop, draft: Draft, wanted: number): Capacity {
  let capacity: Capacity = { rows: Number.POSITIVE_INFINITY, key: null }
  for (const exclusion of draft.study.exclusions) {
    const rows = settleExclusion(workshop, draft, exclusion, wanted)
    if (rows < capacity.rows) capacity = { rows, key: exclusion.name }
  }
  return capacity
}

function settleExclusion(workshop: Workshop, draft: Draft, exclusion: ExclusionStudy, wanted: number): number {
  const { span } = exclusion
  const first = span === null ? undefined : draft.columns.get('column' in span ? span.column : span.from)
  const last = span !== null && 'to' in span ? draft.columns.get(span.to) : undefined
  const owned = draft.owner?.columns.every((name) => exclusion.equal.includes(name)) ?? false
  const parents = owned && draft.owner !== null ? Math.max(1, fittingCount(draft.owner)) : 1
  if (first !== undefined && last === undefined) {
    const values = disjointValues(first.study.base, Math.max(SLOTS, 4 * Math.ceil(wanted / parents)))
    if (values !== null) return spread(draft, exclusion, first, values, { owned, parents })
  }
  if (span === null || first === undefined || ('to' in span && last === undefined) || !isSpan(first, last))
    return keepApart(workshop, draft, exclusion, wanted) ?? single(workshop, draft, exclusion)
  const slots = Math.max(SLOTS, 4 * Math.ceil(wanted / parents))
  const unit = unitOf(first)
  const slot = Math.max(2 * unit, Math.floor(REACH / unitLength(first) / slots / unit) * unit)
  const middle =
    unitOf(first) === 1 && !isDate(first) ? 0 : Math.floor(workshop.inputs.now / unitLength(first) / unit) * unit
  const min = middle - Math.floor(slots * (1 - AHEAD)) * slot
  const lower: Recipe = { kind: 'draw', shape: 'integer', options: { min, max: min + (slots - 1) * slot, step: slot } }
  const unique = {
    by: 'permute',
    scope: owned ? 'parent' : 'row',
    key: exclusion.name,
    radices: [slots],
    digit: 0,
    candidates: 1,
  } as const
  const width = { min: unit, max: Math.max(unit, slot - unit) }
  first.recipe =
    last === undefined
      ? { kind: 'draw', shape: 'range', options: { lower, width }, unique }
      : ({ ...lower, unique } as Recipe)
  for (const column of [first, ...(last === undefined ? [] : [last])]) {
    column.nulls = 0
    column.why = `does not overlap (${exclusion.name})`
  }
  if (last !== undefined)
    last.recipe = {
      kind: 'derive',
      with: 'above',
      from: [{ column: first.column.name }],
      options: { within: width.max, step: unit },
    }
  if (isDate(first) || unit > 1) followSpan(draft, first, last, middle * unitLength(first))
  if (owned) draft.spread.max = Math.min(draft.spread.max ?? Number.POSITIVE_INFINITY, slots)
  return owned ? parents * slots : slots
}

/** Each row, or each child of one owner, has one of the values for itself. */
function spread(
  draft: Draft,
  { name }: ExclusionStudy,
  column: DraftColumn,
  values: readonly string[],
  { owned, parents }: { readonly owned: boolean; readonly parents: number },
): number {
  const scope = owned ? 'parent' : 'row'
  const unique = { by: 'permute', scope, key: name, radices: [values.length], digit: 0, candidates: 1 } as const
  column.recipe = { kind: 'pick', values, unique }
  column.nulls = 0
  column.why = `does not overlap (${name})`
  if (owned) draft.spread.max = Math.min(draft.spread.max ?? Number.POSITIVE_INFINITY, values.length)
  return parents * values.length
}

const isDate = (column: DraftColumn): boolean => /date/.test(column.study.base) || elementKind(column) === 'date'

function elementKind(column: DraftColumn): string {
  const { encoding } = column.study
  return encoding.kind === 'range' || encoding.kind === 'multirange' ? encoding.element.kind : encoding.kind
}

/** The grain of a bound: a quarter of an hour, a day, one. */
const unitOf = (column: DraftColumn): number => (elementKind(column) === 'timestamp' ? 900_000 : 1)

/** Milliseconds in which a bound of 1 counts. */
const unitLength = (column: DraftColumn): number => (elementKind(column) === 'timestamp' ? 1 : DAY)

/** A range, or two bounds of numbers or times. */
const isSpan = (first: DraftColumn, last: DraftColumn | undefined): boolean =>
  last === undefined
    ? first.study.encoding.kind === 'range'
    : /^(number|date|timestamp)$/.test(first.study.encoding.kind)

/**
 * Rows that differ in a day (or a number) that would have to be equal cannot get in each other's way, whatever their spans: every row (of each owner) has one
 * of its own. Null where there is no such column.
 */
function keepApart(workshop: Workshop, draft: Draft, exclusion: ExclusionStudy, wanted: number): number | null {
  const owned = draft.owner?.columns.every((name) => exclusion.equal.includes(name)) ?? false
  const parents = owned && draft.owner !== null ? Math.max(1, fittingCount(draft.owner)) : 1
  const slots = Math.max(SLOTS, 4 * Math.ceil(wanted / parents))
  const today = Math.floor(workshop.inputs.now / DAY)
  const spanOf = (column: DraftColumn): { readonly min: number; readonly max: number } => {
    const min = isDate(column) ? today - Math.floor(slots * (1 - AHEAD)) : 1
    return { min, max: min + slots - 1 }
  }
  const column = exclusion.equal
    .flatMap((name) => draft.columns.get(name) ?? [])
    .find((one) => {
      const { domain, encoding } = one.study
      const unit = isDate(one) ? DAY : 1
      const { min, max } = spanOf(one)
      return (
        /^(date|number)$/.test(encoding.kind) &&
        (one.recipe.kind === 'draw' || one.recipe.kind === 'derive') &&
        domain.values === undefined &&
        (domain.min ?? Number.NEGATIVE_INFINITY) <= min * unit &&
        (domain.max ?? Number.POSITIVE_INFINITY) >= max * unit
      )
    })
  if (column === undefined) return null
  const options = { ...spanOf(column), step: 1 }
  const scope = owned ? 'parent' : 'row'
  const unique = { by: 'permute', scope, key: exclusion.name, radices: [slots], digit: 0, candidates: 1 } as const
  column.recipe = { kind: 'draw', shape: 'integer', options, unique }
  column.nulls = 0
  column.why = `another one in each row, so that none overlap (${exclusion.name})`
  if (owned) draft.spread.max = Math.min(draft.spread.max ?? Number.POSITIVE_INFINITY, slots)
  return owned ? parents * slots : slots
}

/** One row alone (of each owner, where that is compared) never gets in the way of another. */
function single(workshop: Workshop, draft: Draft, exclusion: ExclusionStudy): number {
  const owned = draft.owner?.columns.every((name) => exclusion.equal.includes(name)) ?? false
  workshop.findings.push(
    finding(
      'exclusion-unsolved',
      'warning',
      { table: draft.id, constraint: exclusion.name },
      `The exclusion constraint ${exclusion.name} was not understood: ${draft.id} gets one row${owned ? ` for each ${draft.owner?.key.parent}` : ''}, which cannot break it.`,
      { next: `Settle its columns in the configuration, or leave the table out: --except ${draft.id}` },
    ),
  )
  if (!owned || draft.owner === null) return 1
  draft.spread.max = 1
  return fittingCount(draft.owner)
}
