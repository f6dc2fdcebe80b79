import type { Finding } from './finding.ts'
import type { FrameworkStudy } from './framework-study.ts'
import type { ObjectId } from './name.ts'
import type { Condition } from './plan.ts'
import type { Recipe } from './recipe.ts'
import type { ShapeName } from './shapes.ts'
import type { Encoding, Value } from './value.ts'

/** What the schema means and what it will accept. */
export interface Study {
  /** By table id; every relation of the catalog that could hold rows. */
  readonly tables: Readonly<Record<ObjectId, TableStudy>>
  readonly framework: FrameworkStudy
  readonly findings: readonly Finding[]
  /** Where users who can sign in live; null where the schema of Supabase Auth is not there. */
  readonly auth: AuthStudy | null
  /** By table: the calls that a new row brings about, by its own triggers and by what those write. Absent for none. */
  readonly calls?: Readonly<Record<ObjectId, readonly Call[]>>
}

/** A trigger that calls out of the database, and when. */
export interface Call {
  readonly table: ObjectId
  readonly trigger: string
  readonly on: 'insert' | 'update'
}

export interface AuthStudy {
  readonly users: ObjectId
  /** Tables with one row for each user. */
  readonly with: readonly ObjectId[]
  /** Tables beside them that may get rows that are given. */
  readonly others: readonly ObjectId[]
  /** Column of the users' table that holds the password's hash, and the one of the e-mail address. */
  readonly password: string
  readonly email: string
}

/** What a framework says of a column. */
export interface KnownRecipe {
  readonly recipe: Recipe
  readonly why: string
}

/** Rows by table and handle; `{ $ref: handle }` is the key of another one. */
export type FixtureRows = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, Value>>>>>>

/** Columns of a table that says who belongs to which account. */
export interface MembershipStudy {
  readonly account: string
  readonly user: string
  readonly role: string
  /** The role of the account's owner, who is its first member: of a table of roles its key, else what `role` holds. */
  readonly first: string | number
  /** Share of the rows beside the owner's that are invitations: nobody has taken them, and they have no user. Absent: the table holds none. */
  readonly invited?: number
}

/** What a kit's application keeps to in a table of its own, where no constraint says so. Columns that are not there are passed over. */
export interface KitTable {
  readonly columns?: Readonly<Record<string, KitColumn>>
  /** Columns that lead where a chain of others does: who invites is the owner of the account (`['account_id', 'primary_owner_user_id']`). */
  readonly along?: Readonly<Record<string, readonly string[]>>
  /** Columns that lead to rows of others, but not to the one whose key is this, where there are more. */
  readonly never?: Readonly<Record<string, string>>
}

/** How a column is filled. Numbers of `{ "$now": ms }` in the options of a recipe are counted from the plan's now. */
export type KitColumn = { readonly why: string } & (
  | { readonly recipe: Recipe; readonly when?: readonly Condition[] }
  /** As otherwise, with further options. */
  | { readonly options: Readonly<Record<string, Value>> }
  /** What the row that a column leads to holds. */
  | { readonly take: { readonly by: string; readonly column: string } }
  /** As in `recipe`; left to its default where a trigger sets the other column to the moment of writing. */
  | { readonly beside: string; readonly recipe: Recipe }
)

