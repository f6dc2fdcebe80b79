/** Where a database is and who said so. Never holds a password. */
export interface Address {
  readonly kind: 'postgres' | 'pglite'
  /** Host, or the folder of an embedded database; `memory` for one without a folder. */
  readonly host: string
  readonly port: number | null
  readonly database: string
  readonly user: string
  /** Who named it: `--db-url`, `DATABASE_URL (.env)`, `supabase/config.toml`, … */
  readonly source: string
  /** True for loopback, unix sockets and embedded databases. */
  readonly local: boolean
}

/** A row as the driver gives it; every query casts what it needs (`::text`, `::int4`), so no driver types leak. */
export type QueryRow = Record<string, unknown>

/** The one who can be asked: a database, or a transaction on it. */
export interface Queryable {
  /**
   * Runs one statement with positional parameters (`$1`). Values come back as: int2/int4/float8 number, boolean, text
   * string, json/jsonb parsed, null; arrays of text and int as arrays; everything else (int8, numeric, timestamps, uuid …) as the text Postgres prints.
   * @throws DatabaseError with the SQLSTATE of the server.
   */
  query<Row extends QueryRow = QueryRow>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>
  /** Runs one statement and returns the number of rows of its command tag. */
  execute(sql: string, parameters?: readonly unknown[]): Promise<number>
  /**
   * Runs `COPY … FROM STDIN` in text format. `sql` names table and columns up to `FROM STDIN`. Chunks are whole lines; the source is
   * pulled only as fast as the server takes it. Returns the number of rows of the command tag.
   */
  copyIn(sql: string, chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<number>
  /** Runs one statement and gives what it gave as a SQL client shows it. @throws DatabaseError */
  result(sql: string): Promise<StatementResult>
}

/** What one statement gave: columns in order (names may repeat), values as the texts that Postgres prints. */
export interface StatementResult {
  /** First word of the command tag: `SELECT`, `INSERT`, `CREATE`. Empty for an empty statement. */
  readonly command: string
  /** None for a statement that gives no rows. `type`: oid. */
  readonly columns: readonly { readonly name: string; readonly type: number }[]
  readonly rows: readonly (readonly (string | null)[])[]
  /** Count of the command tag; null where it has none. */
  readonly count: number | null
}

/** What every transaction sets for itself with `SET LOCAL`, besides TimeZone UTC, DateStyle ISO and an empty search_path. */
export interface TransactionOptions {
  /** Such a transaction is begun again when its connection is lost: `work` may be called more than once. */
  readonly readOnly?: boolean
  readonly isolation?: 'read committed' | 'repeatable read' | 'serializable'
  /** Milliseconds; 0 switches the timeout off (the default for writers). */
  readonly statementTimeout?: number
  /** Milliseconds; default 10 s. */
  readonly lockTimeout?: number
  /**
   * `empty` (the default): every name must be qualified, and expressions are printed with qualified names. `own`: the role's or
   * database's setting stays, as for the application: triggers and checks of the user may rely on it.
   */
  readonly searchPath?: 'empty' | 'own'
}

/** A server, spoken to. Queries outside `transaction` run on any connection. */
export interface Database extends Queryable {
  readonly address: Address
  readonly capabilities: Capabilities
  /**
   * One transaction on one connection: BEGIN, SET LOCALs, `work`, COMMIT; ROLLBACK when `work` throws. Transactions may run side by
   * side up to `capabilities.connections`; further ones wait.
   */
  transaction<Result>(work: (tx: Queryable) => Promise<Result>, options?: TransactionOptions): Promise<Result>
  close(): Promise<void>
}

export interface Capabilities {
  /** `server_version_num`: 170010. */
  readonly version: number
  /** How many transactions may run side by side; 1 on PGlite and on transaction poolers. */
  readonly connections: number
  /** Bytes that one `copyIn` should stay below (PGlite holds it whole); null where it streams. */
  readonly copyLimit: number | null
}

/** An error the server raised, or the connection. Messages may be translated: decide by `code`. */
export class DatabaseError extends Error {
  /** SQLSTATE (`23505`), or `ECONNREFUSED`-like codes of the connection. */
  readonly code: string
  readonly schema: string | undefined
  readonly table: string | undefined
  readonly column: string | undefined
  readonly constraint: string | undefined
  readonly detail: string | undefined
  readonly hint: string | undefined
  /** `COPY posts, line 3, column title: "…"` and the like. */
  readonly where: string | undefined
  /** Where in the statement, in characters from 1. */
  readonly position: number | undefined

  constructor(
    message: string,
    fields: Partial<
      Record<'code' | 'schema' | 'table' | 'column' | 'constraint' | 'detail' | 'hint' | 'where' | 'position', string>
    >,
    cause?: unknown,
  ) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'DatabaseError'
    this.code = fields.code ?? 'unknown'
    this.schema = fields.schema
    this.table = fields.table
    this.column = fields.column
    this.constraint = fields.constraint
    this.detail = fields.detail
    this.hint = fields.hint
    this.where = fields.where
    this.position = fields.position === undefined ? undefined : Number(fields.position)
  }
}
