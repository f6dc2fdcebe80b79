import type { ShapeName } from './shapes.ts'
import type { Value } from './value.ts'

/** Everything that was wanted, settled: no question of "was it set?" is left. */
export interface Config {
  readonly seed: string
  /** Milliseconds since the epoch. */
  readonly now: number
  /** Rows for each table that is not named (`--rows N`); null: sizes that suit their relations. */
  readonly rows: number | null
  /** True: only the tables named in `tables` (and what they need) are filled; false: all empty ones (zero configuration, or `--rows`). */
  readonly named: boolean
  /** Keys as the user spelled them; matched to the catalog by the plan. */
  readonly tables: Readonly<Record<string, TableWish>>
  /** Postgres schemas whose tables may be filled; null: all of the app's. */
  readonly schemas: readonly string[] | null
  readonly only: readonly string[]
  readonly except: readonly string[]
  /** Finding ids whose danger is allowed. */
  readonly allow: readonly string[]
  /** Connections for writing, at least 1. */
  readonly jobs: number
  readonly db: { readonly url: string | null; readonly embedded: string | null }
  /** Folder of the configuration file, or the working directory; `.supa-seed/` lies here. */
  readonly root: string
  /** The file that was read, as the user would type it; null without. */
  readonly file: string | null
  /** Who said what: setting path → layer (`--rows`, `supa-seed.config.ts`, `SUPA_SEED_SEED`, `default`). */
  readonly said: Readonly<Record<string, string>>
}

export interface TableWish {
  readonly count: number | null
  readonly columns: Readonly<Record<string, ColumnWish>>
  /** Children of this table per parent: bounds for the owner link. */
  readonly perParent: { readonly min: number; readonly max: number | null } | null
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
  /** Bounds for what the column would get anyway. */
  | {
      readonly kind: 'bounds'
      readonly min: number | string | null
      readonly max: number | string | null
      readonly nulls: number | null
    }
  /** Leave it to the database. */
  | { readonly kind: 'leave' }
  /** Only the share of NULLs. */
  | { readonly kind: 'nulls'; readonly nulls: number }
