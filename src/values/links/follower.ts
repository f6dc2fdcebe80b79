import type { Link, Pool } from '../../model/link.ts'
import type { Frame } from '../rows/frame.ts'
import type { PoolIdentities } from '../rows/pool-identities.ts'
import type { Table } from '../rows/table.ts'

/** A link, compiled: where each row leads to. One of `table` and `pool` is there, but for a link that leads nowhere. */
export interface Follower {
  readonly link: Link
  /** The parents, as rows of the plan … */
  readonly table: Table | null
  /** … or as rows that are there already. */
  readonly pool: Pool | null
  /** Of the pool's rows, where the link owns the table: its rows take their identities from there. */
  readonly identities: PoolIdentities | null
  /** Where given rows lead, and those of files. */
  readonly fixed: ReadonlyMap<number, number | null>
  /** Number of the parent row (of the table, or in the pool), -1 for none. */
  parentRow(frame: Frame): number
}
