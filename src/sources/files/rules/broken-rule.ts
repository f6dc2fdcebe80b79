/** Something in an item that is not as it must be. */
export interface BrokenRule {
  /** Where in the item: `['seo', 'tags', 0]`. */
  readonly path: readonly (string | number)[]
  /** There is nothing at all. */
  readonly missing?: true
  readonly expected: string
  readonly found: string
  readonly next: string
}

/** A value as a message shows it. */
export function shownValue(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return `a list of ${value.length}`
  if (typeof value === 'object') return 'an object'
  const text = JSON.stringify(value).replace(/\p{Cc}+/gu, ' ')
  return `the ${typeof value === 'string' ? 'text' : typeof value} ${text.length > 60 ? `${text.slice(0, 60)}…` : text}`
}

/** A path as people write it: `seo.tags[0]`. */
export const spelledPath = (path: readonly (string | number)[]): string =>
  path.map((key, i) => (typeof key === 'number' ? `[${key}]` : i === 0 ? key : `.${key}`)).join('')

/** What is wrong with a value at a path. */
export const brokenAt = (path: BrokenRule['path'], expected: string, value: unknown, next: string): BrokenRule => ({
  path,
  expected,
  found: shownValue(value),
  next,
})
