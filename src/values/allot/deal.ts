/** Items in their order to targets in theirs, each in turn that misses some. */
export function deal(items: ArrayLike<number>, counts: ArrayLike<number>, all: number): Int32Array {
  const chosen = new Int32Array(all).fill(-1)
  const missing = Uint32Array.from(counts)
  let turn = Array.from(missing, (_, t) => t).filter((t) => (missing[t] as number) > 0)
  let next = 0
  while (turn.length > 0) {
    for (const t of turn) {
      if (next >= items.length) return chosen
      chosen[items[next++] as number] = t
      missing[t] = (missing[t] as number) - 1
    }
    turn = turn.filter((t) => (missing[t] as number) > 0)
  }
  return chosen
}
