/** Pearson's chi-square of counts that should all be alike. */
export function chiSquareEven(counts: ArrayLike<number>): number {
  const all = Array.from(counts)
  const expected = all.reduce((sum, count) => sum + count, 0) / all.length
  return all.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
}

/** What chi-square exceeds once in about three million times (5 sigma), after Wilson and Hilferty. */
export function chiSquareBound(degrees: number): number {
  const spread = 2 / (9 * degrees)
  return degrees * (1 - spread + 5 * Math.sqrt(spread)) ** 3
}
