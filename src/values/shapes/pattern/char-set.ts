/** Code points as ascending, disjoint, inclusive ranges. */
export type CharSet = readonly (readonly [from: number, to: number])[]

const LAST = 0x10ffff

/** Every code point. Newlines count: by default Postgres lets `.` and `[^…]` match them. */
export const ANY: CharSet = [[0, LAST]]

/** Sorted, overlaps joined. */
export function charSet(ranges: CharSet): CharSet {
  const sorted = ranges.filter(([from, to]) => from <= to).toSorted((one, other) => one[0] - other[0])
  const joined: [number, number][] = []
  for (const [from, to] of sorted) {
    const last = joined.at(-1)
    if (last !== undefined && from <= last[1] + 1) last[1] = Math.max(last[1], to)
    else joined.push([from, to])
  }
  return joined
}

export function complement(set: CharSet): CharSet {
  const ranges: [number, number][] = []
  let next = 0
  for (const [from, to] of set) {
    if (from > next) ranges.push([next, from - 1])
    next = to + 1
  }
  if (next <= LAST) ranges.push([next, LAST])
  return ranges
}

export function contains(set: CharSet, code: number): boolean {
  for (const [from, to] of set) {
    if (code < from) return false
    if (code <= to) return true
  }
  return false
}

/** With the other case of every ASCII letter. */
export function caseless(set: CharSet): CharSet {
  const ranges: [number, number][] = set.map(([from, to]) => [from, to])
  for (let code = 97; code <= 122; code++) {
    if (contains(set, code) || contains(set, code - 32)) ranges.push([code, code], [code - 32, code - 32])
  }
  return charSet(ranges)
}

const code = (symbol: string): number => symbol.codePointAt(0) as number

/** From pairs of symbols: `ranges('azAZ')` is a-z and A-Z. */
function ranges(pairs: string): CharSet {
  const found: [number, number][] = []
  for (let at = 0; at + 1 < pairs.length; at += 2) found.push([code(pairs.charAt(at)), code(pairs.charAt(at + 1))])
  return charSet(found)
}

/**
 * The named classes. Beyond ASCII they depend on the locale of the database, so only ASCII is in them: what is drawn from a class is in it
 * everywhere, and what is drawn from the complement of one is ASCII too (see `symbolsOf`).
 */
export const CLASSES: Readonly<Record<string, CharSet>> = Object.freeze({
  alpha: ranges('azAZ'),
  digit: ranges('09'),
  alnum: ranges('azAZ09'),
  word: ranges('azAZ09__'),
  upper: ranges('AZ'),
  lower: ranges('az'),
  space: ranges('\t\r  '),
  blank: ranges('\t\t  '),
  punct: ranges('!/:@[`{~'),
  graph: ranges('!~'),
  print: ranges(' ~'),
  xdigit: ranges('09afAF'),
  cntrl: [
    [0, 31],
    [127, 127],
  ],
  ascii: [[0, 127]],
})
