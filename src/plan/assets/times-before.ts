import type { ColumnStudy } from '../../model/study.ts'
import type { Draft, DraftColumn } from '../draft.ts'
import { after } from '../recipes/by-time.ts'
import { DAY, within } from '../recipes/times.ts'

const TIME = /^(date|timestamp|timestamptz)$/
const YEAR = 365 * DAY
/** Before it only types have their bounds. */
const YEAR_ONE = -62_135_596_800_000

/** How long before it was published something is made, as a rule. */
const DISTANCE = 2 * DAY

/** A row was made before what its file dates: the time of its making leads up to the times that come from files. */
export function datesFirst(draft: Draft, now: number): void {
  const columns = [...draft.columns.values()].filter(({ study }) => TIME.test(study.base))
  const dated = columns.filter(({ assets, study }) => assets !== undefined && isLater(study))
  const created = columns.find(
    ({ assets, study, why, recipe }) =>
      assets === undefined && study.meaning?.shape === 'created' && why !== 'configuration' && recipe.kind !== 'leave',
  )
  if (created !== undefined && dated.length > 0) leadUpTo(draft, created, dated, { now, strict: false })
}

const isLater = ({ meaning }: ColumnStudy): boolean =>
  meaning !== null && ['happened', 'updated', 'deleted', 'started'].includes(meaning.shape)

/** Makes a time lead up to others that come from files. What these get in other rows does not hang on it any more. */
export function leadUpTo(
  draft: Draft,
  lower: DraftColumn,
  higher: readonly DraftColumn[],
  { now, strict }: { now: number; strict: boolean },
): void {
  const { domain } = lower.study
  const span = within({ from: now - YEAR, to: now }, domain, now)
  const since = Math.max(domain.min ?? Number.NEGATIVE_INFINITY, now + (domain.minNow ?? Number.NEGATIVE_INFINITY))
  lower.recipe = {
    kind: 'derive',
    with: 'before',
    from: higher.map(({ column }) => ({ column: column.name })),
    options: {
      within: DISTANCE,
      from: span.from,
      until: span.to,
      ...(since > YEAR_ONE ? { since } : {}),
      ...(strict ? { strict: true } : {}),
    },
  }
  lower.why = `before ${higher.map(({ column }) => column.name).join(', ')}`
  for (const entry of higher)
    if (hangsOn(draft, entry, lower, new Set()))
      entry.recipe = after(entry.study, [], { span: { from: now - YEAR, to: now }, distance: DAY, now })
}

/** Does the recipe of a column look at another one of its row, by itself or over others? */
function hangsOn(draft: Draft, entry: DraftColumn, other: DraftColumn, seen: Set<DraftColumn>): boolean {
  if (seen.has(entry) || entry.recipe.kind !== 'derive') return false
  seen.add(entry)
  return entry.recipe.from.some((input) => {
    if ('link' in input) return false
    const next = draft.columns.get(input.column)
    return next !== undefined && (next === other || hangsOn(draft, next, other, seen))
  })
}
