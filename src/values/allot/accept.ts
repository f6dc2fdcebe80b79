/** Who asks whom: the lower the cost, the sooner, on both sides. */
export interface Courtship {
  readonly items: number
  /** Items that each target takes at most. */
  readonly counts: ArrayLike<number>
  /** The target that an item asks next, of those that would rather have it than what they hold (`cost` below `worst[target]`); -1: none. */
  readonly next: (item: number, worst: Float64Array) => number
  readonly cost: (item: number, target: number) => number
}

/**
 * Items ask targets in the order of their costs; a target that is full lets go what costs it most, and that asks on (deferred acceptance: Gale and Shapley, College admissions and the stability of
 * marriage, 1962). Since both sides order pairs by the same number, the outcome is the only stable one, whatever the order in which they ask: one item or target more moves few others.
 * @returns a target for each item, -1 for none
 */
export function accept({ items, counts, next, cost }: Courtship): Int32Array {
  const held = new Heaps(counts)
  const chosen = new Int32Array(items).fill(-1)
  for (let first = 0; first < items; first++)
    for (let item = first; item >= 0; ) {
      const target = next(item, held.worst)
      if (target < 0) break
      chosen[item] = target
      item = held.push(target, cost(item, target), item)
      if (item >= 0) chosen[item] = -1
    }
  return chosen
}

/** What each target holds, the costliest first: binary heaps one behind the other. */
class Heaps {
  /** Cost of the costliest where a target is full; without end where it is not. */
  readonly worst: Float64Array
  readonly #starts: Float64Array
  readonly #sizes: Uint32Array
  readonly #keys: Float64Array
  readonly #items: Int32Array

  constructor(counts: ArrayLike<number>) {
    this.worst = new Float64Array(counts.length)
    this.#starts = new Float64Array(counts.length + 1)
    this.#sizes = new Uint32Array(counts.length)
    for (let t = 0; t < counts.length; t++) {
      this.worst[t] = (counts[t] as number) > 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY
      this.#starts[t + 1] = (this.#starts[t] as number) + (counts[t] as number)
    }
    const all = this.#starts[counts.length] as number
    this.#keys = new Float64Array(all)
    this.#items = new Int32Array(all)
  }

  /** The item that is let go for it; -1: none. */
  push(target: number, key: number, item: number): number {
    const start = this.#starts[target] as number
    const room = (this.#starts[target + 1] as number) - start
    const size = this.#sizes[target] as number
    if (size < room) {
      this.#sizes[target] = size + 1
      this.#rise(start, size, key, item)
      if (size + 1 === room) this.worst[target] = this.#keys[start] as number
      return -1
    }
    const gone = this.#items[start] as number
    this.#sink(start, room, key, item)
    this.worst[target] = this.#keys[start] as number
    return gone
  }

  #rise(start: number, from: number, key: number, item: number): void {
    let at = from
    while (at > 0) {
      const above = (at - 1) >> 1
      if ((this.#keys[start + above] as number) >= key) break
      this.#set(start + at, this.#keys[start + above] as number, this.#items[start + above] as number)
      at = above
    }
    this.#set(start + at, key, item)
  }

  #sink(start: number, size: number, key: number, item: number): void {
    let at = 0
    for (;;) {
      let below = 2 * at + 1
      if (below >= size) break
      if (below + 1 < size && (this.#keys[start + below + 1] as number) > (this.#keys[start + below] as number)) below++
      if ((this.#keys[start + below] as number) <= key) break
      this.#set(start + at, this.#keys[start + below] as number, this.#items[start + below] as number)
      at = below
    }
    this.#set(start + at, key, item)
  }

  #set(at: number, key: number, item: number): void {
    this.#keys[at] = key
    this.#items[at] = item
  }
}
