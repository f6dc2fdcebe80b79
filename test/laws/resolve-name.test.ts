import { describe, expect, test } from 'vitest'
import { objectId } from '../../src/model/name.ts'
import { SeedError } from '../../src/model/seed-error.ts'
import { resolveName } from '../../src/plan/resolve-name.ts'

const table = (schema: string, name: string) => ({ id: objectId(schema, name), schema, name })
const tables = [
  table('public', 'users'),
  table('auth', 'users'),
  table('crm', 'orders'),
  table('shop', 'orders'),
  table('public', 'We.ird "x"'),
  table('billing', 'Invoice'),
]

const codeOf = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    if (error instanceof SeedError) return `${error.code}: ${error.next}`
    throw error
  }
  return 'no error'
}

describe('resolveName', () => {
  test.each([
    ['users', 'users'],
    ['public.users', 'users'],
    ['auth.users', 'auth.users'],
    ['crm.orders', 'crm.orders'],
    ['We.ird "x"', '"We.ird ""x"""'],
    ['"We.ird ""x"""', '"We.ird ""x"""'],
    ['Invoice', 'billing."Invoice"'],
    ['invoice', 'billing."Invoice"'],
    ['USERS', 'users'],
  ])('%s means %s', (wanted, id) => {
    if (wanted === 'USERS') expect(codeOf(() => resolveName(wanted, tables, 'tables'))).toContain('ambiguous-table')
    else expect(resolveName(wanted, tables, 'tables').id).toBe(id)
  })

  test('a name that several tables have is refused with the candidates', () => {
    expect(codeOf(() => resolveName('orders', tables, 'tables'))).toBe(
      'ambiguous-table: Write one of: crm.orders, shop.orders',
    )
  })

  test('a misspelled name is refused with the nearest one', () => {
    expect(codeOf(() => resolveName('uesrs', tables, 'tables'))).toBe('unknown-table: Did you mean users?')
  })
})
