/** Shares are kept to a thousandth. */
const PERIOD = 1000

/** Which case the n-th row gets, -1 for none: first the whole amounts, then whoever is furthest behind its share. */
export function dealer(amounts: readonly number[]): (n: number) => number {
  const whole = amounts.flatMap((amount, i) => (amount < 1 ? [] : [{ i, amount }]))
  const counted = whole.reduce((sum, { amount }) => sum + amount, 0)
  const pattern = patternOf(amounts)
  return (n) => {
    if (n >= counted) return pattern[(n - counted) % PERIOD] ?? -1
    let left = n
    for (const { i, amount } of whole) {
      if (left < amount) return i
      left -= amount
    }
    return -1
  }
}

function patternOf(amounts: readonly number[]): number[] {
  const shares = amounts.map((amount) => (amount < 1 ? amount : 0))
  const rest = Math.max(0, 1 - shares.reduce((sum, share) => sum + share, 0))
  const wanted = [...shares, rest]
  const dealt = wanted.map(() => 0)
  return Array.from({ length: PERIOD }, (_, n) => {
    const behind = wanted.map((share, i) =>
      share === 0 ? Number.NEGATIVE_INFINITY : share * (n + 1) - (dealt[i] ?? 0),
    )
    const next = behind.indexOf(Math.max(...behind))
    dealt[next] = (dealt[next] ?? 0) + 1
    return next === shares.length ? -1 : next
  })
}
