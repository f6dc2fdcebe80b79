import { type Finding, finding } from '../../model/finding.ts'
import type { ObjectId } from '../../model/name.ts'
import { spellCount, spellRows } from '../spell-number.ts'
import { failed, passed, skipped, type Verdict } from './verdict.ts'

/** What is there of a table. */
export interface Counted {
  readonly table: ObjectId
  /** Rows of ours that are there. */
  readonly own: number
  /** Rows of ours that are known to be gone. */
  readonly gone: number
  /** Rows that triggers made for us. */
  readonly made: number
  /** All rows; null: the role may not count them. */
  readonly all: number | null
  /** Rows of ours when the interrupted run is finished; null where none was. */
  readonly promised: number | null
}

const NAME = 'counts'

/** Is every row of ours there? */
export function checkCounts(tables: readonly Counted[], unfinished: boolean): Verdict {
  const seen = tables.filter(({ all }) => all !== null)
  if (seen.length === 0 && tables.length > 0)
    return skipped(NAME, 'the current role may not count the rows of any table of supa-seed')
  const short = tables.map((table) => ({ table, missing: missing(table) })).filter((one) => one.missing > 0)
  const total = tables.reduce((sum, table) => sum + promise(table), 0)
  const unseen = tables.length - seen.length
  const rest = unseen === 0 ? '' : `; ${unseen} could not be counted`
  if (short.length === 0 && !unfinished)
    return passed(NAME, `${spellRows(total)} in ${spellTables(tables.length)}, all there${rest}`)
  const gone = short.reduce((sum, one) => sum + one.missing, 0)
  const why = unfinished ? 'a run was interrupted: ' : ''
  return failed(NAME, `${why}${spellCount(gone)} of ${spellRows(total)} are not there${rest}`, [
    ...short.map((one) => shortfall(one.table, one.missing, unfinished)),
    ...(unfinished && short.length === 0 ? [interrupted()] : []),
  ])
}

const promise = ({ own, gone, made, promised }: Counted): number => Math.max(own + gone + made, promised ?? 0)

/** Rows that triggers made are only counted; so where there are fewer rows than ours, some of those are gone. */
const missing = (table: Counted): number =>
  Math.max(promise(table) - table.own - table.made, table.all === null ? 0 : table.own + table.made - table.all)

const spellTables = (count: number): string => `${count} ${count === 1 ? 'table' : 'tables'}`

function shortfall(table: Counted, missing: number, unfinished: boolean): Finding {
  return finding(
    'rows-missing',
    'error',
    { table: table.table },
    `${spellRows(missing)} of supa-seed ${missing === 1 ? 'is' : 'are'} not in ${table.table}.`,
    {
      expected: spellRows(promise(table)),
      found: String(promise(table) - missing),
      next: unfinished ? 'supa-seed seed goes on with the interrupted run.' : 'supa-seed reset brings them back.',
    },
  )
}

const interrupted = (): Finding =>
  finding('run-unfinished', 'error', {}, 'An earlier run was interrupted.', { next: 'supa-seed seed goes on with it.' })
