import { objectId, splitObjectId } from '../model/name.ts'
import type { Share } from '../model/report.ts'

/** `posts per author`; a parent of the same schema is named without it. */
export function shareTitle({ table, parent }: Pick<Share, 'table' | 'parent'>): string {
  const { schema, name } = splitObjectId(parent)
  const bare = schema === splitObjectId(table).schema ? objectId('public', name) : parent
  return `${table} per ${singular(bare)}`
}

/** One of them, as far as the ending of an English name tells. */
function singular(name: string): string {
  if (/(series|species|news)$/.test(name)) return name
  if (/[^aeiou]ies$/.test(name)) return `${name.slice(0, -3)}y`
  if (/(ss|tus|sh|ch|x)es$/.test(name)) return name.slice(0, -2)
  return /[^aisu]s$/.test(name) ? name.slice(0, -1) : name
}
