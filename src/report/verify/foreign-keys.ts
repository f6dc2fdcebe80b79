import { type Database, DatabaseError } from '../../model/database.ts'
import { type Finding, finding } from '../../model/finding.ts'
import { idToSql, type ObjectId, quote } from '../../model/name.ts'
import { spellCount } from '../spell-number.ts'
import { readForeignKeys, type SqlForeignKey } from './read-foreign-keys.ts'
import { failed, passed, skipped, type Verdict } from './verdict.ts'

const NAME = 'foreign-keys'

/** Rows without a parent that are counted, and that are named. */
const COUNTED = 1000
const NAMED = 3
/** Milliseconds for one key: an anti-join over tables that no index helps may take long, and verifying must end. */
const PATIENCE = 60_000
/** query_canceled: the patience was over. */
const TOO_LONG = '57014'

/** Has every row of these tables its parents? One anti-join for each key, whatever the server itself promises of it. */
export async function checkForeignKeys(db: Database, tables: readonly ObjectId[]): Promise<Verdict> {
  const keys = await db.transaction((tx) => readForeignKeys(tx, tables), { readOnly: true })
  if (keys.length === 0) return skipped(NAME, 'the tables of supa-seed have no foreign keys')
  const findings: Finding[] = []
  let judged = 0
  for (const key of keys) {
    const answer = key.blind === null ? await dangling(db, key) : BLIND[key.blind]
    if (typeof answer === 'string') findings.push(unjudged(key, answer))
    else judged++
    if (typeof answer !== 'string' && answer.count > 0) findings.push(broken(key, answer))
  }
  const open = findings.filter(({ code }) => code === 'dangling-rows').length
  const rest = judged === keys.length ? '' : `; ${spellCount(keys.length - judged)} could not be judged`
  if (judged === 0) return skipped(NAME, `none of ${spellKeys(keys.length)} could be judged`, findings)
  if (open > 0) return failed(NAME, `rows without a parent by ${open} of ${spellKeys(judged)}${rest}`, findings)
  return passed(NAME, `${spellKeys(judged)}, no row without its parent${rest}`, findings)
}

const spellKeys = (count: number): string => `${spellCount(count)} foreign ${count === 1 ? 'key' : 'keys'}`

const BLIND: Readonly<Record<'privilege' | 'row security' | 'periods', string>> = {
  privilege: 'the current role may not read both tables',
  'row security': 'row-level security may hide rows from the current role',
  periods: 'it is a key over periods',
}

interface Dangling {
  /** At most one more than are counted. */
  readonly count: number
  /** The first ones: `id = 5 (author_id = 77)`. */
  readonly rows: readonly string[]
}

/** Rows that lead nowhere; a text tells why nobody knows. With MATCH SIMPLE a row with any NULL leads nowhere on purpose. */
async function dangling(db: Database, key: SqlForeignKey): Promise<Dangling | string> {
  const child = (name: string): string => `c.${quote(name)}`
  const columns = key.pairs.map((pair) => child(pair.child)).join(', ')
  const orphan = `not exists (select from ${key.parentSql} p where ${key.pairs
    .map((pair) => `p.${quote(pair.parent)} ${pair.operator} ${child(pair.child)}`)
    .join(' and ')})`
  const width = key.pairs.length
  const condition = key.full
    ? `num_nonnulls(${columns}) between 1 and ${width} and (num_nulls(${columns}) > 0 or ${orphan})`
    : `${key.pairs.map((pair) => `${child(pair.child)} is not null`).join(' and ')} and ${orphan}`
  const shown = [...key.key, ...key.pairs.map((pair) => pair.child)]
  const sql = `
    with dangling as materialized (
      select array[${shown.map((name) => `${child(name)}::text`).join(', ')}] as texts
      from ${idToSql(key.table)} c where ${condition} limit ${COUNTED + 1}
    )
    select texts, count(*) over ()::int4 as count from dangling order by texts limit ${NAMED}`
  try {
    const rows = await db.transaction((tx) => tx.query<{ texts: (string | null)[]; count: number }>(sql), {
      readOnly: true,
      statementTimeout: PATIENCE,
    })
    return { count: rows[0]?.count ?? 0, rows: rows.map(({ texts }) => spellRow(key, texts)) }
  } catch (error) {
    if (error instanceof DatabaseError && error.code === TOO_LONG) return `it took more than ${PATIENCE / 1000} seconds`
    throw error
  }
}

/** The row by its key, and where it leads. */
function spellRow(key: SqlForeignKey, texts: readonly (string | null)[]): string {
  const spell = (names: readonly string[], from: number): string =>
    names.map((name, i) => `${name} = ${texts[from + i] ?? 'NULL'}`).join(', ')
  const leads = spell(
    key.pairs.map((pair) => pair.child),
    key.key.length,
  )
  return key.key.length === 0 ? leads : `${spell(key.key, 0)} (${leads})`
}

function broken({ name, table, parent }: SqlForeignKey, { count, rows }: Dangling): Finding {
  const many =
    count > COUNTED ? `more than ${spellCount(COUNTED)} rows lead` : count === 1 ? '1 row leads' : `${count} rows lead`
  return finding(
    'dangling-rows',
    'error',
    { table, constraint: name },
    `By ${name} of ${table} ${many} to no row of ${parent}.`,
    {
      expected: 'every row has its parent',
      found: `${rows.join('; ')}${count > rows.length ? '; …' : ''}`,
      next: 'supa-seed reset restores rows of supa-seed; rows of others have to be mended by hand.',
    },
  )
}

const unjudged = ({ name, table }: SqlForeignKey, why: string): Finding =>
  finding('foreign-key-unjudged', 'info', { table, constraint: name }, `${name} of ${table} was not judged: ${why}.`)
