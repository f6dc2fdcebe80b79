import { listed } from './listed.ts'

/** Names that are kept to be listed. */
const KEPT = 3

/** So many of something, and the names of the first. */
export class Mentions {
  count = 0
  readonly #first: string[] = []

  constructor(names: Iterable<string> = []) {
    for (const name of names) this.add(name)
  }

  add(name: string): void {
    this.count++
    if (this.#first.length < KEPT) this.#first.push(name)
  }

  /** `a, b, c and 4 more` */
  listed(): string {
    return this.count > KEPT ? `${this.#first.join(', ')} and ${this.count - KEPT} more` : listed(this.#first)
  }
}
