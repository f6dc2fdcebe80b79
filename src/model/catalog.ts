import type { ObjectId } from './name.ts'

/** Everything there is in a database that matters for filling it. JSON-safe, sorted by id; also what a snapshot is. */
export interface Catalog {
  readonly server: ServerInfo
  readonly role: RoleInfo
  readonly schemas: readonly SchemaInfo[]
  /** Tables, partitioned tables, views, materialized views, foreign tables; sorted by id. System schemas are left out. */
  readonly relations: readonly Relation[]
  /** Every type that a column of these relations uses, and what those types are made of; sorted by id. */
  readonly types: readonly TypeInfo[]
  readonly sequences: readonly Sequence[]
  /** Functions that triggers, checks, defaults and generated columns call. */
  readonly functions: readonly FunctionInfo[]
  readonly extensions: readonly { readonly name: string; readonly schema: string; readonly version: string }[]
  /**
   * SHA-256 (hex) over all of it but `server`, versions of extensions, row estimates, `populated`, sequence positions and the
   * numbers (not the order) of columns.
   */
  readonly hash: string
}

export interface ServerInfo {
  /** `server_version_num`. */
  readonly version: number
  /** `system_identifier` of the cluster, or null where the role may not ask. */
  readonly systemId: string | null
  readonly databaseOid: number
  readonly database: string
  readonly encoding: string
  readonly collation: string
}

export interface RoleInfo {
  readonly name: string
  readonly superuser: boolean
  readonly bypassRls: boolean
}

export interface SchemaInfo {
  readonly name: string
  readonly owner: string
  readonly usage: boolean
  /** Name of the extension it belongs to, else null. */
  readonly extension: string | null
  /** Privileges of all roles but the owner, see `Relation.privileges`. Not in the hash. */
  readonly privileges?: readonly string[]
}

export type RelationKind = 'table' | 'partitioned' | 'view' | 'materialized' | 'foreign'

export interface Relation {
  readonly id: ObjectId
  readonly schema: string
  readonly name: string
  readonly kind: RelationKind
  readonly owner: string
  readonly comment: string | null
  readonly persistence: 'permanent' | 'unlogged' | 'temporary'
  /** Name of the extension that it belongs to, else null. */
  readonly extension: string | null
  /** `reltuples`; -1 when never analysed. Not in the hash. */
  readonly rowEstimate: number
  /** Set on a partition: its direct parent and its bound as Postgres prints it (`FOR VALUES IN ('a')`, `DEFAULT`). */
  readonly partitionOf: { readonly parent: ObjectId; readonly bound: string } | null
  /** Set on a partitioned table. `columns` holds null for an expression. */
  readonly partitionKey: {
    readonly strategy: 'range' | 'list' | 'hash'
    readonly columns: readonly (string | null)[]
    readonly definition: string
  } | null
  /** Parents by INHERITS (not partitions). */
  readonly inherits: readonly ObjectId[]
  readonly columns: readonly Column[]
  readonly primaryKey: UniqueKey | null
  /** Unique constraints and unique indexes, the primary key not included. */
  readonly uniques: readonly UniqueKey[]
  readonly exclusions: readonly Exclusion[]
  /** Expressions and predicates of its other indexes: every row must let itself be put into them. Absent: there are none. */
  readonly indexed?: readonly string[]
  /** Names of the indexes that neither are keys nor exclude anything, sorted. Absent: there are none. Not in the hash: no row depends on them. */
  readonly otherIndexes?: readonly string[]
  readonly foreignKeys: readonly ForeignKey[]
  readonly checks: readonly Check[]
  /** User triggers only (no internal ones). */
  readonly triggers: readonly Trigger[]
  readonly rules: readonly {
    readonly name: string
    readonly event: string
    readonly instead: boolean
    readonly definition: string
  }[]
  readonly policies: readonly Policy[]
  /** `active`: policies apply to the current role (it neither owns the table nor bypasses them). */
  readonly rowSecurity: { readonly enabled: boolean; readonly forced: boolean; readonly active?: boolean }
  /** What the current role may do with it. */
  readonly grants: Grants
  /**
   * Privileges of all roles but the owner, sorted: `anon SELECT`, `authenticated UPDATE (title)`, `*` at the end for the grant option. Not in the hash.
   */
  readonly privileges?: readonly string[]
  /** View or materialized view: its query. */
  readonly definition: string | null
  /** View or materialized view: the relations it reads, directly. */
  readonly reads: readonly ObjectId[]
  /** Materialized view: has it been populated? Its `uniques` tell whether CONCURRENTLY is possible. Not in the hash. */
  readonly populated: boolean
}

export interface Grants {
  readonly select: boolean
  readonly insert: boolean
  readonly update: boolean
  readonly delete: boolean
  readonly truncate: boolean
}

