import type { Link } from '../../model/link.ts'
import type { TablePlan } from '../../model/plan.ts'
import { isIn } from '../../model/row-spans.ts'
import { type Column, compileColumn } from '../column.ts'
import { hashKey } from '../draws/entropy.ts'
import { PermutedIndex, type PermutedSpec } from '../draws/permuted-index.ts'
import type { Words } from '../draws/threefry.ts'
import { compileLink } from '../links/compile-link.ts'
import type { Follower } from '../links/follower.ts'
import { type Kin, kinOf } from '../links/kin.ts'
import type { Compilation } from './compilation.ts'
import { planError } from './compilation.ts'
import type { Layout } from './layout.ts'
import { layoutOf } from './layout-of.ts'

/**
 * A table of the plan, compiled bit by bit: links and columns when its first row is looked at, its layout (which asks its parents for
 * their identities) as well.
 */
export class Table {
  readonly plan: TablePlan
  readonly compilation: Compilation
  /** Has each owner one row at most? */
  readonly oneEach: boolean
  /** Has it rows that are given? */
  readonly hasGiven: boolean
  /** Number of the owner link in `links`, -1 for a root. */
  readonly owner: number
  /** Keeps the identities of children of one parent in several tables apart. */
  readonly siblingsKey: Words
  private readonly columnPlaces: ReadonlyMap<string, number>
  private readonly linkPlaces: ReadonlyMap<string, number>
  private readonly givenPlaces: ReadonlyMap<number, number>
  private readonly assetName: (row: number) => readonly string[] | undefined
  private readonly permuted = new Map<string, PermutedIndex>()
  private readonly kindreds = new Map<string, Kin>()
  private compiledLinks: readonly Follower[] | null = null
  private compiledColumns: readonly Column[] | null = null
  private madeLayout: Layout | null = null

  constructor(plan: TablePlan, compilation: Compilation) {
    this.plan = plan
    this.compilation = compilation
    this.columnPlaces = new Map(plan.columns.map((column, i) => [column.name, i]))
    this.linkPlaces = new Map(plan.links.map((link, i) => [link.name, i]))
    this.owner = plan.owner === null ? -1 : this.linkPlace(plan.owner)
    const owner = plan.links[this.owner]?.choose
    this.oneEach = owner?.kind === 'blocks' && owner.spread.max === 1
    this.hasGiven = (plan.fixtures?.length ?? 0) > 0
    this.givenPlaces = new Map(plan.fixtures?.map(({ row }, i) => [row, i]))
    this.assetName = compilation.assetNames(plan.id)
    this.siblingsKey = hashKey(compilation.seed, plan.id, '', 'identity')
  }

  get links(): readonly Follower[] {
    this.compiledLinks ??= this.plan.links.map((link) => compileLink(this, link))
    return this.compiledLinks
  }

  get columns(): readonly Column[] {
    this.compiledColumns ??= this.plan.columns.map((column, place) => compileColumn(this, column, place))
    return this.compiledColumns
  }

  /** Does a trigger make the row, of a table where others are written? */
  isMade(row: number): boolean {
    return this.plan.made?.ranges.some(({ from, to }) => from <= row && row < to) ?? false
  }

  /** Does the database refuse the row, or one that it hangs on? It is never written. */
  isSkipped(row: number): boolean {
    const { skipped, adopted } = this.plan
    return skipped !== undefined && isIn(skipped, row) && (adopted === undefined || !isIn(adopted, row))
  }

  /** Number of a row among those that are given, -1 for the others. */
  givenPlace(row: number): number {
    return this.givenPlaces.get(row) ?? -1
  }

  /** The identity of a row that is an item of the user's content; other rows keep the one they have. */
  assetIdentity(out: Words, row: number): void {
    const name = this.assetName(row)
    if (name === undefined) return
    const { hi, lo } = hashKey(this.plan.id, 'asset', ...name)
    out.hi = hi
    out.lo = lo
  }

  /** Null for a root. */
  get layout(): Layout | null {
    if (this.owner === -1) return null
    this.madeLayout ??= layoutOf(this, this.plan.links[this.owner] as Link)
    return this.madeLayout
  }

  columnPlace(name: string): number {
    const place = this.columnPlaces.get(name)
    if (place === undefined)
      throw planError('no-such-column', this.plan.id, `${this.plan.id} has no column ${name} in this plan`, name)
    return place
  }

  linkPlace(name: string): number {
    const place = this.linkPlaces.get(name)
    if (place === undefined)
      throw planError('no-such-link', this.plan.id, `${this.plan.id} has no link ${name} in this plan`)
    return place
  }

  /** Its rows by those that a path of links leads to. */
  kin(path: readonly string[]): Kin {
    const name = JSON.stringify(path)
    let kin = this.kindreds.get(name)
    if (kin === undefined) {
      kin = kinOf(this, path)
      this.kindreds.set(name, kin)
    }
    return kin
  }

  /** The permuted index that recipes and links with one key share. */
  permutedIndex(spec: PermutedSpec): PermutedIndex {
    const name = `${spec.scope} ${spec.key}`
    let index = this.permuted.get(name)
    if (index === undefined) {
      index = new PermutedIndex(this, spec)
      this.permuted.set(name, index)
    }
    return index
  }
}
