/** What a look-up table usually holds. */
export interface ReferenceList {
  readonly name: string
  /** Whole names of tables, in the singular; `*` at the beginning: any words before. */
  readonly tables: string
  /** For each value of a row the names of columns that hold it. */
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** There are no others: a table asked for more rows gets these. Otherwise the list is only used where it is long enough. */
  readonly closed: boolean
}
