/** Longer names are compared by their first characters only, so that hostile input stays cheap. */
const LONGEST = 128

/**
 * The candidate that `name` was most likely meant to be, or null when none is near: at most one slip for up to four characters,
 * two for up to eight, a third of the length beyond. Letter case does not count. Ties go to the earlier candidate.
 */
export function nearest(name: string, candidates: Iterable<string>): string | null {
  const wanted = fold(name)
  let best: string | null = null
  let bestDistance = Number.POSITIVE_INFINITY
  for (const candidate of candidates) {
    const other = fold(candidate)
    const limit = Math.min(allowance(Math.max(wanted.length, other.length)), bestDistance - 1)
    if (Math.abs(wanted.length - other.length) > limit) continue
    const distance = editDistance(wanted, other)
    if (distance > limit) continue
    best = candidate
    bestDistance = distance
    if (distance === 0) break
  }
  return best
}

const fold = (name: string): string => name.slice(0, LONGEST).toLowerCase()

const allowance = (length: number): number => (length <= 4 ? 1 : length <= 8 ? 2 : Math.floor(length / 3))

/**
 * Slips between two texts: insertions, deletions, substitutions and swaps of neighbours, each 1
 * (the restricted Damerau-Levenshtein distance, "optimal string alignment").
 */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1)
      row.push(cost)
    }
    beforeLast = last
    last = row
  }
  return last[b.length] ?? 0
}
