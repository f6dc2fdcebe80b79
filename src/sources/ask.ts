import type { Database, Queryable, QueryRow } from '../model/database.ts'
import { type Finding, finding } from '../model/finding.ts'
import type { Pool } from '../model/link.ts'
import type { ObjectId } from '../model/name.ts'
import type { Answers, Question } from '../model/question.ts'
import { lookUp, type Sight } from './ask/look-up.ts'
import { adoptSql, countsSql, largestSql, namedSql, poolSql, takenSql } from './ask/sql-of.ts'

/** Tables whose counts go into one statement. */
const BATCH = 100

/** Between the columns of a tuple. */
const SEPARATOR = '\u001F'

type Of<Kind extends Question['kind']> = Extract<Question, { kind: Kind }>

interface Asked {
  readonly answers: Answers
  /** What could not be answered, or not in full. */
  readonly findings: readonly Finding[]
}

const NOTHING: Answers = {
  counts: {},
  pools: {},
  adopted: {},
  taken: {},
  largest: {},
  passwordHash: null,
  secretsApart: false,
}

/**
 * Answers every question from one read-only snapshot. What the role may not read is not asked: it gets a finding, no pool and no values, and
 * null for counts and largest values.
 * @throws DatabaseError
 */
export async function ask(db: Database, questions: readonly Question[]): Promise<Asked> {
  if (questions.length === 0) return { answers: NOTHING, findings: [] }
  return db.transaction((tx) => answer(tx, questions), { readOnly: true, isolation: 'repeatable read' })
}

async function answer(tx: Queryable, questions: readonly Question[]): Promise<Asked> {
  const sights = await lookUp(tx, [...new Set(questions.map(({ table }) => table))])
  const allowed = questions.filter((question) => isReadable(question, sights.get(question.table)))
  const refused = questions.filter((question) => !allowed.includes(question))
  const of = <Kind extends Question['kind']>(kind: Kind) =>
    allowed.filter((question): question is Of<Kind> => question.kind === kind)

  const counts = await counted(tx, of('count'))
  const largest = await largestOf(tx, of('largest'))
  const pools = await gatherPools(tx, of('pool'), sights)
  const adopted = await gatherAdopted(tx, of('adopt'), sights)
  const { taken, findings } = await gatherTaken(tx, of('taken'))
  const named = await gatherNamed(tx, of('named'))
  for (const question of refused) {
    if (question.kind === 'count') counts[question.table] = null
    if (question.kind === 'largest') largest[`${question.table}.${question.column}`] = null
  }
  return {
    answers: { counts, pools, adopted, taken, named, largest, passwordHash: null, secretsApart: false },
    findings: [...refusals(refused), ...hidden(sights, allowed), ...findings],
  }
}

function isReadable(question: Question, sight: Sight | undefined): boolean {
  if (sight === undefined || !sight.readable) return false
  const columns =
    question.kind === 'count'
      ? []
      : question.kind === 'largest'
        ? [question.column]
        : [...question.columns, ...(question.kind === 'named' ? question.by : [])]
  return columns.every((column) => Object.hasOwn(sight.columns, column) && sight.columns[column]?.readable)
}

async function counted(tx: Queryable, questions: readonly Of<'count'>[]): Promise<Record<ObjectId, number | null>> {
  const counts: Record<ObjectId, number | null> = {}
  for (const batch of batches(questions)) {
    const rows = await tx.query<QueryRow & { place: number; answer: number }>(
      countsSql(batch),
      batch.map(({ limit }) => limit),
    )
    for (const { place, answer } of rows) counts[batch[place]?.table ?? ''] = answer
  }
  return counts
}

async function largestOf(tx: Queryable, questions: readonly Of<'largest'>[]): Promise<Record<string, string | null>> {
  const largest: Record<string, string | null> = {}
  for (const batch of batches(questions)) {
    const rows = await tx.query<QueryRow & { place: number; answer: string | null }>(largestSql(batch))
    for (const { place, answer } of rows) largest[`${batch[place]?.table}.${batch[place]?.column}`] = answer
  }
  return largest
}

