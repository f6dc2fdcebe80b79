import type { ObjectId } from '../../model/name.ts'
import { quoteQualified } from '../../model/name.ts'

const PART = /"(?:[^"]|"")*"|[^".]+/y

/** The inverse of `objectId`: the schema and the bare name. */
export function splitId(id: ObjectId): { readonly schema: string; readonly name: string } {
  PART.lastIndex = 0
  const first = PART.exec(id)?.[0] ?? id
  if (PART.lastIndex === 0 || id[PART.lastIndex] !== '.') return { schema: 'public', name: bare(first) }
  return { schema: bare(first), name: bare(id.slice(PART.lastIndex + 1)) }
}

/** An id as SQL reads it wherever it stands: always qualified and quoted, since bare ids may be reserved words. */
export function idToSql(id: ObjectId): string {
  const { schema, name } = splitId(id)
  return quoteQualified(schema, name)
}

const bare = (part: string): string => (part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part)
