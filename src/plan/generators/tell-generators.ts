import { type Finding, finding } from '../../model/finding.ts'
import { NEWEST_GENERATORS } from '../../model/generators.ts'
import type { Plan, TablePlan } from '../../model/plan.ts'
import { remade } from './made-by.ts'

/** Columns that are named in one finding. */
const NAMED = 12

/** The rows that are there were made by another generation than the one that is asked for now. */
export function tellAsked(tables: readonly TablePlan[], made: number, wanted: number | null): readonly Finding[] {
  const columns = wanted === null || wanted === made ? [] : changing(tables, wanted)
  if (columns.length === 0) return []
  return [
    finding(
      'generators-changed',
      'warning',
      { path: 'generators' },
      `The rows that are there stay as generators ${made} made them; ${wanted} would make other values for ${named(columns)}.`,
      { expected: String(wanted), found: String(made), next: 'Make them anew: supa-seed cleanup, then supa-seed seed' },
    ),
  ]
}

/** What the newest generation would make other than the one that the plan goes by. */
export function tellNewer({ tables, generators = 1 }: Plan): readonly Finding[] {
  const columns = generators === NEWEST_GENERATORS ? [] : changing(tables, NEWEST_GENERATORS)
  if (columns.length === 0) return []
  return [
    finding(
      'generators-newer',
      'info',
      { path: 'generators' },
      `generators: ${NEWEST_GENERATORS} would make other values for ${named(columns)}.`,
      { next: `Raise the number and make them anew, where you like: supa-seed cleanup, then supa-seed seed` },
    ),
  ]
}

const changing = (tables: readonly TablePlan[], generators: number): readonly string[] =>
  tables.flatMap((table) => remade(table, generators))

const named = (columns: readonly string[]): string =>
  [...columns.slice(0, NAMED), ...(columns.length > NAMED ? [`${columns.length - NAMED} more`] : [])].join(', ')
