import type { Value } from '../../model/value.ts'
import type { Column } from '../column.ts'
import type { Words } from '../draws/threefry.ts'
import { KEY_EPOCH } from '../keys/fixture-key.ts'
import type { Follower } from '../links/follower.ts'
import type { RowContext } from '../shape-maker.ts'
import { childIdentity, givenIdentity, rootIdentity, siblingKey } from './identity.ts'
import type { Cursor, Layout } from './layout.ts'
import { identityText } from './pool-identities.ts'
import type { Table } from './table.ts'

/** Letters and hyphens between them: paths of other rows hold digits. */
const WORD = /^[a-z]{1,12}(-[a-z]{1,12}){0,2}$/

/**
 * One row being looked at: its identity, its owner, its values as far as they were asked for. A frame is moved from row to row (`seek`) and keeps a
 * frame of its own for each link (`up`): so a row's parent is computed once for all siblings, and a walk up a self reference never
 * meets itself. Everything here is a memory of one row; the values themselves depend on nothing that is kept.
 */
export class Frame implements RowContext, Words {
  readonly table: Table
  row = -1
  /** Is the row given (a fixture)? */
  given = false
  /** Place among the siblings; 0 for roots. */
  j = 0
  suffix: string | null = null
  hi = 0
  lo = 0
  /** Milliseconds: the time part of keys, that of the root ancestor. */
  time = 0
  /** Row of the owner; -1 for roots. */
  parent = -1
  /** Identity of the owner. */
  readonly ownerIdentity: Words = { hi: 0, lo: 0 }
  /** The owner's frame, where the owner is a table of the plan. */
  readonly owner: Frame | null
  private readonly layout: Layout | null
  private readonly cursor: Cursor | null
  private readonly siblings: Words = { hi: 0, lo: 0 }
  private ownerTime = KEY_EPOCH
  private readonly columns: readonly Column[]
  private readonly links: readonly Follower[]
  private stamp = 0
  private readonly values: Value[]
  private readonly valueStamps: number[]
  private readonly parentRows: number[]
  private readonly parentStamps: number[]
  private readonly ups: (Frame | null)[]
  private pathText = ''
  private pathStamp = 0

  constructor(table: Table) {
    this.table = table
    this.layout = table.layout
    this.cursor = this.layout === null ? null : this.layout.cursor()
    this.columns = table.columns
    this.links = table.links
    this.values = this.columns.map(() => null)
    this.valueStamps = this.columns.map(() => 0)
    this.parentRows = this.links.map(() => -1)
    this.parentStamps = this.links.map(() => 0)
    this.ups = this.links.map(() => null)
    const owner = table.owner === -1 ? null : (this.links[table.owner] as Follower)
    this.owner = owner === null || owner.table === null ? null : new Frame(owner.table)
    if (this.owner !== null) this.ups[table.owner] = this.owner
  }

  /** Moves to another row. */
  seek(row: number): this {
    if (row === this.row) return this
    this.row = row
    this.stamp++
    if (this.table.hasGiven) {
      const place = this.table.givenPlace(row)
      this.given = place !== -1
      if (this.given) return this.seekGiven(place)
    }
    if (this.cursor === null) {
      rootIdentity(this, row)
      this.time = KEY_EPOCH + row
    } else {
      ;(this.layout as Layout).locate(row, this.cursor)
      if (this.cursor.parent !== this.parent) this.enter(this.cursor.parent)
      this.j = this.cursor.j
      this.time = this.ownerTime
      childIdentity(this, this.siblings, this.j)
    }
    this.table.assetIdentity(this, row)
    return this
  }

  /** A given row is known by its handle; its owner is the row that it names, or one drawn from its identity. */
  private seekGiven(place: number): this {
    givenIdentity(this, this.table, place)
    this.j = 0
    if (this.cursor !== null) {
      const parent = this.parentOfGiven()
      if (parent !== this.parent && parent !== -1) this.enter(parent)
      this.parent = parent
      this.j = (this.layout?.childCount(parent) ?? 0) + place
    }
    this.time = KEY_EPOCH
    return this
  }

  private parentOfGiven(): number {
    const link = this.links[this.table.owner] as Follower
    const named = link.fixed.get(this.row)
    if (named !== undefined) return named ?? -1
    const count = link.table?.plan.rows ?? link.pool?.rows.length ?? 0
    return count === 0 ? -1 : (this.hi >>> 0) % count
  }

  /** The value of column number `c`, computed once per row. */
  value(c: number): Value {
    if (this.valueStamps[c] === this.stamp) return this.values[c] as Value
    const value = (this.columns[c] as Column).make(this)
    this.values[c] = value
    this.valueStamps[c] = this.stamp
    return value
  }

  /** The row that link number `l` leads to, -1 for none. */
  parentRow(l: number): number {
    if (this.parentStamps[l] === this.stamp) return this.parentRows[l] as number
    const row = (this.links[l] as Follower).parentRow(this)
    this.parentRows[l] = row
    this.parentStamps[l] = this.stamp
    return row
  }

  /** The frame of the row that link number `l` leads to, null for none. Only for links to tables of the plan. */
  up(l: number): Frame | null {
    const row = this.parentRow(l)
    if (row === -1) return null
    let frame = this.ups[l] ?? null
    if (frame === null) {
      frame = new Frame((this.links[l] as Follower).table as Table)
      this.ups[l] = frame
    }
    return frame.seek(row)
  }

  /** The path of the row: `7`, `7-2`, and under a pool `k3x0a9qz-2`; of a given row its handle. Unique in the table. */
  path(): string {
    if (this.pathStamp === this.stamp) return this.pathText
    this.pathText = this.given ? this.givenPath() : this.cursor === null ? String(this.row + 1) : this.childPath()
    this.pathStamp = this.stamp
    return this.pathText
  }

  private childPath(): string {
    const above = this.owner === null ? identityText(this.ownerIdentity) : this.owner.path()
    // Where each owner has one at most, its path tells them apart.
    return this.table.oneEach ? above : `${above}-${this.j + 1}`
  }

  /** Its handle, where that is a word that no other path can be. */
  private givenPath(): string {
    const { fixtures = [] } = this.table.plan
    const handle = fixtures[this.table.givenPlace(this.row)]?.handle ?? ''
    return WORD.test(handle) ? handle : `f${identityText(this)}`
  }

  private enter(parent: number): void {
    this.parent = parent
    if (this.owner !== null) {
      this.owner.seek(parent)
      this.ownerIdentity.hi = this.owner.hi
      this.ownerIdentity.lo = this.owner.lo
      this.ownerTime = this.owner.time
    } else {
      ;(this.links[this.table.owner] as Follower).identities?.read(parent, this.ownerIdentity)
      this.ownerTime = KEY_EPOCH + (this.ownerIdentity.hi & 0x7fffffff)
    }
    siblingKey(this.siblings, this.table.siblingsKey, this.ownerIdentity)
  }
}
