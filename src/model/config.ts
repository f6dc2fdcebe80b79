import type { AssociationWish } from './allotting/association-wish.ts'
import type { AssetItem } from './assets/asset-item.ts'
import type { OwnFunction } from './callables.ts'
import type { FixtureRow } from './given/fixture-row.ts'
import type { Moment } from './given/moment.ts'
import type { ShapeName } from './shapes.ts'
import type { Value } from './value.ts'

/** Everything that was wanted, settled: no question of "was it set?" is left. */
export interface Config {
  /** The dataset that is laid over the rest; null: none. */
  readonly dataset: string | null
  /** Names of all datasets that there are. */
  readonly datasets: readonly string[]
  readonly seed: string
  /** Milliseconds since the epoch. */
  readonly now: number
  /** `today`, said by nobody or by what stays as it is (a file): that of the first run counts as long as its rows are there. Not where it was asked for now (`--now`). */
  readonly keepsNow: boolean
  /** Languages and countries of names and places, in shares that come to 1; null: many origins, in English. */
  readonly locales: readonly Portion[] | null
  /** The generation of generators; null: that of the rows that are there, else the newest. */
  readonly generators: number | null
  /** Rows for each table that is not named (`--rows N`); null: sizes that suit their relations. */
  readonly rows: number | null
  /** What default sizes are multiplied with, above 0. Numbers that were said are multiplied already. */
  readonly scale: number
  /** True: only the tables named in `tables` (and what they need) are filled; false: all empty ones (zero configuration, or `--rows`). */
  readonly named: boolean
  /** Every seventh row holds extremes of what its columns accept. */
  readonly edgeCases: boolean
  /** Keys as the user spelled them; matched to the catalog by the plan. */
  readonly tables: Readonly<Record<string, TableWish>>
  /** Users who can sign in (rows of auth.users); null: as many as the schema needs. */
  readonly users: UsersWish | null
  /** What generated users sign in with: of the environment, else `users.password`; null: the documented default. */
  readonly password: string | null
  /** The secret of second factors on databases elsewhere, of the environment: base32; null: one is made. */
  readonly factorSecret: string | null
  /** Users are made through the Auth admin API, with so many requests at once; null: by SQL. */
  readonly adminApi: { readonly requests: number } | null
  /** Accounts where the schema keeps personal and team accounts in one table; null: as many as suit the users. */
  readonly accounts: { readonly personal: number | null; readonly team: number | null } | null
  /** Where users come from. */
  readonly strategy: StrategyWish
  readonly makerkit: MakerkitWish
  /** Rows that are given, by table and handle, as they are written: the plan unfolds them. */
  readonly fixtures: Readonly<Record<string, Readonly<Record<string, FixtureRow>>>>
  /** The files that say them, by table and handle; those of the configuration itself are not there. */
  readonly fixtureFiles: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Globs of files that hold further ones; null: `fixtures/` beside the configuration. */
  readonly fixturePaths: readonly string[] | null
  /** What several rows have in common, by table and name. */
  readonly traits: Readonly<Record<string, Readonly<Record<string, FixtureRow>>>>
  /** File, from `root`, that `seed` writes the rows that are given into; null: none. */
  readonly manifest: string | null
  /** How often the rows that are given are repeated, at least 1. */
  readonly instances: number
  /** Tables whose given rows all instances share, as the user spelled them. */
  readonly sharedFixtures: readonly string[]
  /** The user's own content, by name. */
  readonly assetPools: Readonly<Record<string, AssetPoolWish>>
  /** What is shared out among what, in the order of the configuration. */
  readonly associations: readonly AssociationWish[]
  /** Functions of the user's own for the mapping language, by name. */
  readonly functions: Readonly<Record<string, OwnFunction>>
  /** The user's phases: names of tables, in the order in which they are filled. Empty: the plan's own stages. */
  readonly phases: readonly { readonly name: string; readonly tables: readonly string[] }[]
  /** Postgres schemas whose tables may be filled; null: all of the app's. */
  readonly schemas: readonly string[] | null
  readonly only: readonly string[]
  readonly except: readonly string[]
  /** Finding ids whose danger is allowed. */
  readonly allow: readonly string[]
  /** Connections for writing, at least 1. */
  readonly jobs: number
  readonly db: { readonly url: string | null; readonly embedded: string | null }
  /** Databases elsewhere, by the name of their branch. */
  readonly remotes: Readonly<Record<string, RemoteWish>>
  /** Folder of the configuration file, or the working directory; `.supa-seed/` lies here. */
  readonly root: string
  /** The file that was read, as the user would type it; null without. */
  readonly file: string | null
  /** Who said what: setting path → layer (`--rows`, `supa-seed.config.ts`, `SUPA_SEED_SEED`, `default`). */
  readonly said: Readonly<Record<string, string>>
}

/** A database that is not on this machine. */
export interface RemoteWish {
  readonly url: string | null
  /** As the dashboard shows it: `[YOUR-PASSWORD]` stands for the password. */
  readonly poolerUrl: string | null
  /** The ref of its project. */
  readonly ref: string | null
  /** `eu-west-1`, or with its cluster `aws-1-eu-west-1`. */
  readonly region: string | null
  /** True: nothing is written there unless somebody types its name. */
  readonly production: boolean
}

