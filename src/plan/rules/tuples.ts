import type { Rule } from '../../model/study.ts'
import type { Value } from '../../model/value.ts'
import type { Draft, DraftColumn } from '../draft.ts'
import { isFree } from './is-free.ts'
import { release } from './release.ts'

/** Columns take the values of tuples that a check accepts, those of one tuple together. */
export function tuples(
  draft: Draft,
  rule: Extract<Rule, { kind: 'tuples' }>,
  columns: readonly (DraftColumn | undefined)[],
): void {
  if (rule.tuples.length === 0) {
    draft.impossible ??= `no values were found that the check ${rule.check} accepts`
    return
  }
  const led = columns.flatMap((column, index) => (column?.recipe.kind === 'follow' ? [index] : []))
  const allowed = led.length === 0 ? rule.tuples : oneOfEach(rule.tuples, led)
  for (const [index, column] of columns.entries()) {
    if (column === undefined || !isFree(column)) continue
    column.nulls = 0
    column.recipe = { kind: 'pick', values: allowed.map((tuple) => tuple[index] ?? null), together: rule.check }
    column.why = `check ${rule.check}`
  }
  for (const index of led) leadWhere(draft, rule, allowed, columns, index)
}

/** The other columns tell where the links lead: of tuples that are the same in them one is kept, of whichever kind is rarer so far. */
function oneOfEach(all: readonly (readonly Value[])[], led: readonly number[]): readonly (readonly Value[])[] {
  const own = (tuple: readonly Value[]): string => JSON.stringify(tuple.filter((_, i) => !led.includes(i)))
  const kind = (tuple: readonly Value[]): string => led.map((i) => (tuple[i] === null ? 0 : 1)).join('')
  const byOwn = new Map<string, (readonly Value[])[]>()
  for (const tuple of all) byOwn.set(own(tuple), [...(byOwn.get(own(tuple)) ?? []), tuple])
  const counts = new Map<string, number>()
  return [...byOwn.values()].map((same) => {
    const count = (tuple: readonly Value[]): number => counts.get(kind(tuple)) ?? 0
    const chosen = same.reduce((rarest, tuple) => (count(tuple) < count(rarest) ? tuple : rarest))
    counts.set(kind(chosen), count(chosen) + 1)
    return chosen
  })
}

/** A link leads somewhere where the values of the other columns are of a tuple in which its column is not NULL. */
function leadWhere(
  draft: Draft,
  rule: Extract<Rule, { kind: 'tuples' }>,
  allowed: readonly (readonly Value[])[],
  columns: readonly (DraftColumn | undefined)[],
  index: number,
): void {
  const column = columns[index]
  if (column === undefined) return
  column.nulls = 0
  if (allowed.some((tuple) => tuple[index] === null)) {
    const own = columns.flatMap((one, i) => (one !== undefined && isFree(one) ? [i] : []))
    const among = allowed.filter((tuple) => tuple[index] !== null).map((tuple) => own.map((i) => tuple[i] ?? null))
    column.when.push({ columns: own.map((i) => rule.columns[i] as string), among })
  }
  release(draft, column)
}