async function gatherPools(
  tx: Queryable,
  questions: readonly Of<'pool'>[],
  sights: ReadonlyMap<ObjectId, Sight>,
): Promise<Record<string, Pool>> {
  const pools: Record<string, Pool> = {}
  for (const question of questions) {
    const { id, table, columns, identity, limit } = question
    const sight = sights.get(table)
    if (sight === undefined) continue
    const rows = await tx.query<QueryRow & { tuple: (string | null)[] }>(poolSql(question, sight), [limit + 1])
    pools[id] = {
      id,
      table,
      columns,
      ...(identity === undefined ? {} : { identity }),
      rows: rows.slice(0, limit).map(({ tuple }) => tuple),
      complete: rows.length <= limit,
    }
  }
  return pools
}

/** Tables in the order of the questions: rows belong to those that were gathered before. */
async function gatherAdopted(
  tx: Queryable,
  questions: readonly Of<'adopt'>[],
  sights: ReadonlyMap<ObjectId, Sight>,
): Promise<Record<ObjectId, Pool>> {
  const adopted: Record<ObjectId, Pool> = {}
  for (const question of questions) {
    const { table, columns, by, limit } = question
    const sight = sights.get(table)
    if (sight === undefined) continue
    const above = by === null ? null : textsOf(adopted[by.table], by.column)
    const { sql, parameters } = adoptSql(question, sight, above)
    const rows = await tx.query<QueryRow & { tuple: (string | null)[] }>(sql, [limit + 1, ...parameters])
    adopted[table] = {
      id: table,
      table,
      columns,
      rows: rows.slice(0, limit).map(({ tuple }) => tuple),
      complete: rows.length <= limit,
    }
  }
  return adopted
}

const textsOf = (pool: Pool | undefined, column: string): string[] => {
  const place = pool?.columns.indexOf(column) ?? -1
  return place === -1 ? [] : (pool?.rows ?? []).flatMap((row) => row[place] ?? [])
}

async function gatherNamed(tx: Queryable, questions: readonly Of<'named'>[]): Promise<NonNullable<Answers['named']>> {
  const named: Record<string, Record<string, Record<string, string | null>>> = {}
  for (const question of questions) {
    const { table, key, by, tuples, columns } = question
    const rows = await tx.query<QueryRow & { key: string[]; tuple: (string | null)[] }>(
      namedSql(question),
      by.map((_, at) => tuples.map((tuple) => tuple[at] ?? null)),
    )
    named[`${table} ${key}`] = Object.fromEntries(
      rows.map((row) => [
        row.key.join(SEPARATOR),
        Object.fromEntries(columns.map((column, at) => [column, row.tuple[at] ?? null])),
      ]),
    )
  }
  return named
}

async function gatherTaken(tx: Queryable, questions: readonly Of<'taken'>[]) {
  const taken: Record<string, readonly string[]> = {}
  const findings: Finding[] = []
  for (const question of questions) {
    const rows = await tx.query<QueryRow & { tuple: string[] }>(takenSql(question), [question.limit + 1])
    taken[`${question.table} ${question.key}`] = rows
      .slice(0, question.limit)
      .map(({ tuple }) => tuple.join(SEPARATOR))
      .sort()
    if (rows.length > question.limit) findings.push(tooMany(question))
  }
  return { taken, findings }
}

function* batches<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let from = 0; from < items.length; from += BATCH) yield items.slice(from, from + BATCH)
}

/** One finding for each table that was asked about in vain. */
function refusals(refused: readonly Question[]): readonly Finding[] {
  return [...new Set(refused.map(({ table }) => table))].map((table) =>
    finding(
      'not-readable',
      'warning',
      { table },
      `The table ${table} may not be read, so it counts as one that nothing is known of.`,
      {
        expected: 'the SELECT privilege',
        next: `Connect as a role that may read it, or grant it: grant select on ${table} to …`,
      },
    ),
  )
}

/** Row security may hide rows: what was counted is then a part. */
function hidden(sights: ReadonlyMap<ObjectId, Sight>, allowed: readonly Question[]): readonly Finding[] {
  return [...new Set(allowed.map(({ table }) => table))]
    .filter((table) => sights.get(table)?.rowSecurity)
    .map((table) =>
      finding('rows-hidden', 'warning', { table }, `Row security may hide rows of ${table} from this role.`, {
        next: 'Connect as a role with BYPASSRLS (postgres on Supabase) to see all of them.',
      }),
    )
}

const tooMany = ({ table, key, limit }: Of<'taken'>): Finding =>
  finding(
    'taken-in-part',
    'warning',
    { table, constraint: key },
    `More than ${limit} values of ${key} are taken; only so many were looked at.`,
    {
      next: 'Should a new row meet one of the others, the load stops and says so; nothing is overwritten.',
    },
  )
