import { objectId, splitObjectId } from '../model/name.ts'
import type { Share } from '../model/reports/report.ts'

/**
 * `comments per post`; after what the column calls the parent, where that says more than its table does: `posts per author`. A parent of the same
 * schema is named without it.
 */
export function shareTitle({ table, parent, columns }: Pick<Share, 'table' | 'parent' | 'columns'>): string {
  const { schema, name } = splitObjectId(parent)
  const bare = schema === splitObjectId(table).schema ? objectId('public', name) : parent
  return `${table} per ${roleOf(columns, singular(name)) ?? singular(bare)}`
}

/** `author` of `author_id`, unless it is the parent's own name, with or without something before it. */
function roleOf(columns: readonly string[], parent: string): string | null {
  const role = columns.length === 1 ? /^([a-z_]+)_id$/.exec(columns[0] ?? '')?.[1] : undefined
  return role === undefined || role === 'parent' || role.endsWith(parent) ? null : role.replaceAll('_', ' ')
}

/** One of them, as far as the ending of an English name tells. */
function singular(name: string): string {
  if (/(series|species|news)$/.test(name)) return name
  if (/[^aeiou]ies$/.test(name)) return `${name.slice(0, -3)}y`
  if (/(ss|tus|sh|ch|x)es$/.test(name)) return name.slice(0, -2)
  return /[^aisu]s$/.test(name) ? name.slice(0, -1) : name
}
