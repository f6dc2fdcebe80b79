import { type Assets, NO_ASSETS } from '../model/assets/assets.ts'
import type { Database } from '../model/database.ts'
import { type Finding, finding } from '../model/finding.ts'
import type { JournalLine, Past } from '../model/journal.ts'
import type { ObjectId } from '../model/name.ts'
import { compileRows } from '../values/rows/rows.ts'
import { type ChunkRecord, type Folded, fold } from './journal/fold.ts'
import type { Journal } from './journal/open-journal.ts'
import { buildHistory, type PlannedRun, withoutGone } from './past/build-history.ts'
import { checkTable } from './past/check-table.ts'
import { type History, NO_HISTORY, type OwnRows } from './past/history.ts'
import { gapsOf, pastOf } from './past/past-of.ts'
import { wasCommitted } from './past/resolve-open.ts'

/** Milliseconds. */
const PATIENCE = 30_000

export interface ReadPastOptions {
  /** How long a journal that was opened for writing waits for transactions that have not ended, in milliseconds. Default 30,000. */
  readonly patience?: number
  /** False: the journal is taken at its word, for `reset`, which looks at every row itself and brings back what is gone. Default true. */
  readonly probe?: boolean
  /** The user's content, as far as it is there. Default none: keys can be told without. */
  readonly assets?: Assets
}

/** What is there from earlier runs. */
export interface ReadPast {
  /** For a new plan. */
  readonly past: Past
  /** For load, cleanup, reset and status. */
  readonly history: History
  /** The same with rows that are gone: what reset brings back. */
  readonly whole: History
  /** Tables with rows beyond a gap: go on with the frozen plan of the unfinished run, or clean up. */
  readonly gaps: readonly ObjectId[]
  /** The dataset that is there; null: none was chosen, or nobody knows. */
  readonly dataset: string | null
  readonly findings: readonly Finding[]
}

/**
 * Reads the journal and believes nothing of it that the database does not bear out: open transactions are asked about, the first and last keys of chunks
 * are looked up. A journal none of whose rows is there (after `supabase db reset`) is set aside by the next run. Writes only to a journal that was opened for
 * writing. Throws SeedError `run-in-progress` when a transaction of a run does not end.
 */
export async function readPast(db: Database, journal: Journal, options: ReadPastOptions = {}): Promise<ReadPast> {
  const { patience = PATIENCE, probe = true, assets = NO_ASSETS } = options
  const folded = fold(journal.lines)
  const findings: Finding[] = journal.damaged > 0 ? [damaged(journal)] : []
  const runs = await withPlans(journal, folded, assets)
  if (runs === null) return notUsed(findings, 'the plan of a run is missing or not whole', NO_HISTORY)
  const resolved: PlannedRun[] = []
  for (const run of runs) resolved.push(await resolveOpen(db, journal, run, journal.writable ? patience : null))
  const all = buildHistory(resolved, folded.reference)
  const { dataset } = folded
  if (!probe) return { past: pastOf(all), history: all, whole: all, gaps: gapsOf(all), dataset, findings }
  const { gone, findings: found, believed } = await check(db, all.own)
  if (all.own.length > 0 && !believed) return notUsed(findings, 'none of its rows is there', all)
  const history = withoutGone(all, resolved, gone)
  return {
    past: pastOf(history),
    history,
    whole: all,
    gaps: gapsOf(history),
    dataset,
    findings: [...findings, ...found],
  }
}

/** Null when a plan cannot be read: keys cannot be recomputed then. */
async function withPlans(journal: Journal, { runs }: Folded, assets: Assets): Promise<PlannedRun[] | null> {
  const planned = new Map<string, Pick<PlannedRun, 'plan' | 'rows'>>()
  const all: PlannedRun[] = []
  for (const record of runs) {
    if (!planned.has(record.plan)) {
      const plan = await journal.readPlan(record.plan)
      if (plan === null) return null
      planned.set(record.plan, { plan, rows: compileRows(plan, assets) })
    }
    const found = planned.get(record.plan)
    if (found) all.push({ record, ...found })
  }
  return all
}

