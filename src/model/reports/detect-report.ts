import type { ExtendedEnum, Family, FrameworkStudy, SignUp } from '../framework-study.ts'
import type { ObjectId } from '../name.ts'
import type { ReportedDatabase } from './report.ts'

/** What kind of schema it is, and what its columns mean; what `detect --json` prints. */
export interface DetectReport {
  readonly database: ReportedDatabase
  readonly family: Family
  /** Null where there is no kit of MakerKit's. */
  readonly makerkitVersion: FrameworkStudy['version']
  /** The state of the kit's schema: `V1`, `E1` … `E6`, `Lite`, `V1-Lite`; null without. */
  readonly epoch: string | null
  /** What speaks for the family and the epoch, one phrase each. */
  readonly evidence: readonly string[]
  /** What one would expect of them and does not find. */
  readonly against: readonly string[]
  /** Parts of the family's own tables, types and triggers that are not as they came. */
  readonly altered: readonly string[]
  /** What the catalog cannot tell. */
  readonly notes: readonly string[]
  readonly extendedEnums: readonly ExtendedEnum[]
  /** What triggers on auth.users write for a new user. */
  readonly signUps: readonly SignUp[]
  /** The application's own tables: those that may be filled and that the family does not bring. */
  readonly customTables: readonly ObjectId[]
  readonly relationships: readonly Relationship[]
  /** Tables that items of the user's own content could become rows of. */
  readonly assetCompatibility: readonly AssetFit[]
  /** With `--columns`. */
  readonly columns?: ColumnCoverage
}

export interface Relationship {
  readonly from: ObjectId
  readonly columns: readonly string[]
  readonly to: ObjectId
  readonly toColumns: readonly string[]
  /** How rows of `from` stand to rows of `to`; `many-to-many`: `from` joins `to` and another table, and is little more than that. */
  readonly kind: 'one-to-one' | 'many-to-one' | 'many-to-many' | 'self'
  readonly constraint: string
}

export interface AssetFit {
  readonly table: ObjectId
  /** What it could be filled from. */
  readonly kinds: readonly ('markdown' | 'json' | 'images' | 'files')[]
  /** The columns that say so. */
  readonly columns: readonly string[]
}

/** How many text columns mean more than just text. Keys and columns that follow a key are not counted. */
export interface ColumnCoverage {
  readonly texts: number
  readonly meant: number
  /** 0 … 1; 1 without any text column. */
  readonly share: number
  readonly tables: readonly {
    readonly table: ObjectId
    readonly columns: readonly ColumnSense[]
  }[]
}

export interface ColumnSense {
  readonly column: string
  readonly type: string
  /** The shape, or what kind of time or number it is; null: only its type speaks. */
  readonly meaning: string | null
  /** Whose: `person`, `place:billing`. */
  readonly entity: string | null
  /** Where it was read from: `name`, `name and table`, `comment`, `key`, `values of a check`; null with `meaning`. */
  readonly evidence: string | null
}
