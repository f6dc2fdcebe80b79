import type { Pick } from '../../model/recipe.ts'
import type { Value } from '../../model/value.ts'
import { toText } from '../encode.ts'
import { compileSuffix, withSuffix } from '../keys/unique-path.ts'
import type { Maker, Site } from '../maker.ts'
import { planError } from '../rows/compilation.ts'
import type { Frame } from '../rows/frame.ts'
import { field } from '../text/line-buffer.ts'
import { AddressDraws } from './entropy.ts'
import { weightedIndex } from './weighted-index.ts'

/** One of the given values. The fields of COPY are encoded beforehand. */
export function compilePick(recipe: Pick, site: Site): Maker {
  const { values, unique } = recipe
  const { id } = site.table.plan
  if (values.length === 0)
    throw planError('nothing-to-pick', id, `${id}.${site.column} picks from no values`, site.column)
  const index = compileIndex(recipe, site)
  const make = (frame: Frame): Value => values[index(frame)] as Value
  if (unique?.by === 'path') {
    const suffix = compileSuffix(unique)
    return {
      make: (frame) => withSuffix(toText(make(frame), site.encoding) ?? '', suffix(frame), Number.POSITIVE_INFINITY),
    }
  }
  const fields = values.map((value) => field(toText(value, site.encoding)))
  return { make, write: (frame, buffer) => buffer.raw(fields[index(frame)] as Uint8Array) }
}

function compileIndex({ values, weights, together, ordered, unique }: Pick, site: Site): (frame: Frame) => number {
  if (ordered) return (frame) => frame.row % values.length
  const { table, column } = site
  if (unique?.by === 'permute') {
    const index = table.permutedIndex(unique)
    const radix = unique.radices[unique.digit] ?? 0
    if (radix > values.length) {
      throw planError(
        'space-too-small',
        table.plan.id,
        `${table.plan.id}.${column} needs ${radix} values to be unique, there are ${values.length}`,
        column,
      )
    }
    return (frame) => index.digit(frame, unique.digit)
  }
  const draws = new AddressDraws(
    table.compilation.seed,
    table.plan.id,
    together === undefined ? column : `&${together}`,
    'draw',
  )
  const choose = weightedIndex(values.length, weights)
  return (frame) => choose(draws.at(frame).unit(0))
}
