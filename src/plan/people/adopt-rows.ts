import { type Finding, finding } from '../../model/finding.ts'
import type { Pool } from '../../model/link.ts'
import type { TablePlan } from '../../model/plan.ts'
import { joinSpans, spansOf } from '../../model/row-spans.ts'
import type { Draft, Workshop } from '../draft.ts'
import { givenIndex } from '../fixtures/given-index.ts'
import { madeRow } from '../fixtures/given-rows.ts'
import type { AdoptedTable } from './adoption.ts'

/** Handles of rows that are adopted; no fixture has such a one. */
const HANDLE = 'there:'

/**
 * Takes rows of others in among the draft's own, as rows that are given and never written: users after those that are made (so these stay the same,
 * whoever is there), what belongs to them before the others. What earlier runs adopted stays, as far as it is there.
 */
export function adoptRows(workshop: Workshop, draft: Draft): void {
  closeForIdentities(workshop, draft)
  const table = adoptionOf(workshop, draft)
  const pool = workshop.inputs.answers.adopted[draft.id]
  const past = workshop.inputs.past.tables[draft.id]
  draft.missing = missingRows(workshop, draft)
  if (table === undefined || pool === undefined || draft.impossible !== null) return
  if (past?.plan.adopted !== undefined) {
    readopt(workshop, draft, past.plan, pool, table)
    return
  }
  if (draft.madeBy !== null) return
  const fresh = givenIndex(draft).fresh(past?.rows ?? 0)
  const first =
    table.by === null
      ? Math.max(past?.rows ?? 0, draft.scope.count ?? 0, draft.given.length)
      : (past?.rows ?? 0) + fresh
  const rows = pool.rows.filter((texts) => table.by === null || parentOf(workshop, table, textOf(pool, texts)) !== null)
  for (const [i, texts] of rows.entries()) {
    draft.adopted.push({ row: first + i, texts: textOf(pool, texts) })
    draft.given.push({ row: first + i, handle: handleOf(pool, texts, table.column), fixture: null })
  }
  if (table.by === null) workshop.findings.push(tellAdopted(draft, rows.length, pool.complete))
}

/** The same for a table whose rows a trigger makes, one for each user: what it has made for those that are adopted. */
export function adoptMadeRows(workshop: Workshop, draft: Draft): void {
  const table = adoptionOf(workshop, draft)
  const pool = workshop.inputs.answers.adopted[draft.id]
  const past = workshop.inputs.past.tables[draft.id]
  const maker = table?.by == null ? undefined : workshop.byId.get(table.by.table)
  if (draft.madeBy === null || table?.by == null || pool === undefined || maker === undefined) return
  if (past?.plan.adopted !== undefined || draft.madeBy.of !== maker.id) return
  const { column, by } = table
  const place = pool.columns.indexOf(column)
  const there = new Map(pool.rows.map((texts) => [texts[place] ?? '', texts]))
  for (const { row, texts } of maker.adopted) {
    const at = madeRow(workshop, draft, row)
    const found = there.get(texts[by.column] ?? '')
    if (at === null) continue
    if (found === undefined) draft.missing = [...draft.missing, at].sort((a, b) => a - b)
    else draft.adopted.push({ row: at, texts: textOf(pool, found) })
  }
}

/** Puts what adopted rows hold into columns and links. */
export function applyAdopted(workshop: Workshop, draft: Draft): void {
  const past = workshop.inputs.past.tables[draft.id]
  if (past?.plan.adopted !== undefined) return
  for (const { row, texts } of draft.adopted) {
    for (const [name, text] of Object.entries(texts)) draft.columns.get(name)?.fixed.push([row, text])
    if (draft.madeBy !== null) continue
    for (const link of draft.links) {
      const wanted = link.columns.map((name) => texts[name])
      const target = link.parent?.adopted.find((one) =>
        link.key.parentColumns.every((name, i) => one.texts[name] != null && one.texts[name] === wanted[i]),
      )
      if (target !== undefined) link.fixed.push([row, target.row])
    }
  }
}

/** What the plan keeps of rows that are adopted; `known`: of an earlier one. */
export function plannedAdopted(
  workshop: Workshop,
  draft: Draft,
  known?: TablePlan,
): Pick<TablePlan, 'adopted' | 'skipped'> {
  const ascending = draft.adopted.map(({ row }) => row).sort((a, b) => a - b)
  const adopted = spansOf(ascending)
  const missing = spansOf(draft.missing)
  const skipped = joinSpans([...(known?.skipped ?? []), ...adopted, ...missing])
  const took = adoptionOf(workshop, draft) !== undefined || known?.adopted !== undefined
  return { ...(took ? { adopted } : {}), ...(skipped.length === 0 ? {} : { skipped }) }
}

