/**
 * The largest flow of whole units through a network, by blocking flows on level graphs (Dinic, Algorithm for solution of a problem of maximum flow in networks with power estimation, 1970). Edges are tried in
 * the order in which they were added. What flows into a node from the source, or out of it into the sink, is never taken back when limits rise and it runs again.
 */
export class MaxFlow {
  readonly #first: Int32Array
  #next = new Int32Array(64)
  #to = new Int32Array(64)
  #left = new Float64Array(64)
  #edges = 0
  readonly #last: Int32Array
  #level: Int32Array
  readonly #limits: number[] = []

  constructor(nodes: number) {
    this.#first = new Int32Array(nodes).fill(-1)
    this.#last = new Int32Array(nodes).fill(-1)
    this.#level = new Int32Array(nodes)
  }

  /** The edge's number. */
  edge(from: number, to: number, limit: number): number {
    const edge = this.#edges
    if (edge + 2 > this.#to.length) this.#grow()
    this.#add(from, to, limit)
    this.#add(to, from, 0)
    this.#limits[edge >> 1] = limit
    return edge
  }

  /** Another limit, not below what flows. */
  limit(edge: number, limit: number): void {
    this.#left[edge] = Math.max(0, limit - this.through(edge))
    this.#limits[edge >> 1] = limit
  }

  /** As if nothing had flowed. */
  clear(): void {
    for (let edge = 0; edge < this.#edges; edge += 2) {
      this.#left[edge] = this.#limits[edge >> 1] as number
      this.#left[edge + 1] = 0
    }
  }

  through(edge: number): number {
    return this.#left[edge + 1] as number
  }

  /** Lets up to `amount` flow along a path; how much it was. */
  push(path: readonly number[], amount: number): number {
    let most = amount
    for (const edge of path) most = Math.min(most, this.#left[edge] as number)
    if (most > 0) this.#along(path, most)
    return Math.max(0, most)
  }

  /** Lets flow what can; how much more it is. */
  run(source: number, sink: number): number {
    let flow = 0
    while (this.#levels(source, sink)) flow += this.#block(source, sink)
    return flow
  }

  /** Whether each node can be reached from the source by what is left. */
  reached(source: number): Uint8Array {
    this.#levels(source, -1)
    return Uint8Array.from(this.#level, (level) => (level < 0 ? 0 : 1))
  }

  /** Whether the sink can be reached from each node by what is left. */
  reaching(sink: number): Uint8Array {
    const seen = new Uint8Array(this.#first.length)
    const queue = [sink]
    seen[sink] = 1
    for (const node of queue)
      for (let edge = this.#first[node] as number; edge >= 0; edge = this.#next[edge] as number) {
        const from = this.#to[edge] as number
        if ((this.#left[edge ^ 1] as number) > 0 && seen[from] === 0) {
          seen[from] = 1
          queue.push(from)
        }
      }
    return seen
  }

  #add(from: number, to: number, limit: number): void {
    const edge = this.#edges++
    this.#to[edge] = to
    this.#left[edge] = limit
    this.#next[edge] = -1
    if ((this.#last[from] as number) < 0) this.#first[from] = edge
    else this.#next[this.#last[from] as number] = edge
    this.#last[from] = edge
  }

  #grow(): void {
    const size = this.#to.length * 2
    const wider = <List extends Int32Array | Float64Array>(list: List, made: List): List => {
      made.set(list)
      return made
    }
    this.#to = wider(this.#to, new Int32Array(size))
    this.#next = wider(this.#next, new Int32Array(size))
    this.#left = wider(this.#left, new Float64Array(size))
  }

  #levels(source: number, sink: number): boolean {
    const level = this.#level.fill(-1)
    const queue = new Int32Array(level.length)
    let end = 1
    queue[0] = source
    level[source] = 0
    for (let at = 0; at < end; at++) {
      const node = queue[at] as number
      for (let edge = this.#first[node] as number; edge >= 0; edge = this.#next[edge] as number) {
        const to = this.#to[edge] as number
        if ((this.#left[edge] as number) <= 0 || (level[to] as number) >= 0) continue
        level[to] = (level[node] as number) + 1
        queue[end++] = to
      }
    }
    return sink >= 0 && (level[sink] as number) >= 0
  }

  /** Paths along the levels, one after the other, without recursion: they may be as long as there are nodes. */
  #block(source: number, sink: number): number {
    const at = this.#first.slice()
    const path: number[] = []
    let node = source
    let flow = 0
    for (;;) {
      if (node === sink) {
        flow += this.push(path, Number.POSITIVE_INFINITY)
        path.length = 0
        node = source
        continue
      }
      const edge = this.#ahead(node, at)
      if (edge >= 0) {
        path.push(edge)
        node = this.#to[edge] as number
        continue
      }
      const back = path.pop()
      if (back === undefined) return flow
      node = this.#to[back ^ 1] as number
      at[node] = this.#next[at[node] as number] as number
    }
  }

  #ahead(node: number, at: Int32Array): number {
    let edge = at[node] as number
    while (
      edge >= 0 &&
      ((this.#left[edge] as number) <= 0 || this.#level[this.#to[edge] as number] !== (this.#level[node] as number) + 1)
    )
      edge = this.#next[edge] as number
    at[node] = edge
    return edge
  }

  #along(path: readonly number[], amount: number): void {
    for (const edge of path) {
      this.#left[edge] = (this.#left[edge] as number) - amount
      this.#left[edge ^ 1] = (this.#left[edge ^ 1] as number) + amount
    }
  }
}
