import type { Value } from '../../model/value.ts'
import type { Draft, DraftColumn } from '../draft.ts'
import { LIFE, type LifeStep, USUAL_STATUSES } from './life-words.ts'
import { nameWords } from './name-words.ts'
import { openColumns } from './open-columns.ts'

const DAY = 86_400_000
const TIMES: readonly string[] = ['date', 'timestamp', 'timestamptz']

/**
 * What a status says and what the columns beside it say agree: only what is published has a `published_at`, and all of it has; only what was cancelled has a
 * reason for that; what was delivered was shipped before.
 */
export function fitStatus(draft: Draft, now: number): void {
  const open = openColumns(draft)
  const steps = open.flatMap((column) => {
    const at = stepOf(column)
    return at === -1 ? [] : [{ column, at }]
  })
  const statuses = [...draft.columns.values()].filter(isStatus)
  for (const { column, at } of steps) {
    const found = statusFor(statuses, LIFE[at] as LifeStep)
    if (found === null) continue
    const { status, taken } = found
    if (column.study.base === 'bool') tellByStatus(column, status, taken)
    else if (!column.study.domain.notNull) {
      onlyWhere(column, status, taken)
      hasBegun(draft, column, now)
    }
  }
  inOrder(
    draft,
    steps.filter(({ column }) => TIMES.includes(column.study.base)).sort((a, b) => a.at - b.at),
  )
}

/** The number of the step that a time, a reason or a flag tells of, -1 for none. */
function stepOf({ column, study }: DraftColumn): number {
  const words = nameWords(column.name)
  const [first = ''] = words
  const last = words.at(-1) ?? ''
  const find = (word: string): number => LIFE.findIndex(({ names }) => names.includes(word))
  if (TIMES.includes(study.base))
    return words.length === 1 || (words.length === 2 && /^(at|on|date|time|timestamp)$/.test(last)) ? find(first) : -1
  if (study.base === 'bool') return find(first === 'is' ? last : words.length === 1 ? first : '')
  const told =
    /^(text|varchar|citext)$/.test(study.base) && words.length === 2 && /^(reason|message|code|notes?)$/.test(last)
  return told && /^(cancel|cancell|reject|declin|fail|error|refund|revo|suspen)/.test(first) ? find(first) : -1
}

/** Does the column hold words of which one counts at a time, in every row? */
export const isStatus = ({ column, study, recipe, nulls, when }: DraftColumn): boolean =>
  (study.meaning?.shape === 'label.status' || /(^|_)(status|state)$/i.test(column.name)) &&
  statusesOf(recipe).length > 1 &&
  nulls === 0 &&
  when.length === 0

/** Distinct words that the column may hold, as it spells them. */
export function statusesOf(recipe: DraftColumn['recipe']): readonly Value[] {
  if (recipe.kind === 'pick') return [...new Set(recipe.values)].filter((value) => typeof value === 'string')
  if (recipe.kind !== 'draw' || recipe.shape !== 'label.status') return []
  return [...new Set(recipe.options.values ?? USUAL_STATUSES)]
}

/** The status that tells some rows that have taken the step from others that have not. */
function statusFor(
  statuses: readonly DraftColumn[],
  step: LifeStep,
): { readonly status: DraftColumn; readonly taken: readonly Value[] } | null {
  const told = statuses.flatMap((status) => {
    const all = statusesOf(status.recipe)
    const taken = all.filter((value) => step.statuses.includes(plain(value)))
    return taken.length === 0 || taken.length === all.length ? [] : [{ status, taken }]
  })
  // `payment_status` speaks of payments before `status` does.
  const own = told.find(({ status }) => step.names.includes(nameWords(status.column.name)[0] ?? ''))
  return own ?? told[0] ?? null
}

const plain = (value: Value): string =>
  String(value)
    .toLowerCase()
    .replace(/[\s-]+/g, '_')

function onlyWhere(column: DraftColumn, status: DraftColumn, taken: readonly Value[]): void {
  column.when.push({ column: status.column.name, is: 'in', values: taken })
  column.nulls = 0
}

/** What has begun began after the row was made, and not later than now. */
function hasBegun(draft: Draft, column: DraftColumn, now: number): void {
  const { recipe, study } = column
  if (
    recipe.kind !== 'draw' ||
    recipe.shape !== 'timestamp' ||
    (study.domain.maxNow ?? study.domain.minNow) !== undefined
  )
    return
  const created = [...draft.columns.values()].find(
    (one) => one.study.meaning?.shape === 'created' && one !== column && TIMES.includes(one.study.base),
  )
  if (created === undefined || created.recipe.kind === 'leave') return
  const { from } = recipe.options
  column.recipe = {
    kind: 'derive',
    with: 'after',
    from: [{ column: created.column.name }],
    options: { within: 5 * DAY, from: Math.min(from, now), until: now },
  }
}

function tellByStatus(column: DraftColumn, status: DraftColumn, taken: readonly Value[]): void {
  column.recipe = {
    kind: 'match',
    column: status.column.name,
    cases: [{ values: taken, recipe: { kind: 'constant', value: true } }],
    otherwise: { kind: 'constant', value: false },
  }
  column.nulls = 0
  column.why = `as ${status.column.name} says`
}

/** A later step is not before an earlier one. */
function inOrder(draft: Draft, steps: readonly { column: DraftColumn; at: number }[]): void {
  for (const [place, { column, at }] of steps.entries()) {
    const { recipe } = column
    if (recipe.kind !== 'derive' || recipe.with !== 'after') continue
    const known = new Set(recipe.from.flatMap((input) => ('link' in input ? [] : [input.column])))
    const sooner = steps
      .slice(0, place)
      .filter((one) => one.at < at && !known.has(one.column.column.name) && draft.columns.has(one.column.column.name))
    if (sooner.length === 0) continue
    column.recipe = { ...recipe, from: [...recipe.from, ...sooner.map((one) => ({ column: one.column.column.name }))] }
  }
}
