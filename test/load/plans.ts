import { createHash } from 'node:crypto'
import { readJournalIdentity } from '../../src/load/journal/journal-identity.ts'
import { type Journal, openJournal, type PlanCodec } from '../../src/load/journal/open-journal.ts'
import { type LoadOptions, type LoadResult, load } from '../../src/load/load.ts'
import { type ReadPast, readPast } from '../../src/load/read-past.ts'
import type { Database } from '../../src/model/database.ts'
import type { Plan, Step, TablePlan } from '../../src/model/plan.ts'
import { decodePlan, encodePlan } from '../../src/plan/codec.ts'
import { hashPlan } from '../../src/plan/hash-plan.ts'
import { planOf, type TableSketch } from '../support/plan.ts'

const digest = (text: string): string => createHash('sha256').update(text).digest('hex')

export const codec: PlanCodec = { encode: encodePlan, decode: decodePlan, hash: (plan) => hashPlan(plan, digest) }

/** What a table of a plan is besides its rows. */
export type Extra = Partial<
  Pick<TablePlan, 'writer' | 'chunkRows' | 'parallel' | 'harvest' | 'key' | 'present' | 'schema' | 'name'>
>

/** A plan with its steps; by default every table is copied, in the given order. */
export function planWith(
  tables: Readonly<Record<string, TableSketch & { readonly extra?: Extra }>>,
  steps: readonly Step[] = Object.keys(tables).map((table): Step => ({ kind: 'copy', table })),
  rest: Parameters<typeof planOf>[1] = {},
): Plan {
  const sketch = planOf(tables, rest)
  const { hash: _, ...plan } = {
    ...sketch,
    tables: sketch.tables.map((table) => ({ ...table, ...tables[table.id]?.extra })),
    stages: [{ name: 'rows', steps }],
  }
  return { ...plan, hash: codec.hash(plan) }
}

/** Opens the journal of a database below `root`. */
export async function journalOf(db: Database, root: string, write = true): Promise<Journal> {
  return openJournal({ root, identity: await readJournalIdentity(db), codec, write })
}

export interface Seeded extends ReadPast {
  readonly result: LoadResult
}

/** Opens the journal, reads the past and carries out what `choose` makes of it; the frozen plan of an unfinished run where there is one. */
export async function seedWith(
  db: Database,
  root: string,
  plan: Plan | ((read: ReadPast) => Plan),
  options: Partial<LoadOptions> = {},
): Promise<Seeded> {
  const journal = await journalOf(db, root)
  try {
    const read = await readPast(db, journal)
    const chosen = read.history.unfinished?.plan ?? (typeof plan === 'function' ? plan(read) : plan)
    const result = await load({ db, plan: chosen, journal, history: read.history, reference: [], jobs: 2, ...options })
    return { ...read, result }
  } finally {
    await journal.close()
  }
}
