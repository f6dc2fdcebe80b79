import type { Catalog, Relation } from '../model/catalog.ts'
import type { ObjectId } from '../model/name.ts'
import type { SqlParser, Study, TableStudy } from '../model/study.ts'
import { detectFramework } from './frameworks/detect.ts'
import { authStudy } from './frameworks/supabase-auth.ts'
import { withHabits, withProfiles } from './frameworks/with-habits.ts'
import { partitionsByParent } from './partitions.ts'
import { pairsOf } from './polymorphic.ts'
import { sqlReader } from './sql/sql-reader.ts'
import { type Shelf, studyTable } from './study-table.ts'
import { reachCalls } from './triggers/reach-calls.ts'

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
  const byId = new Map(tables.map((table) => [table.id, table]))
  const withPairs = (table: TableStudy, relation: Relation): TableStudy => {
    const pairs = pairsOf(relation, table, catalog, byId)
    return pairs.length === 0 ? table : { ...table, pairs }
  }
  const settled = Object.fromEntries(
    catalog.relations.flatMap((relation) => {
      const table = byId.get(relation.id)
      return table === undefined ? [] : [[table.id, withPairs(withCounters(table, counted), relation)]]
    }),
  )
  const calls = reachCalls(settled)
  const framework = detectFramework(catalog, settled, parser)
  return {
    tables: withHabits(settled, framework),
    framework,
    auth: withProfiles(authStudy(catalog.relations), catalog, framework),
    ...(Object.keys(calls).length === 0 ? {} : { calls }),
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
