import type { Catalog } from '../model/catalog.ts'
import type { SqlParser, Study } from '../model/study.ts'
import { detectFramework } from './frameworks/detect.ts'
import { partitionsByParent } from './partitions.ts'
import { sqlReader } from './sql/sql-reader.ts'
import { type Shelf, studyTable } from './study-table.ts'

/** What the schema means and what it will accept. Pure. */
export function study(catalog: Catalog, parser: SqlParser): Study {
  const shelf: Shelf = {
    catalog,
    types: new Map(catalog.types.map((type) => [type.id, type])),
    functions: new Map(catalog.functions.map((one) => [one.id, one])),
    partitions: partitionsByParent(catalog.relations),
    sql: sqlReader(catalog.functions, parser),
  }
  const studied = catalog.relations.map((relation) => studyTable(relation, shelf))
  return {
    tables: Object.fromEntries(studied.map(({ study: table }) => [table.id, table])),
    framework: detectFramework(catalog),
    findings: studied.flatMap(({ findings }) => findings),
  }
}
