import type { Queryable } from '../../model/database.ts'
import { isFirstWritten } from '../../model/first-written.ts'
import type { TableRows } from '../../values/rows/rows.ts'
import type { DbTable } from '../sql/read-columns.ts'
import { insertSql } from '../write/insert-rows.ts'
import type { Writing } from './narrow.ts'
import { Dropped } from './refused.ts'
import { SWALLOWED, updateSample } from './write-sample.ts'

/** What stands in a user's row when Supabase Auth inserts it, as texts: triggers see these. */
const AT_FIRST: Readonly<Record<string, string | null>> = {
  role: '',
  raw_app_meta_data: '{"provider": "email", "providers": ["email"]}',
  email_confirmed_at: null,
  phone: null,
  phone_confirmed_at: null,
  banned_until: null,
  last_sign_in_at: null,
}

/** Writes users in the steps in which Supabase Auth does, so that triggers are rehearsed as they will fire. */
export function asAuthWrites(tx: Queryable, into: DbTable, table: TableRows): Writing {
  const names = table.written.map(({ name }) => name)
  const late = names.filter((name) => !isFirstWritten(name) && !table.plan.key.columns.includes(name))
  const sql = insertSql(into, names)
  const first = (row: number): (string | null)[] =>
    table.texts(row, names, 'written').map((text, i) => {
      const then = AT_FIRST[names[i] ?? '']
      return then === undefined ? text : then
    })
  return {
    all: async (rows) => {
      const texts = rows.map(first)
      const sheet = names.map((_, i) => texts.map((row) => row[i] ?? null))
      if ((await tx.execute(sql, sheet)) !== rows.length) throw new Dropped(SWALLOWED)
      await updateSample(tx, into, table, rows, late, 'written')
    },
    each: (rows) => ({ sql, rows: rows.map(first), dropped: SWALLOWED }),
  }
}
