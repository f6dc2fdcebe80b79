import { describe, expect, it } from 'vitest'
import { BOOKKEEPING } from '../../src/study/bookkeeping.ts'
import { referenceLists } from '../../src/study/reference/lists.ts'
import { referenceOf } from '../../src/study/reference/reference-of.ts'
import { readSchemas } from './names/read-schemas.ts'

const listOf = (line: string) => {
  const [table] = readSchemas({ one: line })
  if (table === undefined) throw new Error('no table')
  const columns = Object.fromEntries(
    Object.entries(table.facts).map(([name, { base, domain }]) => [
      name,
      { name, encoding: { kind: 'text' as const }, base, domain, meaning: null },
    ]),
  )
  return referenceOf(table.relation, columns)
}

describe('known contents of look-up tables', () => {
  it('have a value for every column in every row, and no code twice', () => {
    for (const { name, columns, rows, closed } of referenceLists) {
      for (const row of rows) expect(row.length, `${name} ${row.join('|')}`).toBeGreaterThanOrEqual(columns.length)
      for (const place of [0, 1].filter((one) => one < columns.length && one < 2)) {
        if (name === 'languages' || place === 0)
          expect(new Set(rows.map((row) => row[place]?.toLowerCase())).size, name).toBe(rows.length)
      }
      if (!closed) expect(rows.length, name).toBeGreaterThanOrEqual(20)
    }
  })

  const tables: readonly (readonly [line: string, list: string | null, columns: readonly string[]])[] = [
    ['countries id:i! iso2:c2 name phone_code:i', 'countries', ['iso2', 'name', 'phone_code']],
    ['currency currencycode:c3! name:v50', 'currencies', ['currencycode', 'name']],
    ['Languages code:v5! language_name', 'languages', ['code', 'language_name']],
    ['roles id:i! role_name description', 'roles', ['role_name', 'description']],
    ['order_statuses id:i! code label color', 'order statuses', ['code', 'label', 'color']],
    ['units id:i! name symbol', 'units', ['name', 'symbol']],
    ['units id:i! floor:i rent:n bedrooms:i name', null, []],
    ['payment_methods id:i! user_id:uf last4:c4', null, []],
    ['meal_plans id:i! name', null, []],
    ['lesson_plans id:i! title', null, []],
    ['user_roles user_id:uf role_id:if', null, []],
    ['posts id:i! title', null, []],
  ]
  it.each(tables)('%s: %s', (line, list, columns) => {
    const found = listOf(line)
    expect(found?.list ?? null).toBe(list)
    expect(Object.keys(found?.columns ?? {}).sort()).toEqual([...columns].sort())
  })

  it('belong together: the same place in every column', () => {
    const found = listOf('countries id:i! iso2:c2 iso3:c3 name numeric_code:i')
    const at = found?.columns.iso2?.indexOf('JP') ?? -1
    expect(['iso3', 'name', 'numeric_code'].map((name) => found?.columns[name]?.[at])).toEqual(['JPN', 'Japan', 392])
  })
})

it('books of tools are told by whole names in small letters, each once', () => {
  const entries = BOOKKEEPING.map(({ name, columns }) => `${name} ${columns.join()}`)
  expect(new Set(entries).size).toBe(entries.length)
  for (const { name } of BOOKKEEPING) expect(name).toBe(name.toLowerCase())
})
