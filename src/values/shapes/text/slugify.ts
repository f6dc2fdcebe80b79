import { toAscii } from './to-ascii.ts'

const isSlug = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 48 && code <= 57)

/** Small letters and digits, joined by single hyphens: `Crème brûlée, again!` → `creme-brulee-again`. Apostrophes vanish. */
export function slugify(text: string): string {
  const plain = toAscii(text).toLowerCase()
  let slug = ''
  let from = -1
  for (let at = 0; at <= plain.length; at++) {
    const code = at < plain.length ? plain.charCodeAt(at) : 32
    if (isSlug(code)) {
      if (from < 0) from = at
    } else if (from >= 0) {
      // A word ends; an apostrophe joins it to the next one.
      slug += slug === '' || plain.charCodeAt(from - 1) === 39 ? plain.slice(from, at) : `-${plain.slice(from, at)}`
      from = -1
    }
  }
  return slug
}
