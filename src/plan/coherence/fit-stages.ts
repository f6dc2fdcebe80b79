import type { Input, Match, Recipe } from '../../model/recipe.ts'
import type { Value } from '../../model/value.ts'
import type { Draft, DraftColumn } from '../draft.ts'
import { DAY, drawTime, type Span, within } from '../recipes/times.ts'
import { nameWords } from './name-words.ts'
import { type Stage, stageOf } from './stage-words.ts'
import { isStatus, statusesOf } from './status-dates.ts'

const HOUR = 3_600_000
const TIMES: readonly string[] = ['date', 'timestamp', 'timestamptz']
/** How long before it takes place something is written down, as a rule. */
const NOTICE = 12 * DAY

/** A status, the time that it speaks of, and the statuses of each stage. */
interface Staged {
  readonly status: DraftColumn
  readonly time: DraftColumn
  readonly end: DraftColumn | null
  readonly stages: ReadonlyMap<Stage, readonly Value[]>
}

/** Bookings that are completed lie behind, those that are confirmed ahead: the times of a row fit what its status says. */
export function fitStages(draft: Draft, now: number): void {
  const staged = stagedOf(draft)
  if (staged === null) return
  const { time, end, status } = staged
  if (!isOpen(draft, time)) return
  const usual = time.recipe
  const cases = casesOf(staged, (stage) => timeAt(draft, time, stage, now))
  if (cases === null) return
  time.recipe = { kind: 'match', column: status.column.name, cases, otherwise: usual }
  time.why = `as ${status.column.name} says`
  if (end !== null && end.recipe.kind === 'derive' && end.recipe.with === 'after') fitEnd(staged, end, end.recipe, now)
}

/** A given row that says when it takes place gets a status that suits, where it names none. */
export function fitGiven(draft: Draft, now: number): void {
  const staged = stagedOf(draft)
  if (staged === null) return
  const { status, time, end, stages } = staged
  const at = (column: DraftColumn | null, row: number): number | null => {
    const found = column?.fixed.find(([one]) => one === row)
    return found === undefined || column === null ? null : instantOf(found[1], column.study.base)
  }
  for (const { row } of draft.given) {
    const start = at(time, row)
    if (start === null || status.fixed.some(([one]) => one === row)) continue
    const until = at(end, row)
    const stage: Stage = start > now ? 'ahead' : until !== null && until > now ? 'running' : 'over'
    const [suits] = stages.get(stage) ?? (stage === 'running' ? stages.get('over') : undefined) ?? []
    if (suits !== undefined) status.fixed.push([row, suits])
  }
}

/** Spans that take turns have their times already: then the status follows them. `at`: what lies before it is over. */
export function followSpan(draft: Draft, first: DraftColumn, last: DraftColumn | undefined, at: number): void {
  const status = [...draft.columns.values()].find(isStatus)
  if (status === undefined || !isLoose(draft, status)) return
  const words = statusesOf(status.recipe)
  const by = (stage: Stage | null) => words.filter((word) => stageOf(String(word), false) === stage)
  const [over, ahead] = [by('over'), by('ahead')]
  if (over.length === 0 || ahead.length === 0) return
  const running = by('running')
  status.recipe = {
    kind: 'derive',
    with: 'stage',
    from: [first, ...(last === undefined ? [] : [last])].map(({ column }) => ({ column: column.name })),
    options: { over, ahead, running: running.length > 0 ? running : ahead, others: by(null), at },
  }
  status.why = `as ${first.column.name} says`
}

/** Nobody has settled it, and no key or check holds it to something; checks may hang on it (`(status = 'cancelled') = (cancelled_at is not null)`). */
const isLoose = (draft: Draft, { column, recipe, why, assets }: DraftColumn): boolean =>
  why !== 'configuration' &&
  assets === undefined &&
  !('unique' in recipe && recipe.unique !== undefined) &&
  !draft.study.keys.some(({ columns }) => columns.includes(column.name)) &&
  !draft.study.exclusions.some(({ equal }) => equal.includes(column.name)) &&
  !draft.study.rules.some(
    (rule) =>
      JSON.stringify(rule).includes(JSON.stringify(column.name)) &&
      (rule.kind !== 'presence' || rule.column === column.name),
  )

function stagedOf(draft: Draft): Staged | null {
  if (draft.study.known !== undefined) return null
  const columns = [...draft.columns.values()]
  const time =
    columns.find(takesPlace) ?? columns.find(({ study }) => study.meaning?.shape === 'due' && isTime(study.base))
  if (time === undefined) return null
  const due = !takesPlace(time)
  const end = due ? null : endOf(columns, time)
  // Who has arrived in a hotel is there; a train that has arrived is over.
  const overBy = end !== null && nameWords(end.column.name)[0]?.startsWith('arriv') ? 'arrived' : null
  for (const status of columns.filter(isStatus)) {
    const stages = new Map<Stage, Value[]>()
    for (const value of statusesOf(status.recipe)) {
      const stage = value === overBy ? 'over' : stageOf(String(value), due)
      if (stage !== null) stages.set(stage, [...(stages.get(stage) ?? []), value])
    }
    const told = due ? stages.has('over') : stages.size > 0
    if (told) return { status, time, end, stages }
  }
  return null
}

