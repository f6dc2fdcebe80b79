import type { Link } from '../model/link.ts'
import type { TablePlan } from '../model/plan.ts'
import { type Column, compileColumn } from './column.ts'
import type { Compilation } from './compilation.ts'
import { planError } from './compilation.ts'
import { hashKey } from './entropy.ts'
import type { Layout } from './layout.ts'
import { layoutOf } from './layout-of.ts'
import { compileLink } from './links/compile-link.ts'
import type { Follower } from './links/follower.ts'
import { PermutedIndex, type PermutedSpec } from './permuted-index.ts'
import type { Words } from './threefry.ts'

/**
 * A table of the plan, compiled bit by bit: links and columns when its first row is looked at, its layout (which asks its parents for
 * their identities) as well.
 */
export class Table {
  readonly plan: TablePlan
  readonly compilation: Compilation
  /** Number of the owner link in `links`, -1 for a root. */
  readonly owner: number
  /** Keeps the identities of children of one parent in several tables apart. */
  readonly siblingsKey: Words
  private readonly columnPlaces: ReadonlyMap<string, number>
  private readonly linkPlaces: ReadonlyMap<string, number>
  private readonly permuted = new Map<string, PermutedIndex>()
  private compiledLinks: readonly Follower[] | null = null
  private compiledColumns: readonly Column[] | null = null
  private madeLayout: Layout | null = null

  constructor(plan: TablePlan, compilation: Compilation) {
    this.plan = plan
    this.compilation = compilation
    this.columnPlaces = new Map(plan.columns.map((column, i) => [column.name, i]))
    this.linkPlaces = new Map(plan.links.map((link, i) => [link.name, i]))
    this.owner = plan.owner === null ? -1 : this.linkPlace(plan.owner)
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
