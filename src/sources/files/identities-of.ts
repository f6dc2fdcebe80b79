import type { Value } from '../../model/value.ts'
import type { Content } from './formats/content.ts'

/** Fields that name an item, best first. */
const NAMES: readonly string[] = ['id', 'slug', 'key']

/**
 * The identities of the items of one file: its path; where it holds several, its path, `#` and what its format knows it by, else the first of `id`, `slug`,
 * `key` that every item has and no two share, else the number of the item from 1.
 */
export function identitiesOf(path: string, contents: readonly Content[]): readonly string[] {
  if (!contents.some(({ many }) => many)) return contents.map(() => path)
  if (contents.every(({ key }) => key !== undefined)) return contents.map(({ key }) => `${path}#${key}`)
  for (const name of NAMES) {
    const named = contents.map(({ json, csv }) => nameIn(csv ?? json, name))
    if (!named.includes(null) && new Set(named).size === named.length) return named.map((one) => `${path}#${one}`)
  }
  return contents.map(({ number }) => `${path}#${number}`)
}

function nameIn(item: Value, name: string): string | null {
  if (typeof item !== 'object' || item === null || !Object.hasOwn(item, name)) return null
  const value = (item as Readonly<Record<string, Value>>)[name]
  return typeof value === 'number' || (typeof value === 'string' && value !== '') ? String(value) : null
}