const adoptionOf = ({ inputs }: Workshop, draft: Draft): AdoptedTable | undefined =>
  inputs.scope.adoption?.tables.find(({ id }) => id === draft.id)

/** Rows that an earlier run has adopted: those of them that are still there. */
function readopt(workshop: Workshop, draft: Draft, plan: TablePlan, pool: Pool, { column, by }: AdoptedTable): void {
  const place = pool.columns.indexOf(column)
  const there = new Set(pool.rows.map((texts) => texts[place] ?? ''))
  const gone: string[] = []
  for (const { row, texts } of adoptedBy(plan)) {
    if (there.has(texts[column] ?? '')) draft.adopted.push({ row, texts })
    else gone.push(texts.email ?? texts[column] ?? '')
  }
  draft.missing = missingRows(workshop, draft)
  if (by !== null) return
  if (draft.adopted.length > 0) workshop.findings.push(tellAdopted(draft, draft.adopted.length, true))
  if (gone.length > 0) workshop.findings.push(tellGone(draft, gone))
}

/** Rows that earlier runs have numbered and that are not there, but for adopted ones. */
function missingRows({ inputs }: Workshop, draft: Draft): number[] {
  if (inputs.scope.adoption === null) return []
  const rows = new Set(inputs.gone?.[draft.id])
  for (const { from, to } of inputs.past.tables[draft.id]?.plan.skipped ?? [])
    for (let row = from; row < to; row++) rows.add(row)
  for (const { row } of draft.adopted) rows.delete(row)
  return [...rows].sort((a, b) => a - b)
}

/** The rows of others in an earlier plan. */
function adoptedBy({ adopted = [], columns }: TablePlan): Draft['adopted'] {
  const rows = new Map<number, Record<string, string | null>>()
  for (const { from, to } of adopted) for (let row = from; row < to; row++) rows.set(row, {})
  for (const { name, fixed = [] } of columns)
    for (const [row, value] of fixed) {
      const texts = rows.get(row)
      if (texts !== undefined) texts[name] = value === null ? null : String(value)
    }
  return [...rows].map(([row, texts]) => ({ row, texts }))
}

/** Rows beside each user (identities) are made for users that are made. */
function closeForIdentities({ inputs, byId }: Workshop, draft: Draft): void {
  const { auth } = inputs.study
  const users = auth?.with.includes(draft.id) ? byId.get(auth.users) : undefined
  if (users === undefined) return
  draft.closed = [...new Set([...draft.closed, ...rowsOfOthers(users)])].sort((a, b) => a - b)
}

/** Rows of a table that are others', or were when they were adopted. Not of one whose rows a trigger makes. */
export const rowsOfOthers = ({ given }: Draft): number[] =>
  given.flatMap(({ row, handle }) => (handle.startsWith(HANDLE) ? [row] : []))

function parentOf(workshop: Workshop, { by, column }: AdoptedTable, texts: Readonly<Record<string, string | null>>) {
  const parent = by === null ? undefined : workshop.byId.get(by.table)
  return parent?.adopted.find((one) => by !== null && one.texts[by.column] === texts[column]) ?? null
}

const textOf = (pool: Pool, texts: readonly (string | null)[]): Record<string, string | null> =>
  Object.fromEntries(pool.columns.map((name, i) => [name, texts[i] ?? null]))

const handleOf = (pool: Pool, texts: readonly (string | null)[], column: string): string =>
  `${HANDLE}${texts[pool.columns.indexOf(column)] ?? ''}`

function tellAdopted({ id }: Draft, count: number, complete: boolean): Finding {
  const place = { table: id, path: 'userStrategy' }
  if (count === 0)
    return finding(
      'no-existing-users',
      'warning',
      place,
      'No user is there to adopt: only those that are made get content.',
      {
        expected: 'users that existingUsers means',
        found: 'none',
        next: 'Let somebody sign up first (or load a seed file), widen existingUsers.filter, or leave userStrategy out.',
      },
    )
  const who = `${complete ? '' : 'The first '}${count === 1 ? '1 user that is' : `${count} users that are`} there`
  return finding(
    'users-adopted',
    'info',
    place,
    `${who} can get content like those that are made; nothing of them is changed.`,
  )
}

function tellGone({ id }: Draft, gone: readonly string[]): Finding {
  const some = `${gone.slice(0, 3).join(', ')}${gone.length > 3 ? ', …' : ''}`
  const who = gone.length === 1 ? 'A user who got content is gone' : `${gone.length} users who got content are gone`
  return finding('adopted-gone', 'warning', { table: id }, `${who}: ${some}.`, {
    next: 'Nothing new is made for them. To share everything out anew: supa-seed cleanup, then supa-seed seed',
  })
}
