import type { Asset } from '../../model/assets.ts'
import type { Encoding, Value } from '../../model/value.ts'
import { AddressDraws, hashKey } from '../entropy.ts'
import { toColumn } from './convert/to-column.ts'
import type { Datum } from './datum.ts'
import { evaluate } from './evaluate.ts'
import type { Expression } from './expression.ts'
import { parseExpression } from './parse-expression.ts'

/** Where a value stands: its draws hang on this and on the identity of the item. */
export interface AssetSite {
  readonly seed: string
  /** Milliseconds since the epoch, frozen in the plan. */
  readonly now: number
  readonly table: string
  readonly column: string
}

/** The identity of an item of the user's content. */
const assetIdentity = (identity: string): { hi: number; lo: number } => hashKey('asset', identity)

export interface AssetValue {
  readonly datum: Datum
  readonly value: Value
  /** The item says nothing; not so where the expression ends in a null of its own. */
  readonly nothing: boolean
}

/** An expression, read. */
export interface CompiledAssetValue {
  /** It ends in a null of its own (`… | null`): an item that says nothing says NULL. */
  readonly saysNull: boolean
  /** @throws MappingError where the item does not fit. */
  of(asset: Asset): AssetValue
}

/** Reads an expression once, for all items. @throws MappingError where it cannot be read. */
export function compileAssetValue(
  expression: string,
  site: AssetSite,
  target: { readonly encoding: Encoding; readonly labels?: readonly string[] | undefined },
): CompiledAssetValue {
  const parsed = parseExpression(expression)
  const saysNull = endsInNull(parsed)
  const draws = new AddressDraws(site.seed, site.table, site.column, 'asset')
  const of = (asset: Asset): AssetValue => {
    let placed = false
    const draw = (n: number): number => {
      if (!placed) draws.at(assetIdentity(asset.identity))
      placed = true
      return draws.unit(n)
    }
    const datum = evaluate(parsed, asset, { now: site.now, draw })
    const value = toColumn(datum, target.encoding, target.labels)
    return { datum, value, nothing: value === null && !saysNull }
  }
  return { saysNull, of }
}

function endsInNull(expression: Expression): boolean {
  if (expression.kind === 'either') return expression.ways.some((way) => endsInNull(way))
  return expression.kind === 'literal' && expression.value === null
}
