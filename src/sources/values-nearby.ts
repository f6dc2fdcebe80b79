import type { Catalog, Relation } from '../model/catalog.ts'
import type { Database } from '../model/database.ts'
import { quote, quoteQualified } from '../model/name.ts'

/** Values of one table that are looked at. */
const MOST = 100

/**
 * Texts and numbers in tables that the functions of these checks speak of: what a look-up would accept. Empty where no function does, or nothing is readable.
 */
export async function valuesNearby(
  db: Database,
  catalog: Catalog,
  checks: readonly string[],
): Promise<readonly (string | number)[]> {
  const bodies = catalog.functions
    .filter(({ name, extension }) => extension === null && checks.some((check) => check.includes(`${name}(`)))
    .map(({ body }) => body.toLowerCase())
  const named = catalog.relations.filter(
    ({ kind, name }) =>
      (kind === 'table' || kind === 'partitioned') && bodies.some((body) => body.includes(name.toLowerCase())),
  )
  const found = await Promise.all(named.map((relation) => valuesIn(db, relation)))
  return found.flat()
}

async function valuesIn(db: Database, relation: Relation): Promise<(string | number)[]> {
  const columns = relation.columns.filter(({ typeName }) =>
    /^(text|varchar|char|citext|integer|bigint|smallint)/.test(typeName),
  )
  if (columns.length === 0) return []
  const list = columns.map(({ name }, n) => `${quote(name)}::text as c${n}`).join(', ')
  try {
    const rows = await db.transaction(
      (tx) =>
        tx.query<Record<string, string | null>>(
          `select ${list} from ${quoteQualified(relation.schema, relation.name)} limit ${MOST}`,
        ),
      { readOnly: true, statementTimeout: 5000 },
    )
    return [...new Set(rows.flatMap((row) => Object.values(row)))].filter((value) => value !== null)
  } catch {
    // Not readable by this role: nothing is learned.
    return []
  }
}