/** `create-new`: users are made. `use-existing`: those that are there get the content. `hybrid`: both, and they share it. */
export interface StrategyWish {
  readonly kind: 'create-new' | 'use-existing' | 'hybrid'
  /** Users that are there; they are never changed. */
  readonly existing: {
    /** As the user spelled it; null: the personal accounts where the schema has some, else all of auth.users. */
    readonly table: string | null
    /** Columns of that table and what they hold. Null: all rows. */
    readonly filter: Readonly<Record<string, Value>> | null
    /** The column of that table that holds the user's id. */
    readonly idField: string
  }
}

/** What applications that were begun with MakerKit expect. */
export interface MakerkitWish {
  /** Its test users and their team. */
  readonly standardTestUsers: boolean
  /** Users with these addresses, in lower case. */
  readonly testEmails: readonly string[]
  /** `custom`: no users are made because tables need some. */
  readonly authFlow: 'supabase_auth' | 'custom'
  /** Said that a trigger makes personal accounts; nothing else does in any case. */
  readonly accountCreation: 'trigger_based' | null
  /** `simple`: no team accounts; `custom`: only those that are asked for. */
  readonly accountSystem: 'personal_and_team' | 'simple' | 'custom'
  /** Row-level security is never touched, whatever is said here. */
  readonly rlsPreservation: boolean
}

export interface UsersWish {
  /** Users that supa-seed owns, fixtures included; null: as many as the schema needs. */
  readonly count: number | null
  readonly password: string | null
  /** What a hash of the password costs: bcrypt's logarithm of rounds, 4 … 31. */
  readonly passwordCost: number
  /** The domain of their e-mail addresses. */
  readonly emailDomain: string | null
  /** `role` in the app metadata of so many of them. */
  readonly roles: readonly Portion[]
  /** Members of everybody's user metadata and app metadata. */
  readonly metadata: Readonly<Record<string, Value>>
  readonly appMetadata: Readonly<Record<string, Value>>
  /** `locale` of their user metadata, in equal shares; empty: none. */
  readonly locales: readonly string[]
  /** Who signs in with another provider than e-mail and password. */
  readonly providers: readonly Portion[]
  /** So many have not confirmed their address, or are banned: a number of users, or below 1 a share. */
  readonly unconfirmed: number
  readonly banned: number
  /** So many sign in with a telephone number and have no e-mail address, or are anonymous. */
  readonly phone: number
  readonly anonymous: number
  /** So many come by single sign-on (SAML) from a company of that domain. */
  readonly sso: { readonly amount: number; readonly domain: string } | null
  /** Who has linked another provider to their e-mail address and password. */
  readonly linked: readonly Portion[]
  /** Dealt out to those that are made, in turn; empty: none. */
  readonly personas: readonly Persona[]
  /** Who has a second factor: so many of those with e-mail and password, or whoever is in one of the roles. */
  readonly mfa: { readonly amount: number } | { readonly roles: readonly string[] } | null
}

/** What kind of person a user is. */
export interface Persona {
  readonly name: string
  /** Content of such a user for one piece of another's: above 0. */
  readonly weight: number
  /** `role` in the app metadata; null: as for everybody. */
  readonly role: string | null
  /** Members of the user metadata, beside `persona`. */
  readonly metadata: Readonly<Record<string, Value>>
  /** Words for columns that say who somebody is; empty: as for everybody. */
  readonly bio: readonly string[]
}

/** So many users: a whole number of them, or below 1 a share of those that are made. */
export interface Portion {
  readonly name: string
  readonly amount: number
}

/** Files whose items become rows of a table. */
export interface AssetPoolWish {
  /** Globs, relative to the configuration; those that begin with `!` take files away. */
  readonly path: readonly string[]
  /** The table whose rows the items become, as the user spelled it; null: the one with the name of the pool; false: none, other pools draw from it. */
  readonly table: string | null | false
  /** Column → expression of the mapping language (`frontmatter.title | file.name`); null: by name and meaning. */
  readonly fields: Readonly<Record<string, string>> | null
  /** Column → expression for where an item says nothing; absent: none. */
  readonly fallbacks?: Readonly<Record<string, string>>
  /** Pools of one table get their rows in the order of this, highest first; absent: 0. */
  readonly priority?: number
  /** Whether plain text is an item for each file (where it is absent) or for each line. */
  readonly per?: 'file' | 'line'
  /** Where the files themselves go; absent: nowhere. */
  readonly upload?: UploadWish
  /** Which items become rows; absent: all. */
  readonly selection?: SelectionWish
  /** How CSV files are read; absent: as they are found. */
  readonly csv?: CsvWish
  /** Rows are made beside those of the items, as many as the table would have without them. */
  readonly merge?: true
  /** By field: which column of the other table it says, and what becomes of one that is not there. */
  readonly references?: Readonly<Record<string, ReferenceWish>>
  /** What its items must be like; absent: anything. */
  readonly rules?: RulesWish
  /** A file that cannot be used stops the run; absent: it is passed over. */
  readonly strict?: true
  /** Files outside of the folder of the configuration may be read; absent: they are refused. */
  readonly allowOutside?: true
}

