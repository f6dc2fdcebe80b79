import type { SqlParser } from '../model/study.ts'

/**
 * Loads the real Postgres grammar (libpg-query, a WASM of about 1 MB) and wraps it so that nothing throws: what does not
 * parse is null.
 */
export async function loadParser(): Promise<SqlParser> {
  const { loadModule, parsePlPgSQLSync, parseSync } = await import('libpg-query')
  await loadModule()
  const parse = (sql: string): unknown[] | null => {
    try {
      return asArray(asRecord(parseSync(sql))?.stmts)?.map((statement) => asRecord(statement)?.stmt) ?? []
    } catch {
      return null
    }
  }
  // Schemas repeat themselves (`x >= 0`, `deleted_at IS NULL`); trees are only ever read.
  const known = new Map<string, unknown>()
  return {
    expression(sql) {
      const found = known.get(sql)
      if (found !== undefined) return found
      const tree = expression(sql)
      known.set(sql, tree)
      return tree
    },
    statements(sql) {
      return parse(sql)
    },
    plpgsql(createFunction) {
      // A body that is not plpgsql, or not a string (BEGIN ATOMIC), aborts the WASM for good.
      const statements = parse(createFunction)
      if (statements?.length !== 1 || !isPlpgsqlFunction(statements[0])) return null
      try {
        return parsePlPgSQLSync(createFunction)
      } catch {
        return null
      }
    },
  }

  function expression(sql: string): unknown {
    // A line break before the bracket, so that a comment at the end does not swallow it.
    const [statement, ...others] = parse(`SELECT (${sql}\n)`) ?? []
    const targets = asArray(asRecord(asRecord(statement)?.SelectStmt)?.targetList)
    if (others.length > 0 || targets?.length !== 1) return null
    return asRecord(asRecord(targets[0])?.ResTarget)?.val ?? null
  }
}

/** `CREATE FUNCTION … LANGUAGE plpgsql AS '…'`, and nothing else. */
function isPlpgsqlFunction(statement: unknown): boolean {
  const create = asRecord(asRecord(statement)?.CreateFunctionStmt)
  if (!create || create.sql_body !== undefined) return false
  const options = asArray(create.options)?.map((option) => asRecord(asRecord(option)?.DefElem)) ?? []
  const language = options.find((option) => option?.defname === 'language')
  const body = options.find((option) => option?.defname === 'as')
  const name = asRecord(asRecord(language?.arg)?.String)?.sval
  return name === 'plpgsql' && body !== undefined
}

const asRecord = (value: unknown): Record<string, unknown> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined

const asArray = (value: unknown): unknown[] | undefined => (Array.isArray(value) ? value : undefined)
