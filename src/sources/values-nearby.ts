import type { Catalog, Relation } from '../model/catalog.ts'
import type { Database } from '../model/database.ts'
import { type ObjectId, quote, quoteQualified } from '../model/name.ts'

/** Values of one table that are looked at. */
const MOST = 100

/**
 * Texts and numbers in tables that the functions of these checks speak of: what a look-up would accept. Empty where no function does, or nothing is readable.
 * `own`: tables that hold rows of ours, which come and go.
 */
export async function valuesNearby(
  db: Database,
  catalog: Catalog,
  checks: readonly string[],
  own: (table: ObjectId) => boolean,
): Promise<readonly (string | number)[]> {
  const bodies = catalog.functions
    .filter(({ name, extension }) => extension === null && checks.some((check) => check.includes(`${name}(`)))
    .map(({ body }) => body.toLowerCase())
  const named = catalog.relations.filter(
    ({ id, kind, name }) =>
      (kind === 'table' || kind === 'partitioned') && !own(id) && bodies.some((body) => readsFrom(body, name)),
  )
  const found = await Promise.all(named.map((relation) => valuesIn(db, relation)))
  return found.flat()
}

/** `from kinds`, `join app.kinds`. */
function readsFrom(body: string, name: string): boolean {
  const words = body.replaceAll('"', '').split(/[\s,();]+/)
  return words.some((word, n) => {
    const before = words[n - 1]
    return (before === 'from' || before === 'join') && word.replace(/^.*\./, '') === name.toLowerCase()
  })
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
