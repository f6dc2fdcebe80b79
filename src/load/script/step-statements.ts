import { idToSql, type ObjectId, quote } from '../../model/name.ts'
import type { Plan, Step } from '../../model/plan.ts'
import type { Rows } from '../../values/rows/rows.ts'
import type { DbTable } from '../sql/read-columns.ts'
import { patchColumns } from '../steps/patch-columns.ts'
import { tableOf } from '../steps/table-of.ts'
import { inStatements, togetherGroups } from '../steps/together-groups.ts'
import type { Range } from '../write/slices.ts'
import { copyStatements } from './copy-statements.ts'
import type { InventedKeys } from './invented-keys.ts'
import { insertClause, insertStatements, updateStatements, type Written } from './statements.ts'
import type { ScriptStorage } from './storage-statements.ts'

/** What the statements of a plan are made from. */
export interface ScriptContext {
  readonly plan: Plan
  readonly rows: Rows
  /** The plan's tables as the database has them. */
  readonly tables: ReadonlyMap<ObjectId, DbTable>
  readonly keys: InventedKeys
  /** Files in buckets whose owners a script says; null: none. */
  readonly storage: ScriptStorage | null
  /** Rows by COPY with the data in line, which only psql takes, where a step copies. */
  readonly copy: boolean
}

/** The statements that do what a step does, each with its semicolon and line end; long ones come in pieces. */
export function* stepStatements(context: ScriptContext, step: Step): Generator<string> {
  switch (step.kind) {
    case 'copy':
    case 'insert':
    case 'admin-api':
      return yield* rowsOf(context, step)
    case 'update':
      return yield* enriched(context, step.table)
    case 'copy-together':
    case 'insert-together':
      return yield* together(context, step.tables)
    case 'patch':
      return yield* patched(context, step.table, step.links)
    case 'sequences':
      for (const column of step.columns) yield sequenceStatement(column)
      return
    case 'refresh':
      for (const view of step.views) yield `refresh materialized view ${idToSql(view)};\n`
      return
    case 'analyze':
      // Autovacuum does it: a seed file is one transaction, which others wait for.
      return
  }
}

const written = (context: ScriptContext, id: ObjectId, ranges: readonly Range[]): Written => {
  const { rows: table, into } = tableOf(context, id)
  return { table, into, ranges, keys: context.keys }
}

function* rowsOf(
  context: ScriptContext,
  { kind, table }: Extract<Step, { readonly table: ObjectId }>,
): Generator<string> {
  const what = written(context, table, newRows(context, table, false))
  yield* context.copy && kind === 'copy' ? copyStatements(what) : insertStatements(what)
}

function* enriched(context: ScriptContext, id: ObjectId): Generator<string> {
  const { enriched: columns, plan } = context.rows.table(id)
  const set = columns.map(({ name }) => name).filter((name) => !plan.key.columns.includes(name))
  yield* updateStatements(written(context, id, newRows(context, id, true)), set, { as: 'written', skipNulls: false })
}

function newRows({ rows }: ScriptContext, id: ObjectId, made: boolean): Range[] {
  const { plan } = rows.table(id)
  return rows
    .table(id)
    .split(plan.present, plan.rows)
    .filter((run) => run.made === made)
}

function* patched(context: ScriptContext, id: ObjectId, links: readonly string[]): Generator<string> {
  const { plan } = context.rows.table(id)
  const ranges = context.rows.table(id).split(plan.present, plan.rows)
  yield* updateStatements(written(context, id, ranges), patchColumns(plan, links), { as: 'final', skipNulls: true })
}

/** One statement with an inserting CTE for each table: foreign keys are checked when it ends, whoever runs it and however. */
function* together(context: ScriptContext, tables: readonly ObjectId[]): Generator<string> {
  for (const group of togetherGroups(context.rows, tables)) {
    for (const parts of inStatements(context.rows, tables, group)) {
      const ctes = parts
        .filter(({ ranges }) => ranges.length > 0)
        .map(({ table, ranges }, n) => `i${n} as (\n${insertClause(written(context, table, ranges))}\nreturning 1)`)
      yield `with ${ctes.join(',\n')}\nselect ${ctes.map((_, n) => `(select count(*) from i${n})`).join(' + ')} as rows;\n`
    }
  }
}

/** Past the largest key, and never back. */
function sequenceStatement({
  table,
  column,
  sequence,
}: {
  table: ObjectId
  column: string
  sequence: ObjectId
}): string {
  const name = idToSql(sequence)
  const regclass = `'${name.replaceAll("'", "''")}'::regclass`
  return (
    'select pg_catalog.setval(' +
    `${regclass}, k.key, true) from ${name} q, pg_catalog.pg_sequence s, ` +
    `lateral (select (case when s.seqincrement > 0 then max(t.${quote(column)}) else min(t.${quote(column)}) end)::int8 as key from ${idToSql(table)} t) k ` +
    `where s.seqrelid = ${regclass} and case when s.seqincrement > 0 then k.key >= q.last_value else k.key <= q.last_value end;\n`
  )
}
