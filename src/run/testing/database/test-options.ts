/** What a database for tests is made of. */
export interface TestDatabaseOptions<Config = unknown> {
  /** A configuration, or the path of one from `cwd`; default: the nearest file. Where it says a database is left aside. */
  readonly config?: Config | string
  /** Files of SQL, and folders with some, from `cwd`; default: those of the Supabase project. `false`: none. */
  readonly migrations?: string | readonly string[] | false
  /** Default the working directory. */
  readonly cwd?: string
  /**
   * `transaction` (the default): a database that is there already, in a transaction that is rolled back when it is closed; some milliseconds. `instance`: one
   * of its own, unpacked; some hundred milliseconds.
   */
  readonly isolation?: 'transaction' | 'instance'
  /** False: the seeded database is not kept in `.supa-seed/cache/` for the next process. Default true. */
  readonly cache?: boolean
}
