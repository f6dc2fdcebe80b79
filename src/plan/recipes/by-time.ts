import type { Input, Recipe } from '../../model/recipe.ts'
import type { ColumnStudy, Meaning } from '../../model/study.ts'
import type { Value } from '../../model/value.ts'
import type { Draft } from '../draft.ts'
import { isTracked } from './set-by-trigger.ts'
import { DAY, drawTime, type Span, within } from './times.ts'

const TIME_BASES: readonly string[] = ['date', 'timestamp', 'timestamptz']
const YEAR = 365 * DAY

/** Times in life order: a row is not older than its parents, updated after created, ended after started. Null: not a time column. */
export function timeRecipe(draft: Draft, study: ColumnStudy, meaning: Meaning, now: number): Recipe | null {
  if (!TIME_BASES.includes(study.base)) return null
  const other = (name: string | undefined): Input[] =>
    name !== undefined && draft.study.columns[name] !== undefined && name !== study.name && isTime(draft, name)
      ? [{ column: name }]
      : []
  const created = other(meaning.of ?? columnMeaning(draft, 'created'))
  switch (meaning.shape) {
    case 'created':
      return after(study, parentsCreated(draft), {
        span: { from: now - YEAR, to: now - 3_600_000 },
        distance: 45 * DAY,
        now,
      })
    case 'updated':
    case 'deleted':
    case 'happened':
      return after(study, created, { span: { from: now - YEAR, to: now }, distance: 20 * DAY, now })
    case 'started':
      return drawTime(study.base, within({ from: now - YEAR / 2, to: now + 60 * DAY }, study.domain, now), true)
    case 'ended':
      return after(study, other(meaning.of ?? columnMeaning(draft, 'started')), {
        span: { from: now - YEAR / 2, to: now + YEAR },
        distance: 3 * DAY,
        now,
      })
    case 'due':
      return after(study, created, { span: { from: now - 30 * DAY, to: now + 90 * DAY }, distance: 30 * DAY, now })
    default:
      return null
  }
}

const isTime = (draft: Draft, name: string): boolean => TIME_BASES.includes(draft.study.columns[name]?.base ?? '')

/** The column of that meaning; of several (`invited_at` beside `created_at`) the one that says so in its name. */
function columnMeaning(draft: Draft, shape: Meaning['shape']): string | undefined {
  const names = Object.values(draft.study.columns)
    .filter((column) => column.meaning?.shape === shape && TIME_BASES.includes(column.base))
    .map(({ name }) => name)
  return names.find((name) => name.toLowerCase().startsWith(shape)) ?? names[0]
}

/** The creation times of the parents that are planned or whose pool carries them. */
function parentsCreated(draft: Draft): Input[] {
  const inputs: Input[] = []
  const own = columnMeaning(draft, 'created')
  for (const link of draft.links) {
    // An answer is not older than what it answers; a row that leads to itself would wait for itself.
    const answers = link.self && link.choose.kind === 'earlier' && !link.choose.itself
    if (answers && own !== undefined) inputs.push({ link: link.name, column: own })
    if (
      link.self ||
      link.columns.every((name) => isTracked(draft, name)) ||
      link.patch ||
      link.choose.kind === 'implied' ||
      link.choose.kind === 'none' ||
      link.choose.kind === 'first-child'
    )
      continue
    const planned = link.parent === null ? undefined : columnMeaning(link.parent, 'created')
    if (planned !== undefined && link.parent?.columns.has(planned)) inputs.push({ link: link.name, column: planned })
    const pooled = link.pool?.columns.find((name) => /^(created|inserted)(_at|_on|At|On)?$/.test(name))
    if (pooled !== undefined) inputs.push({ link: link.name, column: pooled })
  }
  return inputs
}

/** A time after others; `distance` is how long it typically takes. */
export function after(
  study: ColumnStudy,
  from: readonly Input[],
  by: { span: Span; distance: number; now: number; strict?: boolean },
): Recipe {
  const span = within(by.span, study.domain, by.now)
  if (from.length === 0) return drawTime(study.base, span, true)
  const options: Record<string, Value> = { within: by.distance, from: span.from, until: span.to }
  if (by.strict) options.strict = true
  return { kind: 'derive', with: 'after', from, options }
}
