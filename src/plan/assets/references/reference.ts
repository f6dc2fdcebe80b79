import type { OnMissing } from '../../../model/config.ts'
import type { ObjectId } from '../../../model/name.ts'

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

/** Where the configuration speaks of it. */
export const pathOf = ({ pool, field }: AssetReference): string => `assetPools.${pool}.fields.${field}`
