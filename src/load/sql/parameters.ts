import type { Sheet } from './sheet.ts'

/** The parameters of one statement, numbered as they come. */
export class Parameters {
  readonly values: (readonly (string | null)[])[] = []

  /** Adds the columns of a sheet; returns the number of the first. */
  add(sheet: Sheet): number {
    const first = this.values.length + 1
    this.values.push(...sheet)
    return first
  }
}
