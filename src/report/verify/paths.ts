import { type Database, DatabaseError } from '../../model/database.ts'
import { type Finding, finding } from '../../model/finding.ts'
import type { Link } from '../../model/link.ts'
import { quote } from '../../model/name.ts'
import type { TablePlan } from '../../model/plan.ts'
import { spellCount, spellRows } from '../spell-number.ts'
import { columnsOf, readColumns } from './columns.ts'
import { onlyWritten } from './only-written.ts'
import type { OwnTable } from './own-rows.ts'
import { differing } from './path-sql.ts'
import { failed, passed, skipped, type Verdict } from './verdict.ts'

const NAME = 'paths'

/** Milliseconds for one pair of paths, and what the server says when they are over (query_canceled). */
const PATIENCE = 60_000
const TOO_LONG = '57014'
/** Rows that are named. */
const NAMED = 3

/** Do the two paths by which rows of ours reach one ancestor agree, and are people beside a team its members? */
export async function checkPaths(db: Database, tables: readonly OwnTable[]): Promise<Verdict> {
  const plans = new Map(tables.map(({ id, rows }) => [id, rows.plan]))
  const findings: Finding[] = []
  let judged = 0
  for (const table of tables)
    for (const link of table.rows.plan.links.map(asShared).filter((one) => isPromised(table, one))) {
      const found = await disagreeing(db, table, link, (id) => plans.get(id))
      if (found === null) continue
      judged++
      if (found.length > 0) findings.push(disagreement(table.id, link, found))
    }
  if (judged === 0) return skipped(NAME, 'no rows of supa-seed reach one ancestor by two paths')
  if (findings.length === 0) return passed(NAME, `${spellPairs(judged)}, no row across`, findings)
  return failed(NAME, `rows across by ${findings.length} of ${spellPairs(judged)}`, findings)
}

const spellPairs = (count: number): string => `${spellCount(count)} ${count === 1 ? 'pair' : 'pairs'} of paths`

/** A link whose rows a key deals out under an ancestor, as one that leads there. */
function asShared(link: Link): Link {
  const { choose } = link
  if (choose.kind !== 'permute' || choose.under === undefined) return link
  const { mine, theirs, among, to } = choose.under
  return among === undefined || to === undefined
    ? { ...link, choose: { kind: 'within', mine, theirs, skew: 0 } }
    : { ...link, choose: { kind: 'member', mine, among, theirs, to, skew: 0 } }
}

/** Where a parent had to be named although none was under the ancestor, nothing is promised. */
function isPromised({ rows }: OwnTable, { name, choose, nulls }: Link): boolean {
  const { plan } = rows
  const room = plan.links.some((one) => one.name === name && one.choose.kind === 'permute') ? rows.room() : null
  if (room !== null) return plan.rows <= room
  if (choose.kind === 'member') return true
  if (choose.kind !== 'within') return false
  const owner = plan.links.find((one) => one.name === plan.owner)?.choose
  const kept = owner?.kind === 'blocks' && owner.spread.with?.includes(name) === true
  return choose.theirs.length === 0 || choose.lone === 'nowhere' || nulls > 0 || kept
}

interface Row {
  readonly key: (string | null)[]
  readonly count: number
  readonly [column: string]: unknown
}

/** The first rows that disagree, and how many there are; null: nobody can tell. */
async function disagreeing(
  db: Database,
  table: OwnTable,
  link: Link,
  plans: (id: string) => TablePlan | undefined,
): Promise<readonly Row[] | null> {
  const { plan } = table.rows
  const sql = differing(plan, link, plans)
  if (sql === null) return null
  const shown = plan.key.columns.map((name) => `t.${quote(name)}::text`)
  try {
    return await db.transaction(
      async (tx) => {
        const key = columnsOf((await readColumns(tx, [table.id])).get(table.id), plan.key.columns)
        const filter = key === null ? null : onlyWritten(table, key)
        if (filter === null) return null
        return tx.query<Row>(
          `select array[${shown.join(', ')}] as key, count(*) over ()::int4 as count from ${sql.from} where ${sql.where} ${filter.sql} order by 1 limit ${NAMED}`,
          filter.parameters,
        )
      },
      { readOnly: true, statementTimeout: PATIENCE },
    )
  } catch (error) {
    if (error instanceof DatabaseError && error.code === TOO_LONG) return null
    throw error
  }
}

function disagreement(table: string, link: Link, rows: readonly Row[]): Finding {
  const count = rows[0]?.count ?? 0
  return finding(
    'paths-differ',
    'error',
    { table, constraint: link.name },
    link.choose.kind === 'member'
      ? `${spellRows(count)} of ${table} ${count === 1 ? 'names' : 'name'} somebody who is no member (${link.choose.among}).`
      : `${spellRows(count)} of ${table} ${count === 1 ? 'reaches' : 'reach'} one ancestor by two paths that do not agree.`,
    {
      expected: link.why,
      found: rows.map(({ key }) => key.join(', ')).join('; '),
      next: 'supa-seed reset restores rows of supa-seed; rows of others have to be mended by hand.',
    },
  )
}
