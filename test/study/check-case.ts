import { quote } from '../../src/model/name.ts'
import type { Domain, Rule, TableStudy } from '../../src/model/study.ts'
import { limitsOf } from '../../src/study/types/limits-of.ts'
import { toText } from '../../src/values/encode.ts'
import type { TestDatabase } from '../support/database.ts'
import { type Row, sampleRows } from './sample-rows.ts'

/** One table and what is to be understood of it. */
export interface CheckCase {
  /** Columns and constraints, as between the brackets of CREATE TABLE. */
  readonly table: string
  /** What the domains of columns hold beyond their types; columns that are not named are not looked at. */
  readonly domains?: Readonly<Record<string, Partial<Domain>>>
  /** Rules, without the names of their checks, in any order. */
  readonly rules?: readonly Partial<Rule>[]
  /** How many checks are left unsolved. */
  readonly unsolved?: number
  /** Codes of findings. */
  readonly findings?: readonly string[]
}

/** The domain without what the type alone says. */
export function beyondType(table: TableStudy, column: string): Partial<Domain> {
  const { domain, base } = table.columns[column]!
  const limits = limitsOf(base, { type: base, length: null, precision: null, scale: null })
  const rest = Object.entries(domain).filter(
    ([key, value]) =>
      !(key === 'notNull' && value === false) && !((key === 'min' || key === 'max') && limits[key] === value),
  )
  return Object.fromEntries(rest)
}

/** The rules without the names of their checks. */
export const bareRules = (table: TableStudy): readonly Partial<Rule>[] =>
  table.rules.map(({ check: _, ...rule }) => rule as Partial<Rule>)

/** Inserts rows that the study holds for acceptable, and gives the error of the first that the database refuses. */
export async function refusal(
  database: TestDatabase,
  table: TableStudy,
  columns: readonly string[],
  count = 60,
): Promise<string | null> {
  const rows = sampleRows(table, columns, count, Date.now())
  try {
    await database.db.execute(insert(table, columns, rows))
    return null
  } catch {
    for (const row of rows)
      try {
        await database.db.execute(insert(table, columns, [row]))
      } catch (error) {
        return `${(error as Error).message}: ${JSON.stringify(row)}`
      }
    return null
  }
}

function insert(table: TableStudy, columns: readonly string[], rows: readonly Row[]): string {
  const literal = (row: Row, column: string) => {
    const text = toText(row[column]!, table.columns[column]!.encoding)
    return text === null ? 'null' : `E'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
  }
  const tuples = rows.map((row) => `(${columns.map((column) => literal(row, column)).join(', ')})`)
  return `insert into ${table.id} (${columns.map(quote).join(', ')}) values ${tuples.join(', ')}`
}
