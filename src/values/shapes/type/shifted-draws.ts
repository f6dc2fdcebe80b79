import type { Draws } from '../../shape-maker.ts'

/**
 * The draws of one part of a value: part `part` of `parts` takes number n from `parts * (n + 1) + part`, so parts never meet each other nor
 * the first `parts` numbers, which stay with the whole. Nests. Re-pointed for each part; never kept.
 */
export class ShiftedDraws implements Draws {
  readonly #parts: number
  #inner: Draws
  #part = 0

  constructor(inner: Draws, parts: number) {
    this.#inner = inner
    this.#parts = parts
  }

  point(inner: Draws, part: number): this {
    this.#inner = inner
    this.#part = part
    return this
  }

  unit(n: number): number {
    return this.#inner.unit(this.#parts * (n + 1) + this.#part)
  }

  below(n: number, bound: number): number {
    return this.#inner.below(this.#parts * (n + 1) + this.#part, bound)
  }

  bits(n: number): number {
    return this.#inner.bits(this.#parts * (n + 1) + this.#part)
  }
}
