/** Numbers one after the other, eight bytes each. */
export class Numbers {
  #values = new Float64Array(1024)
  #length = 0

  add(value: number): void {
    if (this.#length === this.#values.length) {
      const grown = new Float64Array(2 * this.#length)
      grown.set(this.#values)
      this.#values = grown
    }
    this.#values[this.#length++] = value
  }

  all(): Float64Array {
    return this.#values.slice(0, this.#length)
  }
}