export interface TableStudy {
  readonly id: ObjectId
  /** `app`: may be filled. Else why it is left alone. */
  readonly standing: Standing
  /** How the current role may write it: COPY, INSERT only (and why), or not at all (and what is missing). */
  readonly access: { readonly write: 'copy' | 'insert' | 'none'; readonly why: string | null }
  readonly columns: Readonly<Record<string, ColumnStudy>>
  /** Rules over several columns that were understood. */
  readonly rules: readonly Rule[]
  /** Its primary key and unique keys, seen through expressions and predicates. The primary key first, then those of fewer columns. */
  readonly keys: readonly KeyStudy[]
  /** Exclusion constraints, read. */
  readonly exclusions: readonly ExclusionStudy[]
  /** Checks that nobody understood: names and what was tried. */
  readonly unsolved: readonly {
    readonly check: string
    readonly expression: string
    readonly columns: readonly string[]
  }[]
  /** What its triggers are believed to do when rows are inserted. */
  readonly effects: readonly Effect[]
  /** True: rows of one chunk may meet rows of another (a trigger updates shared rows), so one connection only. */
  readonly serialised: boolean
  /** Columns that triggers count up while other rows are inserted (`posts.like_count`), and which trigger does. */
  readonly counted?: Readonly<Record<string, string>>
  /** Triggers that call out of the database when rows are updated or deleted; those of new rows are among the effects. */
  readonly callsOut?: { readonly update: readonly string[]; readonly delete: readonly string[] }
  /** Columns that a trigger sets whenever a row is updated. */
  readonly touched?: readonly string[]
  /** What a framework says of its columns, stronger than their meaning. */
  readonly known?: Readonly<Record<string, KnownRecipe>>
  readonly membership?: MembershipStudy
  readonly kit?: KitTable
  readonly pairs?: readonly PairStudy[]
  readonly needs?: readonly ParentNeed[]
  /** The column by which its rows belong to team accounts, never to personal ones. */
  readonly teams?: string
  /** What a look-up table of that name usually holds. */
  readonly reference?: ReferenceStudy
}

/** What a column must be like in the rows that a column of the table leads to, or new rows are refused. */
export interface ParentNeed {
  /** Column of the table. */
  readonly link: string
  readonly parent: ObjectId
  /** Of the parent. */
  readonly column: string
  /** Null: no value. */
  readonly domain: Partial<Domain> | null
  /** NULL will do as well. */
  readonly nulls: boolean
  /** `check team_only`, `trigger active_only`. */
  readonly by: string
}

/** The rows of a known list, by column: values at the same place belong together. */
export interface ReferenceStudy {
  /** `currencies` */
  readonly list: string
  /** There are no others. */
  readonly closed: boolean
  readonly columns: Readonly<Record<string, readonly Value[]>>
}

/** Two columns that name a row of one of several tables: its table and its key. No constraint says so. */
export interface PairStudy {
  readonly type: string
  readonly id: string
  /** What the type says for a table, and the key column that the id holds. */
  readonly targets: readonly { readonly label: string; readonly table: ObjectId; readonly column: string }[]
}

/** A unique key, read: which columns take part and how. */
export interface KeyStudy {
  readonly name: string
  readonly primary: boolean
  /** Every column that takes part, plain or inside an expression. Empty for a key over a constant: the table holds one row. */
  readonly columns: readonly string[]
  /** Columns that are seen through a function that may make different values alike: `lower`, `trim`, `date_trunc`, … */
  readonly through: Readonly<Record<string, string>>
  /** A partial index: values of one column each that take a row out of it, as far as they are known. */
  readonly partial: { readonly escapes: readonly { readonly column: string; readonly value: Value }[] } | null
  readonly nullsNotDistinct: boolean
}

/** Rows that agree in the `equal` columns must not overlap in their span. */
export interface ExclusionStudy {
  readonly name: string
  readonly equal: readonly string[]
  /** A range column, or two columns that a range is made of. Null: not understood. */
  readonly span: { readonly column: string } | { readonly from: string; readonly to: string } | null
}

export type Standing =
  | { readonly kind: 'app' }
  | {
      readonly kind:
        | 'extension'
        | 'platform'
        | 'bookkeeping'
        | 'view'
        | 'foreign'
        | 'partition'
        | 'no-partition'
        | 'other-schema'
        | 'raises'
        | 'redirects'
        | 'no-columns'
      readonly why: string
    }

export interface ColumnStudy {
  readonly name: string
  readonly encoding: Encoding
  /**
   * Innermost base type, internal name: `int4`, `text`, `timestamptz`, `numeric`; the type's id for enums, composites, ranges of users. Of an array
   * that of its items.
   */
  readonly base: string
  readonly domain: Domain
  /** What the column seems to hold, or null: then its type decides. `entity` names whose (`person`, `person:billing`). */
  readonly meaning: Meaning | null
}

