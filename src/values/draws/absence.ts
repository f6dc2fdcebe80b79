import type { ColumnPlan, Condition } from '../../model/plan.ts'
import type { Encoding, Value } from '../../model/value.ts'
import { toText } from '../encode.ts'
import type { Frame } from '../rows/frame.ts'
import type { Table } from '../rows/table.ts'
import { AddressDraws } from './entropy.ts'

type Test = (frame: Frame) => boolean

/** When a column is NULL whatever its recipe says: a condition that does not hold, or its share of NULLs. Null where never. */
export function compileAbsence(table: Table, column: ColumnPlan): Test | null {
  const tests = column.when.map((condition) => compileFailure(table, condition))
  if (column.nulls > 0) {
    const draws = new AddressDraws(table.compilation.seed, table.plan.id, column.name, 'nulls')
    const share = column.nulls
    tests.push((frame) => draws.at(frame).unit(0) < share)
  }
  const [first, second] = tests
  if (first === undefined) return null
  if (second === undefined) return first
  return (frame) => tests.some((test) => test(frame))
}

/** True where the condition does not hold. */
function compileFailure(table: Table, condition: Condition): Test {
  if ('group' in condition) return compileGroup(table, condition)
  if ('columns' in condition) return compileAmong(table, condition)
  const place = table.columnPlace(condition.column)
  if (!('values' in condition)) {
    return condition.is === 'null' ? (frame) => frame.value(place) !== null : (frame) => frame.value(place) === null
  }
  const { encoding } = table.plan.columns[place] as ColumnPlan
  const texts = new Set(condition.values.map((value) => toText(value, encoding)))
  const among = (value: Value): boolean => texts.has(toText(value, encoding))
  return condition.is === 'in' ? (frame) => !among(frame.value(place)) : (frame) => among(frame.value(place))
}

function compileAmong(table: Table, { columns, among }: Extract<Condition, { among: unknown }>): Test {
  const places = columns.map((name) => table.columnPlace(name))
  const encodings = places.map((place) => (table.plan.columns[place] as ColumnPlan).encoding)
  const spell = (values: readonly Value[]): string =>
    JSON.stringify(values.map((value, i) => toText(value, encodings[i] as Encoding)))
  const known = new Set(among.map(spell))
  return (frame) => !known.has(spell(places.map((place) => frame.value(place))))
}

/** Chooses `count` of `size` columns, each set alike: Knuth, The Art of Computer Programming, volume 2, algorithm S. */
function compileGroup(table: Table, condition: Extract<Condition, { group: string }>): Test {
  const draws = new AddressDraws(table.compilation.seed, table.plan.id, condition.group, 'group')
  const { index, size, count } = condition
  return (frame) => {
    draws.at(frame)
    let missing = count
    for (let i = 0; i <= index; i++) {
      const chosen = draws.below(i, size - i) < missing
      if (i === index) return !chosen
      if (chosen) missing--
    }
    return true
  }
}
