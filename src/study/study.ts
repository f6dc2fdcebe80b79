import type { Catalog } from '../model/catalog.ts'
import type { ObjectId } from '../model/name.ts'
import type { SqlParser, Study, TableStudy } from '../model/study.ts'
import { detectFramework } from './frameworks/detect.ts'
import { authStudy } from './frameworks/supabase-auth.ts'
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
  const tables = studied.map(({ study: table }) => table)
  const counted = countersByTable(tables)
  return {
    tables: Object.fromEntries(tables.map((table) => [table.id, withCounters(table, counted)])),
    framework: detectFramework(catalog),
    auth: authStudy(catalog.relations),
    findings: studied.flatMap(({ findings }) => findings),
  }
}

/** Columns that triggers of any table count up, by the table that they are in. */
function countersByTable(tables: readonly TableStudy[]): ReadonlyMap<ObjectId, Readonly<Record<string, string>>> {
  const counted = new Map<ObjectId, Record<string, string>>()
  for (const { trigger, counts = [] } of tables.flatMap(({ effects }) => effects))
    for (const { table, columns } of counts)
      counted.set(table, { ...counted.get(table), ...Object.fromEntries(columns.map((name) => [name, trigger])) })
  return counted
}

function withCounters(
  table: TableStudy,
  counters: ReadonlyMap<ObjectId, Readonly<Record<string, string>>>,
): TableStudy {
  const counted = counters.get(table.id)
  return counted === undefined ? table : { ...table, counted }
}
