/** The columns of a unique key where all of them are plain, else null: one is an expression. */
export const plainColumns = (columns: readonly (string | null)[]): string[] | null =>
  columns.every((name) => name !== null) ? (columns as string[]) : null
