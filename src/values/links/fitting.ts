import type { Link, ParentCondition } from '../../model/link.ts'
import type { Encoding } from '../../model/value.ts'
import { toText } from '../encode.ts'
import { Frame } from '../rows/frame.ts'
import type { Table } from '../rows/table.ts'

/** The parents that a link may lead to where it has conditions: their rows, ascending. Four bytes for each. */
export class Fitting {
  readonly rows: Uint32Array

  constructor(rows: Uint32Array) {
    this.rows = rows
  }

  /** How many of them are among the first `parents` rows. */
  countBelow(parents: number): number {
    let low = 0
    let high = this.rows.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.rows[middle] as number) < parents) low = middle + 1
      else high = middle
    }
    return low
  }

  /** Place of a row among them, -1 for one that does not fit. */
  placeOf(row: number): number {
    const place = this.countBelow(row)
    return this.rows[place] === row ? place : -1
  }

  /** Row number `place` of them, -1 beyond the end. */
  at(place: number): number {
    return place < 0 ? -1 : (this.rows[place] ?? -1)
  }
}

/** Null for a link without conditions. */
export function fittingParents({ where = [] }: Link, parent: Table | null): Fitting | null {
  return where.length === 0 || parent === null ? null : new Fitting(ofTable(parent, where))
}

function ofTable(parent: Table, where: readonly ParentCondition[]): Uint32Array {
  const frame = new Frame(parent)
  const tests = where.map((condition) => testOf(parent, condition))
  const { rows } = parent.plan
  const fits = new Uint32Array(rows)
  let count = 0
  for (let row = 0; row < rows; row++) {
    frame.seek(row)
    if (tests.every((test) => test(frame))) fits[count++] = row
  }
  return fits.slice(0, count)
}

function testOf(parent: Table, { column, values }: ParentCondition): (frame: Frame) => boolean {
  const place = parent.columnPlace(column)
  const { encoding } = parent.plan.columns[place] as { encoding: Encoding }
  const texts = new Set(values.map((value) => toText(value, encoding)))
  return (frame) => texts.has(toText(frame.value(place), encoding))
}
