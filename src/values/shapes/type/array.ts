import type { Value } from '../../../model/value.ts'
import type { Draws, RowContext, Shape, ShapeMaker } from '../../shape-maker.ts'
import { ShiftedDraws } from './shifted-draws.ts'

/** How many draws an item of a distinct array may take before the array stays shorter. */
const TRIES = 8

/** What makes two items the same. */
function identityOf(value: Value): unknown {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value
}

/** A row whose path is not carried: what lies inside a value is not unique. */
const inside = (row: RowContext): RowContext => (row.suffix === null ? row : { row: row.row, j: row.j, suffix: null })

/** Arrays of `minItems` to `maxItems` items; `distinct` ones hold no item twice, and fewer items where the element has not enough values. */
export const array: ShapeMaker<'array'> = {
  compile({ element, minItems, maxItems, distinct = false }, context) {
    const item = context.nested(element)
    const counts = Math.max(1, maxItems - minItems + 1)
    const parts = 1 + maxItems * (distinct ? TRIES : 1)
    const make = distinct ? distinctItems(item, parts) : items(item, parts)
    return (draws, row) => make(draws, inside(row), minItems + draws.below(0, counts))
  },
  /** Labels are counted through in all places; of other elements the first one tells arrays apart. */
  at({ element, minItems, maxItems }, context) {
    const item = context.nestedAt(element)
    if (item === null) return () => []
    if (element.kind !== 'pick') return (index) => Array.from({ length: Math.max(1, minItems) }, () => item(index))
    const radix = element.values.length
    return (index) => Array.from({ length: maxItems }, (_, place) => item(Math.floor(index / radix ** place) % radix))
  },
}

type Items = (draws: Draws, row: RowContext, count: number) => Value[]

function items(item: Shape, parts: number): Items {
  return (draws, row, count) => {
    const shifted = new ShiftedDraws(draws, parts)
    const values = new Array<Value>(count)
    for (let n = 0; n < count; n++) values[n] = item(shifted.point(draws, n + 1), row)
    return values
  }
}

function distinctItems(item: Shape, parts: number): Items {
  return (draws, row, count) => {
    const shifted = new ShiftedDraws(draws, parts)
    const values: Value[] = []
    const seen = new Set<unknown>()
    for (let n = 1; n < parts && values.length < count; n++) {
      const value = item(shifted.point(draws, n), row)
      const identity = identityOf(value)
      if (seen.has(identity)) continue
      seen.add(identity)
      values.push(value)
    }
    return values
  }
}
