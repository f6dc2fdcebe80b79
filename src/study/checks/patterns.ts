import type { Expr } from '../sql/expr.ts'
import { likePattern } from '../sql/like-pattern.ts'
import { quoteRegex } from '../sql/quote-regex.ts'
import type { Formula } from './formula.ts'
import type { Piece } from './piece.ts'
import type { Predicate, Reader } from './reader.ts'
import { textOf } from './texts.ts'

/** `x ~ 'pattern'`, LIKE, ILIKE, SIMILAR TO (which is `~ similar_to_escape(…)` in the tree), `starts_with`. */
export const PATTERNS: Readonly<Record<string, Predicate>> = {
  '~': match(plain, false, true),
  '~*': match(plain, true, true),
  '!~': match(plain, false, false),
  '!~*': match(plain, true, false),
  '~~': match(likePattern, false, true),
  '~~*': match(likePattern, true, true),
  '!~~': match(likePattern, false, false),
  '!~~*': match(likePattern, true, false),
  '^@': match((prefix) => `^${quoteRegex(prefix)}`, false, true),
  starts_with: match((prefix) => `^${quoteRegex(prefix)}`, false, true),
  regexp_like: regexpLike,
}

function plain(pattern: string): string {
  return pattern
}

function match(convert: (pattern: string) => string, caseless: boolean, positive: boolean): Predicate {
  return ([of, pattern], want, nulls, reader) => {
    const source = textOf(pattern)
    if (of === undefined || source === null) return null
    return matching(of, convert(source), caseless, want === positive, nulls, reader)
  }
}

function regexpLike(
  [of, pattern, flags]: readonly Expr[],
  want: boolean,
  nulls: boolean,
  reader: Reader,
): Formula | null {
  const source = textOf(pattern)
  const marks = flags === undefined ? '' : textOf(flags)
  if (of === undefined || source === null || marks === null || !/^[ic]*$/.test(marks)) return null
  return matching(of, source, marks.endsWith('i'), want, nulls, reader)
}

function matching(
  of: Expr,
  pattern: string,
  caseless: boolean,
  positive: boolean,
  nulls: boolean,
  reader: Reader,
): Formula {
  if (pattern === '') return positive ? reader.demand(of, {}, nulls) : reader.demand(of, { values: [] }, nulls)
  const type = reader.type(of)
  const ignoresCase = caseless || type?.base === 'citext'
  // The blanks that fill up a char(n) are matched, too: only texts of the whole length are what they seem.
  const filled: Piece = type?.base === 'bpchar' && type.length !== null ? { minLength: type.length } : {}
  const words = positive && !ignoresCase && filled.minLength === undefined ? listedWords(pattern) : null
  const piece: Piece =
    words === null
      ? { ...filled, patterns: [{ pattern, caseless: ignoresCase, negated: !positive }] }
      : { values: words }
  return reader.demand(of, piece, nulls)
}

/** `^(draft|published)$` lists its values. */
function listedWords(pattern: string): readonly string[] | null {
  const body = /^\^\((?:\?:)?(?:\((?:\?:)?([^()]*)\)|([^()]*))\)\$$/.exec(pattern)
  const words = (body?.[1] ?? body?.[2])?.split('|')
  return words?.every((word) => /^[A-Za-z0-9 _:@-]+$/.test(word)) && words.length > 1 ? words : null
}
