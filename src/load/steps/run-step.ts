import { type Finding, finding } from '../../model/finding.ts'
import type { ObjectId } from '../../model/name.ts'
import type { Step } from '../../model/plan.ts'
import type { Chunk, LoadContext } from '../chunk/chunk.ts'
import { persist } from '../chunk/persist.ts'
import { runChunks } from '../chunk/run-chunks.ts'
import { analyzeTables } from './analyze-tables.ts'
import { moveSequences } from './move-sequences.ts'
import { patchChunks } from './patch-chunks.ts'
import { refreshViews } from './refresh-views.ts'
import { tableChunks } from './table-chunks.ts'
import { copyTogetherChunks, insertTogetherChunks } from './together-chunks.ts'
import { userChunks } from './user-chunks.ts'

/** Carries out one step. What it did not do as promised becomes a finding of the context. Throws what `runChunk` throws. */
export async function runStep(context: LoadContext, step: Step): Promise<void> {
  if (step.kind === 'sequences') return note(context, await persist(() => moveSequences(context.db, step.columns)))
  if (step.kind === 'analyze') return note(context, await persist(() => analyzeTables(context.db, step.tables)))
  if (step.kind === 'refresh') return note(context, await persist(() => refreshViews(context.db, step.views)))
  const tables = tablesOf(step)
  const chunks = [...chunksOf(context, step)]
  const done = chunks.filter(({ id }) => context.done.has(id))
  context.tally.begin(
    stepName(step),
    tables.map((table) => ({ table, written: rowsOf(done, table), total: rowsOf(chunks, table) })),
  )
  const [table] = tables
  const before = table === undefined ? 0 : updated(context, table)
  await runChunks(context, chunks, jobsOf(context, tables))
  if (step.kind !== 'update' && step.kind !== 'patch') return
  const expected = rowsOf(chunks, step.table) - rowsOf(done, step.table)
  note(context, shortfall(context, step.kind, step.table, expected, updated(context, step.table) - before))
}

const updated = (context: LoadContext, table: ObjectId): number => context.tally.updated.get(table) ?? 0

/** The tables that a step writes rows of. */
export function tablesOf(step: Step): readonly ObjectId[] {
  if ('table' in step) return [step.table]
  return step.kind === 'copy-together' || step.kind === 'insert-together' ? step.tables : []
}

/** A step's name for people, logs and timings: `copy posts`. */
export function stepName(step: Step): string {
  const tables = tablesOf(step)
  return tables.length > 0 ? `${step.kind} ${tables.join(', ')}` : step.kind
}

type RowStep = Exclude<Step, { kind: 'sequences' | 'analyze' | 'refresh' }>

function chunksOf(context: LoadContext, step: RowStep): Iterable<Chunk> {
  switch (step.kind) {
    case 'copy-together':
      return copyTogetherChunks(context, step.tables)
    case 'insert-together':
      return insertTogetherChunks(context, step.tables)
    case 'admin-api':
      return userChunks(context, step.table)
    case 'patch':
      return patchChunks(context, step.table, step.links)
    default:
      return tableChunks(context, step.kind, step.table)
  }
}

const rowsOf = (chunks: readonly Chunk[], table: ObjectId): number =>
  chunks.reduce(
    (sum, { parts }) => sum + parts.reduce((rows, part) => rows + (part.table === table ? part.to - part.from : 0), 0),
    0,
  )

/** Several connections only where no table of the step says that its chunks may meet. */
function jobsOf(context: LoadContext, tables: readonly ObjectId[]): number {
  if (!tables.every((id) => context.rows.table(id).plan.parallel)) return 1
  return Math.max(1, Math.min(context.jobs, context.db.capabilities.connections))
}

/** Updates find their rows by key; those that were not found are a promise not kept. */
function shortfall(
  context: LoadContext,
  kind: 'update' | 'patch',
  table: ObjectId,
  expected: number,
  found: number,
): Finding[] {
  if (found >= expected) return []
  const { writer, made } = context.rows.table(table).plan
  const by = writer.kind === 'update' ? writer : made
  const maker = kind === 'update' && by ? ` that the trigger ${by.trigger} on ${by.of} should have made` : ''
  return [
    finding(
      'rows-not-found',
      'error',
      { table },
      `${expected - found} rows of ${table}${maker} were not found when their columns were to be set.`,
      {
        expected: `${expected} rows`,
        found: `${found} rows`,
        next: maker
          ? 'Look at the conditions under which the trigger makes a row.'
          : 'Look for triggers that change keys or delete rows.',
      },
    ),
  ]
}

function note(context: LoadContext, findings: readonly Finding[]): void {
  for (const found of findings) {
    context.findings.push(found)
    context.tally.note(found)
  }
}
