import type { ObjectId } from '../model/name.ts'
import type { Plan, TablePlan } from '../model/plan.ts'
import type { Sample } from '../model/reports/preview.ts'
import type { SampleRows } from '../model/reports/report.ts'
import { isIn } from '../model/row-spans.ts'
import { SeedError } from '../model/seed-error.ts'
import { withoutHashes } from '../model/without-hashes.ts'

/** What is asked of the compiled rows; `Rows` of the values room has it. */
export interface SampledRows {
  table(id: ObjectId): { texts(row: number, columns: readonly string[]): readonly (string | null)[] }
}

/** Rows shown of each table. */
const SAMPLES = 3

/** The first rows that would be written; where none would, the first that are there. */
export function sampleOf(table: TablePlan, rows: SampledRows): Sample {
  const columns = table.columns.filter(({ recipe }) => recipe.kind !== 'leave').map(({ name }) => name)
  const from = table.rows > table.present ? table.present : 0
  const shown = Math.min(SAMPLES, table.rows - from)
  if (columns.length === 0 || shown <= 0) return { columns, rows: [] }
  const compiled = rows.table(table.id)
  return {
    columns,
    rows: firstRows(table, from, shown).flatMap((row) => {
      const values = unlessLost(() => compiled.texts(row, columns))
      return values === null ? [] : [{ row, values: values.map((text) => text && withoutHashes(text)) }]
    }),
  }
}

/** The first rows from one on, as many as are shown; rows that are skipped are passed over. */
function firstRows({ rows, skipped = [] }: TablePlan, from: number, shown: number): number[] {
  const numbers: number[] = []
  for (let row = from; row < rows && numbers.length < shown; row++) if (!isIn(skipped, row)) numbers.push(row)
  return numbers
}

/** Of rows that are there already a file may have changed since, or be gone: nobody can tell their values. */
function unlessLost<Values>(read: () => Values): Values | null {
  try {
    return read()
  } catch (error) {
    if (error instanceof SeedError && (error.code === 'asset-changed' || error.code === 'asset-missing')) return null
    throw error
  }
}

/** A few rows of each of these tables; tables that show none are left out. */
export function samplesOf(plan: Plan, rows: SampledRows, tables: ReadonlySet<ObjectId>): readonly SampleRows[] {
  return plan.tables
    .filter(({ id }) => tables.has(id))
    .map((table) => {
      const { columns, rows: shown } = sampleOf(table, rows)
      return { table: table.id, columns, rows: shown.map(({ values }) => values) }
    })
    .filter((sample) => sample.rows.length > 0)
}
