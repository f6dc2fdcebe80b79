import type { Assets } from '../../model/assets/assets.ts'
import type { Pool } from '../../model/link.ts'
import type { ObjectId } from '../../model/name.ts'
import { SeedError } from '../../model/seed-error.ts'
import type { CompileContext } from '../shape-maker.ts'
import type { AssetRows } from './asset-rows.ts'
import type { Table } from './table.ts'

/** What the parts of a plan know of each other while they are compiled. */
export interface Compilation {
  readonly seed: string
  readonly now: number
  /** A table of the plan. @throws SeedError where the plan has none of that name. */
  table(id: ObjectId): Table
  /** Is the table one of the plan's? */
  holds(id: ObjectId): boolean
  /** A pool of the plan. @throws SeedError where the plan has none of that name. */
  pool(id: string): Pool
  /** The items of a pool of assets that are rows of a table, and their contents. @throws SeedError where the plan has no such pool. */
  assets(pool: string, table: ObjectId): AssetRows
  /** By row of a table: the pool and the identity of the item that it is. */
  assetNames(table: ObjectId): (row: number) => readonly string[] | undefined
  /** The user's content, to draw from, and what expressions may call. */
  readonly content: Assets
  /** What shapes may ask. */
  readonly shapes: CompileContext
}

/** The plan contradicts itself: never the user's fault, so it asks for a report. */
export function planError(code: string, table: ObjectId, message: string, column?: string): SeedError {
  return new SeedError({
    code,
    message,
    place: column === undefined ? { table } : { table, column },
    next: 'This is a fault in the plan: please report it together with the output of `supa-seed plan --json`.',
  })
}