/** What the user says of the fields of items: front matter, objects of JSON and YAML, records of CSV. */
export interface RulesWish {
  /** Fields that must be there, and say something. */
  readonly required: readonly string[]
  /** Fields that may be there; null: any. */
  readonly optional: readonly string[] | null
  /** Field → type (`date`, `string[]`, `number | string`), or the values that it may have. */
  readonly types: Readonly<Record<string, string | readonly Value[]>>
  /** A JSON Schema, or the path of a file that holds one; null: none. */
  readonly schema: string | Value
}

/** What the user says of CSV files. */
export interface CsvWish {
  /** Null: found. */
  readonly delimiter: string | null
  /** Does the first line hold names? */
  readonly header: boolean
  /** Names for the columns; null: those of the first line. */
  readonly columns: readonly string[] | null
}

export interface ReferenceWish {
  readonly by: string | null
  readonly onMissing: OnMissing
}

/** What becomes of a reference to a row that is not there: an error, NULL, a new row, or the item is left out. */
export type OnMissing = 'error' | 'null' | 'create' | 'skip'

/** Which items of a pool become rows: those that `manual` names, then those that every condition lets pass, then as many as are drawn. */
export interface SelectionWish {
  /** Names, paths under the folder of the pool, identities or globs, in order; null: all, by path. */
  readonly manual: readonly string[] | null
  readonly filter: ((item: AssetItem) => unknown) | null
  /** Expression of the mapping language → what it must be; all of them. */
  readonly where: Readonly<Record<string, Comparison>>
  /** In lower case. */
  readonly tags: { readonly any: readonly string[]; readonly all: readonly string[]; readonly none: readonly string[] }
  /** `field`: an expression; null: the date that it says. Moments as they were written. */
  readonly dateRange: { readonly from: string | null; readonly to: string | null; readonly field: string | null } | null
  /** At most so many; null: all. */
  readonly count: number | null
  readonly weights: WeightsWish | null
}

/** An operand of a condition; moments as ISO texts. */
export type Operand = string | number | boolean | null

/** What a value must be: all of it. */
export interface Comparison {
  readonly equals?: Operand
  readonly not?: Operand
  readonly in?: readonly Operand[]
  readonly notIn?: readonly Operand[]
  readonly gt?: Operand
  readonly gte?: Operand
  readonly lt?: Operand
  readonly lte?: Operand
  readonly contains?: Operand
  readonly startsWith?: string
  readonly endsWith?: string
  readonly exists?: boolean
}

/** How much a draw likes an item: what an expression gives, a number for each text that it may give, or a function's answer. */
export type WeightsWish =
  | { readonly by: string; readonly values: Readonly<Record<string, number>> | null; readonly others: number }
  | ((item: AssetItem) => number)

/** A pool whose files are put into a bucket of Supabase Storage. */
export interface UploadWish {
  /** By the Storage API, or into a folder that the Supabase CLI takes files from. */
  readonly by: 'supabase_storage' | 'objects_path'
  readonly bucket: string
  /** The folder inside of the bucket; empty for its root. */
  readonly folder: string
  readonly public: boolean
  /** Bytes; null: what the project allows. */
  readonly fileSizeLimit: number | null
  /** `image/png`, `image/*`; null: all. */
  readonly allowedMimeTypes: readonly string[] | null
  /** The column whose user owns the file; null: the one that leads to auth.users. */
  readonly owner: string | null
}

export interface TableWish {
  readonly count: number | null
  /** Rows in the end, those of others included; absent: not said. */
  readonly total?: number
  readonly columns: Readonly<Record<string, ColumnWish>>
  /** Children of this table per parent: bounds for the owner link. */
  readonly perParent: { readonly min: number; readonly max: number | null } | null
  /** As `Config.locales`, for this table alone; absent: as those say. */
  readonly locales?: readonly Portion[]
}

/** What the user says of one column. */
export type ColumnWish =
  | { readonly kind: 'value'; readonly value: Value; readonly nulls: number | null }
  | {
      readonly kind: 'values'
      readonly values: readonly Value[]
      readonly weights: readonly number[] | null
      readonly nulls: number | null
    }
  | {
      readonly kind: 'shape'
      readonly shape: ShapeName
      readonly options: Readonly<Record<string, Value>>
      readonly nulls: number | null
    }
  /** An expression of the mapping language. */
  | { readonly kind: 'expression'; readonly expression: string; readonly nulls: number | null }
  /** Bounds for what the column would get anyway. */
  | {
      readonly kind: 'bounds'
      readonly min: number | string | Moment | null
      readonly max: number | string | Moment | null
      readonly nulls: number | null
    }
  /** Leave it to the database. */
  | { readonly kind: 'leave' }
  /** Only the share of NULLs. */
  | { readonly kind: 'nulls'; readonly nulls: number }
