import type { Asset } from '../../../model/assets/assets.ts'
import type { OnMissing } from '../../../model/config.ts'
import type { Finding } from '../../../model/finding.ts'
import type { ObjectId } from '../../../model/name.ts'
import type { Fixture } from '../../fixtures/fixture.ts'

/** What a pool says of rows of other tables: an author by e-mail, tags by name. */
export interface AssetReference {
  readonly pool: string
  /** The table whose rows the items become. */
  readonly table: ObjectId
  /** As the configuration or the files call it. */
  readonly field: string
  readonly expression: string
  /** The table whose rows are meant. */
  readonly parent: ObjectId
  /** Name of the foreign key that leads there: of the table itself, or of the one that joins both. */
  readonly link: string
  /** Set where a table joins both: each pair becomes a row of it. `back`: its foreign key to the pool's table. */
  readonly join: { readonly table: ObjectId; readonly back: string } | null
  /** The column (or field) of the parent that is meant; null: whatever names it. */
  readonly by: string | null
  /** Does the configuration speak of it, or only the files? */
  readonly asked: boolean
  /** `leave`: the row is drawn as others are (where nobody asked for the reference). */
  readonly onMissing: OnMissing | 'leave'
}

/** A row that a reference may lead to. */
export type Target =
  /** What becomes of an item of a pool. */
  | { readonly kind: 'item'; readonly pool: string; readonly identity: string }
  /** A given row, or what a trigger makes for one. */
  | { readonly kind: 'given'; readonly table: string; readonly handle: string }
  /** A row that is there: its texts, by the columns of the pool of parents. */
  | { readonly kind: 'row'; readonly texts: readonly (string | null)[] }
  /** A row of the table, or of the pool that the link leads to, by its number. */
  | { readonly kind: 'planned'; readonly row: number }

/** Where a row leads by a foreign key: the row of an item, or a given one. */
export interface Lead {
  readonly table: ObjectId
  readonly link: string
  readonly from: Target
  /** Null: nowhere. */
  readonly to: Target | null
  readonly place: string
}

/** What the items of all pools say of rows of other tables. */
export interface References {
  readonly all: readonly AssetReference[]
  /** Rows that come beside the given ones: those that were missing, and those that join. */
  readonly given: ReadonlyMap<ObjectId, readonly Fixture[]>
  readonly leads: readonly Lead[]
  readonly problems: readonly Finding[]
  readonly findings: readonly Finding[]
  /** Is the item left out, because what it refers to is not there? */
  passesOver(pool: string, asset: Asset): boolean
}

/** Where the configuration speaks of it. */
export const pathOf = ({ pool, field }: AssetReference): string => `assetPools.${pool}.fields.${field}`
