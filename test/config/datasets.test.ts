import { expect, it } from 'vitest'
import type { Layer } from '../../src/config/layer.ts'
import { settle } from '../../src/config/settle.ts'

const file = (input: unknown): Layer => ({ kind: 'file', name: 'supa-seed.config.ts', input })
const flags = (input: unknown): Layer => ({
  kind: 'flags',
  name: 'command line',
  input,
  names: { dataset: '--dataset' },
})
const settled = (...layers: readonly Layer[]) => settle(layers, { today: 0, root: '/project', file: null })

const SHARED = {
  rows: 5,
  users: { count: 3, emailDomain: 'shop.test' },
  tables: { orders: { count: 10, columns: { status: 'paid', note: 'n' } } },
  fixtures: { orders: { first: { number: 1, customer: { $ref: 'alice' } } } },
  datasets: {
    dev: { rows: 2 },
    demo: {
      users: 20,
      orders: 40,
      tables: { items: { total: 9 } },
      fixtures: { orders: { first: { customer: { email: 'bob@shop.test' } }, second: { number: 2 } } },
      makerkit: { testEmails: ['a@b.co'] },
    },
  },
}

it('lays the chosen dataset over the rest, part by part, and flags over both', () => {
  expect(settled(file(SHARED))).toMatchObject({ dataset: null, datasets: ['dev', 'demo'], rows: 5 })
  const demo = settled(file({ ...SHARED, dataset: 'dev' }), flags({ dataset: 'demo', tables: { items: { count: 4 } } }))
  expect(demo).toMatchObject({
    dataset: 'demo',
    rows: 5,
    users: { count: 20, emailDomain: 'shop.test' },
    makerkit: { testEmails: ['a@b.co'] },
    said: { rows: 'supa-seed.config.ts', 'tables.orders.count': 'supa-seed.config.ts (dataset demo)' },
  })
  expect(demo.tables).toMatchObject({ orders: { count: 40 }, items: { count: 4 } })
  expect(demo.tables.items).not.toHaveProperty('total')
  expect(Object.keys(demo.tables.orders?.columns ?? {})).toEqual(['status', 'note'])
  expect(demo.fixtures.orders).toEqual({
    first: { number: 1, customer: { email: 'bob@shop.test' } },
    second: { number: 2 },
  })
})

const codeOf = (...layers: readonly Layer[]): unknown => {
  try {
    return settled(...layers)
  } catch (error) {
    return error
  }
}

it('says which name is near where there is no such dataset', () => {
  expect(codeOf(file(SHARED), flags({ dataset: 'dmo' }))).toMatchObject({
    code: 'unknown-dataset',
    expected: 'one of dev, demo',
    next: 'Did you mean demo?',
  })
  expect(codeOf(flags({ dataset: 'constructor' }))).toMatchObject({
    next: 'Say what it is in the configuration: datasets: { constructor: { … } }',
  })
})

it.each([
  [{ datasets: { dev: { db: { url: 'postgres://h/d' } } } }, 'datasets.dev.db'],
  [{ datasets: { dev: { remotes: {} } } }, 'datasets.dev.remotes'],
  [{ datasets: { dev: { datasets: {} } } }, 'datasets.dev.datasets'],
  [{ datasets: { dev: { tables: { t: { count: 1, total: 1 } } } } }, 'datasets.dev.tables.t'],
  [{ scale: 0 }, 'scale'],
])('refuses %j', (input, path) => {
  expect(codeOf(file(input))).toMatchObject({ code: 'config-invalid', place: { path } })
})

it('multiplies numbers of rows and users, and keeps at least one', () => {
  const config = settled(
    file({
      scale: 0.1,
      rows: 4,
      users: 25,
      accounts: { team: 30 },
      tables: { a: 24, b: 0, c: { total: 99, perParent: 3 } },
    }),
  )
  expect(config).toMatchObject({ rows: 1, users: { count: 3 }, accounts: { team: 3 } })
  expect(config.tables).toMatchObject({
    a: { count: 2 },
    b: { count: 0 },
    c: { total: 10, perParent: { min: 3, max: 3 } },
  })
})
