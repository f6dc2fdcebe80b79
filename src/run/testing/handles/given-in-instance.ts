import { instanceEmail } from '../../../model/given/instance-email.ts'
import { instanceHandle } from '../../../model/given/instance-handle.ts'
import type { Value } from '../../../model/value.ts'
import { refOf } from '../../../plan/fixtures/fixture.ts'
import type { GivenRow, GivenRows } from './settled-fixtures.ts'

/** The rows that one of several instances has, as far as they are known without a database; the first one is what the configuration says. */
export function givenInInstance(given: GivenRows, instance: number): GivenRows {
  if (instance === 1) return given
  const own = new Set(given.rows.flatMap(({ handle, shared }) => (shared === true ? [] : [handle])))
  return {
    ...given,
    rows: given.rows.map((row) => (row.shared === true ? row : inInstance(row, instance, own))),
  }
}

function inInstance(row: GivenRow, instance: number, own: ReadonlySet<string>): GivenRow {
  const unsure = new Set<string>()
  const values: Record<string, Value> = Object.create(null)
  for (const [column, value] of Object.entries(row.values)) {
    const handle = refOf(value)
    if (handle !== null) values[column] = own.has(handle) ? { $ref: instanceHandle(handle, instance) } : value
    // Texts and numbers of unique keys are told apart, and which columns are unique only the database knows.
    else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') unsure.add(column)
    else values[column] = value
  }
  const user =
    row.user === null
      ? null
      : { ...row.user, email: row.user.email === null ? null : instanceEmail(row.user.email, instance) }
  return { ...row, name: row.handle, handle: instanceHandle(row.handle, instance), values, unsure, user }
}