/** Settles what became of chunks that were open when the process ended, and writes it down where that is allowed. */
async function resolveOpen(
  db: Database,
  journal: Journal,
  { record, plan, rows }: PlannedRun,
  patience: number | null,
): Promise<PlannedRun> {
  const done: ChunkRecord[] = []
  const lines: JournalLine[] = []
  for (const chunk of record.open) {
    const committed = await wasCommitted(db, chunk, (table) => rows.table(table), patience)
    if (committed) done.push(chunk)
    lines.push(
      committed
        ? { kind: 'done', run: record.run, chunk: chunk.id, inserted: chunk.parts.map(({ from, to }) => to - from) }
        : { kind: 'undone', run: record.run, chunk: chunk.id, why: 'the run ended before it was committed' },
    )
  }
  // A line speaks of the last attempt at a chunk: where several are open, none is written, and the server is asked again next time.
  const single = new Set(record.open.map(({ id }) => id)).size === record.open.length
  if (journal.writable && lines.length > 0 && single) await journal.append(lines)
  const { run, at, finished, cleaned } = record
  return {
    record: { run, plan: record.plan, at, finished, cleaned, open: [], done: [...record.done, ...done] },
    plan,
    rows,
  }
}

async function check(
  db: Database,
  own: readonly OwnRows[],
): Promise<{ gone: OwnRows[]; findings: Finding[]; believed: boolean }> {
  const byTable = new Map<ObjectId, OwnRows[]>()
  for (const part of own) byTable.set(part.table, [...(byTable.get(part.table) ?? []), part])
  const gone: OwnRows[] = []
  const findings: Finding[] = []
  let believed = false
  for (const [table, parts] of byTable) {
    const checked = await checkTable(db, parts)
    if (!checked.looked) findings.push(unprobed(table))
    if (!checked.looked || checked.there.length > 0) believed = true
    if (checked.looked && checked.found < checked.asked)
      findings.push(missing(table, checked.asked, checked.found, checked.there.length === 0))
    gone.push(...checked.gone)
  }
  return { gone, findings, believed }
}

function notUsed(findings: readonly Finding[], why: string, whole: History): ReadPast {
  const found = finding('journal-set-aside', 'info', {}, `The journal of earlier runs is not used: ${why}.`, {
    next: 'Nothing, if the database was reset (`supabase db reset`) or this is another copy of it: the next seed sets the journal aside. `supa-seed reset` would bring the rows back.',
  })
  const history = { ...NO_HISTORY, aside: true }
  return { past: pastOf(history), history, whole, gaps: [], dataset: null, findings: [...findings, found] }
}

function damaged(journal: Journal): Finding {
  return finding(
    'journal-damaged',
    'warning',
    { file: journal.folder },
    `${journal.damaged} lines of the journal cannot be read and are passed over.`,
    {
      next: 'If rows of earlier runs remain after `supa-seed cleanup`, remove them by hand.',
    },
  )
}

function missing(table: ObjectId, asked: number, found: number, all: boolean): Finding {
  const message = all
    ? `The rows of earlier runs in ${table} are gone; it counts as empty.`
    : `Some rows of earlier runs in ${table} are not there any more, or their keys were changed.`
  return finding('rows-missing', 'warning', { table }, message, {
    expected: `${asked} of ${asked} keys that were looked up`,
    found: String(found),
    next: all
      ? '`supa-seed seed` writes them again.'
      : '`supa-seed reset` brings them back; `supa-seed cleanup` removes the rest.',
  })
}

function unprobed(table: ObjectId): Finding {
  return finding(
    'rows-unseen',
    'warning',
    { table },
    `The current role cannot read ${table}, so the journal is believed as it is.`,
    {
      next: `Use a role that may SELECT from ${table} and is not held by its row-level security.`,
    },
  )
}