export interface Column {
  readonly name: string
  /** attnum: gaps are dropped columns. */
  readonly position: number
  /** Id of its type in `types`: for arrays the id of the array type. */
  readonly type: ObjectId
  /** As people write it: `varchar(255)`, `timestamptz`, `numeric(10,2)`, `text[]`. */
  readonly typeName: string
  /** Length of char/varchar/bit, dimension of vector, … as given in brackets; null without. */
  readonly length: number | null
  /** numeric(precision, scale); null without. */
  readonly precision: number | null
  readonly scale: number | null
  readonly notNull: boolean
  /** Expression as Postgres prints it, or null. For generated columns see `generated`. */
  readonly default: string | null
  readonly identity: 'always' | 'by default' | null
  readonly generated: { readonly kind: 'stored' | 'virtual'; readonly expression: string } | null
  /** The sequence behind serial, identity or `nextval('…')` in the default. */
  readonly sequence: ObjectId | null
  readonly collation: string | null
  /** Set where the collation calls different bytes equal (ignores case or accents). */
  readonly nondeterministic?: true
  readonly comment: string | null
  /** May the current role write it (table or column privilege)? */
  readonly insertable: boolean
  readonly updatable: boolean
}

/** A primary key, unique constraint or unique index. */
export interface UniqueKey {
  readonly name: string
  /** Plain columns in order; null where the part is an expression (then `expressions` has its text at that place). */
  readonly columns: readonly (string | null)[]
  readonly expressions: readonly (string | null)[]
  /** WHERE of a partial index, as Postgres prints it. */
  readonly predicate: string | null
  readonly nullsNotDistinct: boolean
  readonly constraint: boolean
  readonly deferrable: boolean
  readonly deferred: boolean
}

export interface Exclusion {
  readonly name: string
  readonly columns: readonly (string | null)[]
  readonly expressions: readonly (string | null)[]
  readonly operators: readonly string[]
  readonly predicate: string | null
  readonly definition: string
}

export type ReferentialAction = 'no action' | 'restrict' | 'cascade' | 'set null' | 'set default'

export interface ForeignKey {
  readonly name: string
  readonly columns: readonly string[]
  readonly parent: ObjectId
  readonly parentColumns: readonly string[]
  readonly match: 'simple' | 'full'
  readonly onDelete: ReferentialAction
  readonly onUpdate: ReferentialAction
  readonly deferrable: boolean
  readonly deferred: boolean
  readonly validated: boolean
  /** Set where nobody checks it: NOT ENFORCED, or its own triggers are disabled. */
  readonly enforced?: false
  /** Set where there is no such constraint: the relation was found in the names. Why it is believed. Never in a catalog that was read. */
  readonly found?: string
}

export interface Check {
  readonly name: string
  /** The expression inside CHECK (…), as `pg_get_expr` prints it. */
  readonly expression: string
  readonly columns: readonly string[]
  readonly validated: boolean
}

export interface Trigger {
  readonly name: string
  readonly timing: 'before' | 'after' | 'instead of'
  readonly events: readonly ('insert' | 'update' | 'delete' | 'truncate')[]
  readonly level: 'row' | 'statement'
  /** Id of the function in `functions`. */
  readonly function: ObjectId
  readonly constraint: boolean
  /** `O` origin, `D` disabled, `R` replica, `A` always. */
  readonly enabled: 'O' | 'D' | 'R' | 'A'
  readonly definition: string
}

export interface Policy {
  readonly name: string
  readonly command: 'all' | 'select' | 'insert' | 'update' | 'delete'
  readonly permissive: boolean
  readonly roles: readonly string[]
  readonly using: string | null
  readonly check: string | null
}

export interface TypeInfo {
  readonly id: ObjectId
  readonly schema: string
  readonly name: string
  readonly kind: 'base' | 'enum' | 'domain' | 'composite' | 'range' | 'multirange' | 'array' | 'pseudo'
  /** typcategory: `N` numeric, `S` string, `D` date/time, … */
  readonly category: string
  readonly extension: string | null
  /** Labels of an enum in their order. */
  readonly labels: readonly string[]
  /** array: its element; range: its subtype; multirange: its range; domain: its base type. */
  readonly of: ObjectId | null
  /** Domain: the base as people write it (`varchar(20)`), and its limits. */
  readonly baseName: string | null
  readonly length: number | null
  readonly precision: number | null
  readonly scale: number | null
  readonly notNull: boolean
  readonly default: string | null
  /** Checks of a domain; they speak of VALUE. */
  readonly checks: readonly Check[]
  /** Attributes of a composite. */
  readonly attributes: readonly {
    readonly name: string
    readonly type: ObjectId
    readonly typeName: string
    readonly length: number | null
    readonly precision: number | null
    readonly scale: number | null
  }[]
  readonly comment: string | null
}

export interface Sequence {
  readonly id: ObjectId
  readonly schema: string
  readonly name: string
  /** Owning column, if any. */
  readonly ownedBy: { readonly table: ObjectId; readonly column: string } | null
  readonly type: string
  /** bigint values as text. */
  readonly start: string
  readonly minimum: string
  readonly maximum: string
  readonly increment: string
  readonly cycle: boolean
  /** May the current role call nextval? */
  readonly usage: boolean
  /** `last_value`, null when never called or not readable. Not in the hash. */
  readonly last: string | null
}

export interface FunctionInfo {
  readonly id: ObjectId
  readonly schema: string
  readonly name: string
  readonly language: string
  readonly returns: string
  readonly arguments: string
  /** prosrc; for `BEGIN ATOMIC` bodies the printed definition. */
  readonly body: string
  readonly volatility: 'immutable' | 'stable' | 'volatile'
  readonly securityDefiner: boolean
  readonly extension: string | null
}
