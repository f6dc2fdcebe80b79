import type { Catalog } from '../model/catalog.ts'
import type { Database, Queryable } from '../model/database.ts'
import { SeedError } from '../model/seed-error.ts'
import type { CatalogRows } from './assemble/catalog-rows.ts'
import { assemble } from './assemble.ts'
import { hashCatalog } from './hash-catalog.ts'
import { CHECKS, type CheckRow } from './queries/checks.ts'
import { COLUMNS, type ColumnRow } from './queries/columns.ts'
import { EXTENSIONS, type ExtensionRow } from './queries/extensions.ts'
import { FOREIGN_KEYS, type ForeignKeyRow } from './queries/foreign-keys.ts'
import { FUNCTIONS, type FunctionRow } from './queries/functions.ts'
import { KEYS, type KeyRow } from './queries/keys.ts'
import { POLICIES, type PolicyRow } from './queries/policies.ts'
import { RELATIONS, type RelationRow } from './queries/relations.ts'
import { RULES, type RuleRow } from './queries/rules.ts'
import { SCHEMAS, type SchemaRow } from './queries/schemas.ts'
import { SEQUENCES, type SequenceRow } from './queries/sequences.ts'
import { SERVER, type ServerRow } from './queries/server.ts'
import { SYSTEM_ID, type SystemIdRow } from './queries/system-id.ts'
import { TRIGGERS, type TriggerRow } from './queries/triggers.ts'
import { TYPES, type TypeRow } from './queries/types.ts'

/** The oldest server whose system tables the queries know. */
const OLDEST = 150000

/**
 * Reads everything there is, in one read-only snapshot: a query per kind of object, however many objects there are. System
 * schemas and temporary tables are left out; schemas of Supabase and of extensions are not.
 * @throws SeedError `unsupported-server` before PostgreSQL 15.
 * @throws DatabaseError when the server refuses or the connection breaks.
 */
export async function readCatalog(db: Database): Promise<Catalog> {
  if (db.capabilities.version < OLDEST) throw unsupported(db.capabilities.version)
  const rows = await db.transaction(readRows, { readOnly: true, isolation: 'repeatable read' })
  const content = assemble(rows)
  return { ...content, hash: hashCatalog(content) }
}

/** The printed names depend on the search path, which every transaction of ours empties. */
async function readRows(tx: Queryable): Promise<CatalogRows> {
  const [server] = await tx.query<ServerRow>(SERVER)
  if (!server) throw new Error('the server did not name the current role and database')
  const [systemId] = server.mayReadControl ? await tx.query<SystemIdRow>(SYSTEM_ID) : []
  return {
    server,
    systemId: systemId?.systemId ?? null,
    schemas: await tx.query<SchemaRow>(SCHEMAS),
    extensions: await tx.query<ExtensionRow>(EXTENSIONS),
    relations: await tx.query<RelationRow>(RELATIONS),
    columns: await tx.query<ColumnRow>(COLUMNS),
    keys: await tx.query<KeyRow>(KEYS),
    foreignKeys: await tx.query<ForeignKeyRow>(FOREIGN_KEYS),
    checks: await tx.query<CheckRow>(CHECKS),
    triggers: await tx.query<TriggerRow>(TRIGGERS),
    rules: await tx.query<RuleRow>(RULES),
    policies: await tx.query<PolicyRow>(POLICIES),
    types: await tx.query<TypeRow>(TYPES),
    sequences: await tx.query<SequenceRow>(SEQUENCES),
    functions: await tx.query<FunctionRow>(FUNCTIONS),
  }
}

function unsupported(version: number): SeedError {
  return new SeedError({
    code: 'unsupported-server',
    message: 'The server is too old.',
    expected: 'PostgreSQL 15 or newer',
    found: `PostgreSQL ${Math.floor(version / 10000)}`,
    next: 'Upgrade the server, or point --db-url at a newer one.',
  })
}
