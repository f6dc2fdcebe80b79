import { loadParser } from '../catalog/parser.ts'
import { readCatalog } from '../catalog/read-catalog.ts'
import type { DetectReport } from '../model/reports/detect-report.ts'
import { describeSchema } from '../report/detect.ts'
import { study } from '../study/study.ts'
import { type RunOptions, withDatabase } from './with-database.ts'

/**
 * What kind of schema the database has, and (`columns`) what every column means. Nothing is asked of its rows, and nothing is written.
 * @throws SeedError
 */
export async function runDetect(options: RunOptions & { readonly columns?: boolean }): Promise<DetectReport> {
  return withDatabase(options, async ({ db }) => {
    const [parser, catalog] = await Promise.all([loadParser(), readCatalog(db)])
    const { host, database, source } = db.address
    return describeSchema(catalog, study(catalog, parser), { host, database, source }, options.columns ?? false)
  })
}
