/**
 * The one spelling of a table, type or sequence everywhere: bare in `public`, `schema.name` elsewhere, each part
 * double-quoted where Postgres would need it (`"Order"`, `crm."We.ird"`). Unique, so it serves as a map key.
 */
export type ObjectId = string

const SIMPLE = /^[a-z_][a-z0-9_$]*$/

const part = (name: string): string => (SIMPLE.test(name) ? name : quote(name))

/** Spells the id of an object. */
export function objectId(schema: string, name: string): ObjectId {
  return schema === 'public' ? part(name) : `${part(schema)}.${part(name)}`
}

/** Quotes one identifier for SQL, always with double quotes. */
export function quote(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`
}

/** Quotes `schema.name` for SQL. */
export function quoteQualified(schema: string, name: string): string {
  return `${quote(schema)}.${quote(name)}`
}

/** Takes an id apart again: the inverse of `objectId`. */
export function splitObjectId(id: ObjectId): { readonly schema: string; readonly name: string } {
  const parts = [...id.matchAll(/"((?:[^"]|"")*)"|[^."]+/g)].map(([bare, quoted]) =>
    quoted === undefined ? bare : quoted.replaceAll('""', '"'),
  )
  const [first = '', second] = parts
  return second === undefined ? { schema: 'public', name: first } : { schema: first, name: second }
}

/** An id as SQL reads it wherever it stands: always qualified and quoted, since bare ids may be reserved words. */
export function idToSql(id: ObjectId): string {
  const { schema, name } = splitObjectId(id)
  return quoteQualified(schema, name)
}
