import { type Database, DatabaseError } from '../../model/database.ts'
import { type Finding, finding } from '../../model/finding.ts'
import { idToSql, type ObjectId } from '../../model/name.ts'
import { errorKind } from '../chunk/error-kind.ts'

/**
 * Refreshes materialized views, in the given order; a finding for each that could not be. Outside of our transactions, since their functions may rely on
 * the search path of the database.
 */
export async function refreshViews(db: Database, views: readonly ObjectId[]): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const view of views) {
    try {
      await db.execute(`refresh materialized view ${idToSql(view)}`)
    } catch (error) {
      if (!(error instanceof DatabaseError) || errorKind(error) === 'lost') throw error
      findings.push(
        finding(
          'view-not-refreshed',
          'warning',
          { table: view },
          `The materialized view ${view} was not refreshed: ${error.message}`,
          {
            found: `SQLSTATE ${error.code}`,
            next: `As its owner: refresh materialized view ${idToSql(view)};`,
          },
        ),
      )
    }
  }
  return findings
}
