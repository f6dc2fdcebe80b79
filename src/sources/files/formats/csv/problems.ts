import type { Problem } from '../../problem.ts'

/** Problems of one file that are told one by one. */
const MOST = 20

/** The problems of the records of a file: the first ones that come are kept, the others counted. */
export class Problems {
  readonly #first: Problem[] = []
  #more = 0

  add(problems: readonly Problem[]): void {
    for (const problem of problems)
      if (this.#first.length < MOST) this.#first.push(problem)
      else this.#more++
  }

  /** In the order of the file. */
  told(): Problem[] {
    const first = this.#first.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0))
    if (this.#more === 0) return first
    return [
      ...first,
      {
        line: null,
        message: `${this.#more} more lines of the file cannot be read.`,
        expected: 'lines like the others',
        found: `${this.#first.length + this.#more} that cannot be read`,
        next: 'Mend the first ones: the others may be of the same kind.',
      },
    ]
  }
}
