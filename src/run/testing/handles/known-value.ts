import { instantAt, isMoment } from '../../../model/given/moment.ts'
import type { Value } from '../../../model/value.ts'
import { refOf } from '../../../plan/fixtures/fixture.ts'
import { fixtureKey } from '../../../values/keys/fixture-key.ts'
import { unknownWithout } from './handle-error.ts'
import type { GivenRow, GivenRows } from './settled-fixtures.ts'

/** A column of a row that is given, as a configuration tells it without a database. @throws SeedError `handle-value-unknown` */
export function knownValue(given: GivenRows, row: GivenRow, column: string, open: readonly GivenRow[] = []): Value {
  if (row.user !== null && column === 'email') return row.user.email
  if (row.user !== null && column === 'password') {
    if (row.user.password !== undefined) return row.user.password
    throw unknownWithout(row, column, 'the fixture works it out, or says only a hash of it')
  }
  if (Object.hasOwn(row.values, column)) return saidValue(given, row, column, open)
  if (column === 'id' && row.unsure?.has('id') !== true) return keyOf(given, row)
  if (row.unsure?.has(column))
    throw unknownWithout(row, column, 'where a column is unique, each instance has something else in it')
  throw unknownWithout(row, column, 'the fixture does not say it')
}

function saidValue(given: GivenRows, row: GivenRow, column: string, open: readonly GivenRow[]): Value {
  const value = row.values[column] as Value
  if (isMoment(value)) {
    if (given.config.keepsNow)
      throw unknownWithout(row, column, 'it is told from now, which is the day of the first run')
    return new Date(instantAt(value, given.config.now)).toISOString()
  }
  const handle = refOf(value)
  if (handle === null) return value
  if (open.includes(row)) throw unknownWithout(row, column, 'fixtures lead to one another in a circle')
  const called = given.rows.filter((one) => one.handle === handle)
  const keys = new Set(called.map((one) => knownValue(given, one, 'id', [...open, row])))
  const [key] = keys
  if (key !== undefined && keys.size === 1) return key
  throw unknownWithout(
    row,
    column,
    `it leads to ${handle}, which ${keys.size === 0 ? 'no table' : 'several tables'} give`,
  )
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Keys of type uuid come from the handle. Whoever numbers the rows of a table, or says otherwise what its keys are, has none of these. */
function keyOf({ config, rows }: GivenRows, row: GivenRow): string {
  const { table, id, handle } = row
  const unsure = rows.find((one) => one.id === id && one.unsure?.has('id'))
  if (unsure !== undefined)
    throw unknownWithout(row, 'id', `the key of ${unsure.name} is said, and other instances have others`)
  const others = rows.filter((one) => one.id === id && Object.hasOwn(one.values, 'id'))
  const other = others.find(({ values }) => typeof values.id !== 'string' || !UUID.test(values.id))
  if (other !== undefined) throw unknownWithout(row, 'id', `the key of ${other.handle} is no uuid`)
  if (Object.hasOwn(config.tables[table]?.columns ?? {}, 'id'))
    throw unknownWithout(row, 'id', `tables.${table}.columns.id says what keys are`)
  return fixtureKey(config.seed, id, handle)
}
