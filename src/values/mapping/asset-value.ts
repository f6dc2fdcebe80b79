import type { Asset } from '../../model/assets/assets.ts'
import type { Encoding, Value } from '../../model/value.ts'
import { toColumn } from './convert/to-column.ts'
import type { Datum } from './datum.ts'
import type { Expression } from './expression.ts'
import { type ExpressionSite, type RowReader, readExpression } from './read-expression.ts'

/** Where a value stands: its draws hang on this and on the identity of the item. */
export interface AssetSite extends Omit<ExpressionSite, 'address'> {
  readonly seed: string
  readonly table: string
  readonly column: string
}

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
  of(asset: Asset, row: RowReader): AssetValue
}

/** Reads an expression once, for all items. @throws MappingError where it cannot be read. */
export function compileAssetValue(
  expression: string,
  { seed, table, column, ...site }: AssetSite,
  target: { readonly encoding: Encoding; readonly labels?: readonly string[] | undefined },
): CompiledAssetValue {
  const read = readExpression(expression, { ...site, address: [seed, table, column, 'asset'] })
  const saysNull = endsInNull(read.parsed)
  const of = (asset: Asset, row: RowReader): AssetValue => {
    const datum = read.of(asset, row)
    const value = toColumn(datum, target.encoding, target.labels)
    return { datum, value, nothing: value === null && !saysNull }
  }
  return { saysNull, of }
}

function endsInNull(expression: Expression): boolean {
  if (expression.kind === 'either') return expression.ways.some((way) => endsInNull(way))
  return expression.kind === 'literal' && expression.value === null
}
