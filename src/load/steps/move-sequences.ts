import { type Database, DatabaseError } from '../../model/database.ts'
import { type Finding, finding } from '../../model/finding.ts'
import { idToSql, type ObjectId, quote } from '../../model/name.ts'
import { errorKind } from '../chunk/error-kind.ts'

interface SequenceColumn {
  readonly table: ObjectId
  readonly column: string
  readonly sequence: ObjectId
}

/**
 * Moves a sequence up where the largest key has overtaken it (the smallest one, where it counts down), in one statement, and never back.
 * `last_value` of a sequence that was never called is the value it gives next.
 */
export async function moveSequences(db: Database, columns: readonly SequenceColumn[]): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const { table, column, sequence } of columns) {
    try {
      await db.transaction((tx) => tx.query(statement(table, column, sequence), [idToSql(sequence)]))
    } catch (error) {
      // No privilege; the key lies outside the sequence's bounds, or is no number. Locks and lost connections are no matter of this sequence.
      if (!(error instanceof DatabaseError) || errorKind(error) !== 'refused') throw error
      findings.push(behind(table, column, sequence, error))
    }
  }
  return findings
}

function statement(table: ObjectId, column: string, sequence: ObjectId): string {
  const name = quote(column)
  const key = `(case when s.increment > 0 then (select max(t.${name}) from ${idToSql(table)} t) else (select min(t.${name}) from ${idToSql(table)} t) end)::int8`
  return `
with s as (
  select q.last_value as last, q.is_called as called, c.seqincrement as increment
  from ${idToSql(sequence)} q, pg_catalog.pg_sequence c where c.seqrelid = pg_catalog.to_regclass($1)
), k as (
  select ${key} as key from s
)
select pg_catalog.setval(pg_catalog.to_regclass($1), k.key, true)
from s, k
where case when s.increment > 0 then k.key > s.last else k.key < s.last end
  or (k.key = s.last and not s.called)`
}

function behind(table: ObjectId, column: string, sequence: ObjectId, error: DatabaseError): Finding {
  return finding(
    'sequence-behind',
    'warning',
    { table, column },
    `The sequence ${sequence} could not be moved past the keys of ${table}: ${error.message}`,
    {
      expected: `${sequence} beyond the largest ${column}`,
      next: `As its owner: select setval('${sequence}', (select max(${quote(column)}) from ${table}));`,
    },
  )
}
