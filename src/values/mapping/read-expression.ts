import type { Asset, Assets } from '../../model/assets/assets.ts'
import { AddressDraws, hashKey } from '../draws/entropy.ts'
import type { Words } from '../draws/threefry.ts'
import type { Datum } from './datum.ts'
import { evaluate, type Surroundings } from './evaluate.ts'
import type { Expression } from './expression.ts'
import { parseExpression } from './parse-expression.ts'

/** Where an expression stands, and what it may speak of. */
export interface ExpressionSite {
  /** What its draws hang on besides the item. */
  readonly address: readonly string[]
  /** Milliseconds since the epoch, frozen in the plan. */
  readonly now: number
  /** The pools to draw from, and what may be called. */
  readonly assets: Assets
  /** Is told of functions of the user's own that are not steady. Default: nobody asks. */
  readonly unsteady?: ((name: string) => void) | undefined
}

/** What another column of the row has, as the language sees it. */
export type RowReader = (column: string) => Datum

/** An expression, read once for all rows. */
export interface ReadExpression {
  readonly parsed: Expression
  /** What it gives for an item. @throws MappingError where the item does not fit */
  of(asset: Asset, row: RowReader): Datum
  /** What it gives for a row that no item stands behind. @throws MappingError */
  ofRow(identity: Words, row: RowReader): Datum
}

/** @throws MappingError where the expression cannot be read */
export function readExpression(
  expression: string,
  { address, now, assets, unsteady = undefined }: ExpressionSite,
): ReadExpression {
  const parsed = parseExpression(expression, assets)
  const { at, draw, chance } = drawsOf(address)
  const outside = assets.callables ?? null
  const tell = unsteady ?? null
  const evaluateAt = (identify: () => Words, asset: Asset | null, row: RowReader): Datum => {
    const file = asset?.file ?? null
    const leave = at(identify)
    try {
      // Member by member: it is made for every value.
      return evaluate(parsed, { draw, chance, now, assets, outside, unsteady: tell, asset, file, row })
    } finally {
      // A column that the row looks at may follow a link to a row with the same expression: after that one, this one goes on.
      leave()
    }
  }
  return {
    parsed,
    of: (asset, row) => evaluateAt(() => hashKey('asset', asset.identity), asset, row),
    ofRow: (identity, row) => evaluateAt(() => identity, null, row),
  }
}

/** Draws by the how-many-th call of the expression; `at` sets what they belong to, which is asked for where something is drawn; what it gives sets it back. */
function drawsOf(address: readonly string[]): Pick<Surroundings, 'draw' | 'chance'> & {
  readonly at: (identify: () => Words) => () => void
} {
  const draws = new AddressDraws(...address)
  const streams = new Map<number, AddressDraws>()
  let identify = (): Words => ({ hi: 0, lo: 0 })
  let identity: Words | null = null
  const placed = (): Words => {
    identity ??= identify()
    return identity
  }
  return {
    at: (other) => {
      const before = { identify, identity }
      identify = other
      identity = null
      return () => {
        identify = before.identify
        identity = before.identity
      }
    },
    draw: (n) => draws.at(placed()).unit(n),
    chance: (call) => {
      const stream = streams.get(call) ?? new AddressDraws(...address, `call ${call}`)
      streams.set(call, stream)
      const own = placed()
      let n = 0
      return () => stream.at(own).unit(n++)
    },
  }
}
