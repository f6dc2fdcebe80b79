import type { Recipe } from '../../model/recipe.ts'
import { planError } from '../rows/compilation.ts'
import type { Frame } from '../rows/frame.ts'
import type { Table } from '../rows/table.ts'
import { hashKey } from './entropy.ts'
import { mixedRadixDigit } from './mixed-radix.ts'
import { Permutation } from './permute.ts'
import { threefry, type Words } from './threefry.ts'

/** What recipes and links say of a shared permutation; see `Unique` in model/recipe.ts. */
export interface PermutedSpec {
  readonly scope: 'row' | 'parent'
  readonly key: string
  readonly radices: readonly number[]
}

/**
 * The index of a row (its number, or its place among its siblings), permuted over the product of the radices. All recipes and links of a table that
 * name one key take their digits from one result.
 */
export class PermutedIndex {
  private readonly table: Table
  private readonly spec: PermutedSpec
  private readonly key: Words
  private readonly permutation: Permutation
  private readonly candidates: number
  private readonly chosen: ReadonlyMap<number, number>
  private readonly perParent: boolean
  private readonly keyed: Words = { hi: 0, lo: 0 }
  /** Identity of the parent whose key the permutation has now. */
  private readonly parent: Words = { hi: 0, lo: 0 }
  private row = -1
  private result = 0

  constructor(table: Table, spec: PermutedSpec) {
    const space = spec.radices.reduce((product, radix) => product * radix, 1)
    if (!(space >= 1 && space <= 2 ** 53)) {
      throw planError(
        'space-out-of-range',
        table.plan.id,
        `the space of ${spec.key} in ${table.plan.id} has ${space} values`,
      )
    }
    this.table = table
    this.spec = spec
    this.key = hashKey(table.compilation.seed, table.plan.id, spec.key, 'permute')
    this.permutation = new Permutation(space, this.key)
    this.perParent = spec.scope === 'parent' && table.owner !== -1
    const members = table.plan.columns
      .flatMap((column) => uniquesOf(column.recipe))
      .filter((unique) => unique.key === spec.key && unique.scope === spec.scope)
    this.candidates = Math.max(1, ...members.map((unique) => unique.candidates))
    this.chosen = new Map(members.flatMap((unique) => unique.chosen ?? []))
    if (this.perParent) this.rekey(this.parent)
  }

  /** Digit number `digit` for the row of the frame. */
  digit(frame: Frame, digit: number): number {
    if (frame.row !== this.row) this.move(frame)
    return mixedRadixDigit(this.result, this.spec.radices, digit)
  }

  private move(frame: Frame): void {
    const place = this.perParent ? frame.j : frame.row
    const index = place * this.candidates + (this.chosen.get(frame.row) ?? 0)
    if (index >= this.permutation.size) {
      const { id } = this.table.plan
      throw planError(
        'space-exhausted',
        id,
        `${this.spec.key} in ${id} has ${this.permutation.size} values, row ${frame.row} needs more`,
      )
    }
    const owner = frame.ownerIdentity
    if (this.perParent && (owner.hi !== this.parent.hi || owner.lo !== this.parent.lo)) this.rekey(owner)
    this.result = this.permutation.at(index)
    this.row = frame.row
  }

  private rekey(owner: Words): void {
    this.parent.hi = owner.hi
    this.parent.lo = owner.lo
    threefry(this.keyed, 20, this.key.hi, this.key.lo, owner.hi, owner.lo)
    this.permutation.rekey(this.keyed)
  }
}

type Permuted = Extract<NonNullable<Extract<Recipe, { unique?: unknown }>['unique']>, { by: 'permute' }>

function uniquesOf(recipe: Recipe): Permuted[] {
  if (recipe.kind === 'compose') return uniquesOf(recipe.fallback)
  if (recipe.kind === 'asset') return uniquesOf(recipe.otherwise)
  if ((recipe.kind === 'draw' || recipe.kind === 'pick' || recipe.kind === 'derive') && recipe.unique?.by === 'permute')
    return [recipe.unique]
  return []
}
