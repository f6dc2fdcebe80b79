import type { Catalog } from '../model/catalog.ts'
import { objectId } from '../model/name.ts'
import type { CatalogRows } from './assemble/catalog-rows.ts'
import { assembleColumns } from './assemble/columns.ts'
import { assembleFunctions, functionIds } from './assemble/functions.ts'
import { assembleRelations } from './assemble/relations.ts'
import { assembleSequences } from './assemble/sequences.ts'
import { byName, compare } from './assemble/sort.ts'
import { assembleTypes, typeUses } from './assemble/types.ts'

/** A catalog before its hash. */
export type CatalogContent = Omit<Catalog, 'hash'>

/** Builds the catalog from what the queries gave: oids become ids, everything is sorted, nothing but JSON is left. */
export function assemble(rows: CatalogRows): CatalogContent {
  const { server } = rows
  const relations = new Map(rows.relations.map((row) => [row.oid, objectId(row.schema, row.name)]))
  const sequences = new Map(rows.sequences.map((row) => [row.oid, objectId(row.schema, row.name)]))
  const functions = functionIds(rows.functions)
  const parents = new Map(rows.relations.map((row) => [row.oid, row.partitionParent]))
  const use = typeUses(rows.types)
  const columns = assembleColumns(rows.columns, use, sequences, (relation) => parents.get(relation) ?? null)
  return {
    server: {
      version: server.version,
      systemId: rows.systemId,
      databaseOid: server.databaseOid,
      database: server.database,
      encoding: server.encoding,
      collation: server.collation,
    },
    role: { name: server.role, superuser: server.superuser, bypassRls: server.bypassRls },
    schemas: byName(rows.schemas).map(({ name, owner, usage, extension, privileges }) => ({
      name,
      owner,
      usage,
      extension,
      privileges: [...privileges].sort(compare),
    })),
    relations: assembleRelations(rows, { relations, functions, columns }),
    types: assembleTypes(rows.types, rows.checks, use),
    sequences: assembleSequences(rows.sequences, relations),
    functions: assembleFunctions(rows.functions, functions),
    extensions: byName(rows.extensions).map(({ name, schema, version }) => ({ name, schema, version })),
  }
}