export interface Meaning {
  readonly shape:
    | ShapeName
    | 'created'
    | 'updated'
    | 'deleted'
    | 'started'
    | 'ended'
    | 'happened'
    | 'due'
    | 'position'
    | 'counter'
    | 'flag'
    | 'amount'
    | 'url-of'
    | 'slug-of'
    | 'password'
  readonly entity: string | null
  /** For `slug-of`, `updated` …: the column it depends on. */
  readonly of?: string
  /** Options for the shape that the name suggests (a rating is 1 to 5). */
  readonly options?: Readonly<Record<string, Value>>
  /** `name`, `type and name`, `comment`, `check` …: one phrase for `plan`. */
  readonly evidence: string
}

/** What one column accepts, by its type and its own checks. Everything absent means no limit known. */
export interface Domain {
  readonly notNull: boolean
  /** Exactly these (enum labels, IN lists, true/false by a check). Only `null`: the column must stay NULL. Dates and times are texts. */
  readonly values?: readonly Value[]
  readonly excluded?: readonly Value[]
  /** Inclusive; numbers as they are, dates and timestamps in ms since the epoch, times in ms since midnight, intervals in seconds. */
  readonly min?: number
  readonly max?: number
  /** Not later (earlier) than now plus these ms: from checks against now() or CURRENT_DATE. */
  readonly maxNow?: number
  readonly minNow?: number
  readonly scale?: number
  /** Characters; bytes of a bytea, bits of a bit string, dimensions of a vector. */
  readonly minLength?: number
  readonly maxLength?: number
  readonly maxBytes?: number
  /** Places of PostGIS: type in capitals, reference system, further dimensions; absent: any. */
  readonly spatial?: { readonly type?: string; readonly srid?: number; readonly dimensions?: 'Z' | 'M' | 'ZM' }
  readonly exactBytes?: number
  /** Regular expressions that must (not) match, POSIX as Postgres reads them. */
  readonly patterns?: readonly { readonly pattern: string; readonly caseless: boolean; readonly negated: boolean }[]
  readonly case?: 'lower' | 'upper'
  /** No blanks at either end (and, with a `minLength` of 1, not blank). */
  readonly trimmed?: boolean
  /** Whole multiples of this plus `remainder` (default 0); ms for times. */
  readonly step?: number
  readonly remainder?: number
  /** Ranges: not empty, and with both bounds. */
  readonly bounded?: boolean
  /** Arrays (and JSON arrays): number of items, and what each accepts. */
  readonly minItems?: number
  readonly maxItems?: number
  readonly items?: Domain
  readonly json?: {
    readonly type?: 'object' | 'array' | 'string' | 'number' | 'boolean'
    readonly keys?: readonly string[]
    /** What generated columns, checks and indexes read out of an object, by its key. */
    readonly members?: Readonly<Record<string, JsonMember>>
  }
  /** Ranges: bounds of the subtype are in min and max. Composite: by attribute. */
  readonly fields?: readonly Domain[]
  /** Of an attribute of a composite: its innermost base type. */
  readonly base?: string
}

/** A member of a JSON object, seen as the column that it is read as. */
export interface JsonMember {
  readonly column: ColumnStudy
  /** A unique key reads it. */
  readonly unique: boolean
}

