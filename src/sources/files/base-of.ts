/** Signs that make a part of a path a pattern. */
const DYNAMIC = /[*?[\]{}()!+@\\]/

/** The folder that a pool's paths start from: the longest that all patterns begin with, without `./`. Empty for the root. */
export function baseOf(patterns: readonly string[]): string {
  const bases = patterns.filter((pattern) => !pattern.startsWith('!')).map(folderOfPattern)
  const [first = [], ...others] = bases
  let length = first.length
  for (const other of others) {
    let same = 0
    while (same < length && same < other.length && first[same] === other[same]) same++
    length = same
  }
  return first.slice(0, length).join('/')
}

/** The folders before the first part that is a pattern; the last part is a file's. */
export function folderOfPattern(pattern: string): string[] {
  const parts = pattern.split('/').filter((part) => part !== '' && part !== '.')
  const dynamic = parts.findIndex((part) => DYNAMIC.test(part))
  return parts.slice(0, dynamic === -1 ? parts.length - 1 : Math.min(dynamic, parts.length - 1))
}
