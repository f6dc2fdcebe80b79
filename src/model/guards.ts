/**
 * What guards the data of a database, as one SHA-256 (hex) for each kind: the same as long as nobody changes a definition, whoever asks. Of the app's and
 * the platform's schemas; partitions and what extensions own are left out, since those come and go by themselves.
 */
export interface Guards {
  /** Row-level security policies: commands, roles, expressions. */
  readonly policies: string
  /** On which tables row-level security is enabled and forced. */
  readonly rowSecurity: string
  /** Triggers: definitions, whether they are enabled, the bodies of their functions. */
  readonly triggers: string
  /** Keys, checks, exclusions, NOT NULL, of tables and domains; whether they are validated and enforced. */
  readonly constraints: string
  /** Privileges of roles on schemas, tables and columns. */
  readonly grants: string
}