/** A check over several columns, understood. */
export type Rule =
  /** `lower < higher` (strict) or `<=`; NULLs pass. */
  | {
      readonly kind: 'order'
      readonly check: string
      readonly lower: string
      readonly higher: string
      readonly strict: boolean
    }
  /**
   * `column` is (not) NULL exactly when (or at least when: `only` false) `when` has one of `values` (or none of them: `not`). `values` may hold null:
   * `not` one of `[null]` means that `when` has a value.
   */
  | {
      readonly kind: 'presence'
      readonly check: string
      readonly column: string
      readonly null: boolean
      readonly when: string
      readonly values: readonly Value[]
      readonly not: boolean
      /** True: otherwise the opposite holds (an equivalence). */
      readonly only: boolean
    }
  /** Between `min` and `max` of these columns are not NULL. */
  | {
      readonly kind: 'present'
      readonly check: string
      readonly columns: readonly string[]
      readonly min: number
      readonly max: number
    }
  /** All NULL or none. */
  | { readonly kind: 'together'; readonly check: string; readonly columns: readonly string[] }
  /** Two columns differ. */
  | { readonly kind: 'differ'; readonly check: string; readonly columns: readonly [string, string] }
  /** `target` = sum of the others, each times its factor. */
  | {
      readonly kind: 'sum'
      readonly check: string
      readonly target: string
      readonly terms: readonly { readonly column: string; readonly factor: number }[]
      readonly constant: number
    }
  /** `target` = the product of the others (rounded to `scale` digits, where given). */
  | {
      readonly kind: 'product'
      readonly check: string
      readonly target: string
      readonly factors: readonly string[]
      readonly scale: number | null
    }
  /** `target` = the parts, one after the other: literals, and of `columns` the first one that is not NULL. NULL where a part is. */
  | {
      readonly kind: 'text'
      readonly check: string
      readonly target: string
      readonly parts: readonly (string | { readonly columns: readonly string[] })[]
    }
  /** `higher` - `lower` is at least `min` and at most `max` (inclusive; ms for times); null: no such bound. NULLs pass. */
  | {
      readonly kind: 'apart'
      readonly check: string
      readonly lower: string
      readonly higher: string
      readonly min: number | null
      readonly max: number | null
    }
  /** These tuples of values are allowed, judged by the database or enumerated. Of a column that a link fills they only say whether it is NULL. */
  | {
      readonly kind: 'tuples'
      readonly check: string
      readonly columns: readonly string[]
      readonly tuples: readonly (readonly Value[])[]
    }

/** What a trigger does when a row of this table is inserted, as read from its function. */
export interface Effect {
  readonly trigger: string
  readonly function: ObjectId
  readonly timing: 'before' | 'after' | 'instead of'
  /** Tables that it inserts into, with the columns it fills from NEW where that was readable: `{ id: 'id' }`. */
  readonly inserts: readonly {
    readonly table: ObjectId
    readonly columns: Readonly<Record<string, string | null>>
    /** Columns that always get the same value. */
    readonly constants?: Readonly<Record<string, Value>>
    /** What a column gets where that of NEW is NULL (COALESCE): other columns of NEW by name, null for anything else. */
    readonly spares?: Readonly<Record<string, readonly (string | null)[]>>
    readonly conditional: boolean
  }[]
  readonly updates: readonly ObjectId[]
  /** Columns that it counts up in other rows: `likes = likes + 1`. */
  readonly counts?: readonly { readonly table: ObjectId; readonly columns: readonly string[] }[]
  /** Columns of NEW that it assigns. */
  readonly assigns: readonly string[]
  /** Those of them that get another value in every row, whatever was written. */
  readonly overwrites?: readonly string[]
  /** Of a trigger that can be put off to the end of the transaction: the tables that it looks at then. Sorted; absent for none. */
  readonly awaits?: readonly ObjectId[]
  /** Messages it may raise. */
  readonly raises: readonly string[]
  /** Calls that leave the database (http, pg_net, dblink, notify is not one). */
  readonly callsOut: readonly string[]
  /** False where the body could not be read (C, unknown language). */
  readonly read: boolean
}

/** Reads SQL with the real Postgres grammar; loaded by the caller, passed in, so that the study stays pure. */
export interface SqlParser {
  /** The parse tree of one expression (libpg-query's JSON node), or null where it does not parse. */
  expression(sql: string): unknown
  /** The parse tree of statements, or null. */
  statements(sql: string): unknown
  /** The tree of a `CREATE FUNCTION … LANGUAGE plpgsql` body, or null. Only called for language plpgsql. */
  plpgsql(createFunction: string): unknown
}