const isTime = (base: string): boolean => TIMES.includes(base)

/** `starts_at`, `check_in`, `scheduled_for`, `booking_date`; not `started_at`, which tells of the past alone. */
function takesPlace({ column, study }: DraftColumn): boolean {
  if (!isTime(study.base)) return false
  const words = nameWords(column.name)
  if (/^(started|began|begun|admitted|borrowed|rented|effective|valid|hired?|first)$/.test(words[0] ?? '')) return false
  return study.meaning?.shape === 'started' || (study.meaning?.shape === 'due' && words[0] === 'scheduled')
}

const endOf = (columns: readonly DraftColumn[], { column: { name } }: DraftColumn): DraftColumn | null =>
  columns.find(({ study }) => study.meaning?.shape === 'ended' && isTime(study.base) && study.meaning.of === name) ??
  null

/** Nobody settled it, no key holds it, and what a check says of it is at most an order. */
function isOpen(draft: Draft, { column, recipe, why, when, assets }: DraftColumn): boolean {
  const keyed = draft.study.keys.some(({ columns }) => columns.includes(column.name))
  const excluded = draft.study.exclusions.some(
    ({ equal, span }) => equal.includes(column.name) || Object.values(span ?? {}).includes(column.name),
  )
  const ruled = draft.study.rules.some(
    (rule) => rule.kind !== 'order' && JSON.stringify(rule).includes(JSON.stringify(column.name)),
  )
  const loose = draft.study.unsolved.some(({ columns }) => columns.includes(column.name))
  const timed = recipe.kind === 'draw' || (recipe.kind === 'derive' && recipe.with === 'after')
  return (
    timed &&
    !keyed &&
    !excluded &&
    !ruled &&
    !loose &&
    when.length === 0 &&
    why !== 'configuration' &&
    assets === undefined
  )
}

/** A case for each stage; null where a stage has no room in what the column accepts. */
function casesOf({ stages }: Staged, recipeAt: (stage: Stage) => Recipe | null): Match['cases'] | null {
  const cases = [...stages].map(([stage, values]) => ({ values, recipe: recipeAt(stage) }))
  return cases.every((one): one is Match['cases'][number] => one.recipe !== null) ? cases : null
}

/** Whole days in a column of dates: today is neither behind nor ahead. */
function spanAt(stage: Stage, { study: { base, meaning } }: DraftColumn, now: number): Span {
  const unit = base === 'date' ? DAY : HOUR
  if (stage === 'over') return { from: now - (meaning?.shape === 'due' ? 40 : 180) * DAY, to: now - unit }
  if (stage === 'running')
    return { from: now - (base === 'date' ? DAY : 2 * HOUR), to: now - (base === 'date' ? 0 : HOUR / 4) }
  return { from: now + 2 * unit, to: now + 60 * DAY }
}

function timeAt(draft: Draft, time: DraftColumn, stage: Stage, now: number): Recipe | null {
  const wanted = spanAt(stage, time, now)
  const span = within(wanted, time.study.domain, now)
  if (span.from < wanted.from || span.to > wanted.to || span.from >= span.to) return null
  const created = createdOf(draft, time)
  if (created === null || stage === 'running') return drawTime(time.study.base, span, true)
  const options = { within: NOTICE, from: span.from, until: span.to }
  return {
    kind: 'derive',
    with: 'after',
    from: created,
    options: stage === 'ahead' ? { ...options, since: span.from } : options,
  }
}

/** What takes place was written down before. */
function createdOf(draft: Draft, time: DraftColumn): readonly Input[] | null {
  const created = [...draft.columns.values()].find(
    (one) => one !== time && one.study.meaning?.shape === 'created' && isTime(one.study.base),
  )
  if (
    created === undefined ||
    created.recipe.kind === 'leave' ||
    JSON.stringify(created.recipe).includes(JSON.stringify(time.column.name))
  )
    return null
  return [{ column: created.column.name }]
}

/** What is over has ended, and what runs has not. */
function fitEnd(staged: Staged, end: DraftColumn, usual: Extract<Recipe, { kind: 'derive' }>, now: number): void {
  const by: Readonly<Record<Stage, Readonly<Record<string, Value>>>> = {
    over: { ...usual.options, until: end.study.base === 'date' ? now - DAY : now },
    running: { ...usual.options, since: end.study.base === 'date' ? now + DAY : now + HOUR / 4 },
    ahead: { ...usual.options },
  }
  const cases = casesOf(staged, (stage) => ({ ...usual, options: by[stage] }))
  if (cases === null || end.assets !== undefined || end.why === 'configuration') return
  end.recipe = { kind: 'match', column: staged.status.column.name, cases, otherwise: usual }
}

/** Milliseconds since the epoch of a value of a fixture; null for what cannot be read. */
function instantOf(value: Value, base: string): number | null {
  if (typeof value === 'number') return base === 'date' ? value * DAY : value
  if (typeof value !== 'string') return null
  const parsed = Date.parse(/[zZ]$|[+-]\d\d(:?\d\d)?$|^\d{4}-\d{2}-\d{2}$/.test(value) ? value : `${value}Z`)
  return Number.isNaN(parsed) ? null : parsed
}
