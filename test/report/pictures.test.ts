import { beforeAll, describe, expect, it } from 'vitest'
import type { Report } from '../../src/model/reports/report.ts'
import { graphOf } from '../../src/report/graph.ts'
import { phasesOf } from '../../src/report/phases.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { projectFolder, seedStory } from '../support/story.ts'

const SHOP = `
create table customers (id uuid primary key default gen_random_uuid(), name text not null, born date);
create table orders (id bigserial primary key, customer_id uuid not null references customers, total numeric(8, 2) not null);
create table "Order lines" (
  order_id bigint references orders, line int, before bigint, "what ""it"" is" text,
  primary key (order_id, line), constraint follows foreign key (order_id) references orders (id)
);
create table untouched (id int primary key, customer_id uuid references customers);
`

const CONFIG = { tables: { customers: 12, orders: { count: 40, perParent: { min: 1, max: 6 } }, '"Order lines"': 90 } }

describe('what a report shows beside its numbers', () => {
  let database: TestDatabase
  let report: Report
  beforeAll(async () => {
    database = await freshDatabase('pg17', SHOP)
    report = await seedStory(database.db, CONFIG, projectFolder())
  })

  it('shares are what the database has', async () => {
    expect(report.shares.map(({ table, parent }) => [table, parent])).toEqual([
      ['orders', 'customers'],
      ['"Order lines"', 'orders'],
    ])
    const counted = await database.raw<{ orders: number; customers: number }>(`
      select n::int as orders, count(*)::int as customers
      from (select count(o.id) as n from customers c left join orders o on o.customer_id = c.id group by c.id) x
      group by n order by n`)
    expect(report.shares[0]).toMatchObject({ rows: 40, parents: 12, mean: 40 / 12 })
    expect(
      report.shares[0]?.histogram
        .filter(({ parents }) => parents > 0)
        .map(({ from, to, parents }) => [from, to, parents]),
    ).toEqual(counted.map(({ orders, customers }) => [orders, orders, customers]))
  })

  it('samples are rows that are there', async () => {
    expect(report.samples.map(({ table, rows }) => [table, rows.length])).toEqual([
      ['customers', 3],
      ['orders', 3],
      ['"Order lines"', 3],
    ])
    const orders = report.samples[1]
    for (const row of orders?.rows ?? []) {
      const found = await database.raw<{ row: (string | null)[] }>(
        `select array[${orders?.columns.map((name) => `"${name}"::text`).join(', ')}] as row from orders where id = $1`,
        [row[orders?.columns.indexOf('id') ?? -1]],
      )
      expect(found[0]?.row).toEqual(row)
    }
  })

  it('the graph has the foreign keys between the tables of the report', () => {
    expect(report.graph.map(({ from, to }) => `${from} > ${to}`).sort()).toEqual([
      '"Order lines" > orders',
      '"Order lines" > orders',
      'orders > customers',
      'untouched > customers',
    ])
    expect(report.graph.find(({ constraint }) => constraint === 'follows')).toMatchObject({ from: '"Order lines"' })
  })

  it('a second run shows the same', async () => {
    const again = await seedStory(database.db, CONFIG, projectFolder())
    expect(again.tables.every(({ inserted }) => inserted === 0)).toBe(true)
    expect({ shares: again.shares, samples: again.samples }).toEqual({ shares: report.shares, samples: report.samples })
  })
})

describe('the graph', () => {
  it('leaves out keys that lead out of the report, and keeps those of a table to itself', () => {
    const key = (name: string, parent: string) =>
      ({ name, parent }) as Parameters<typeof graphOf>[1][0]['foreignKeys'][0]
    expect(
      graphOf(
        ['a', 'b'],
        [
          { id: 'a', foreignKeys: [key('self', 'a'), key('out', 'c')] },
          { id: 'b', foreignKeys: [key('up', 'a')] },
          { id: 'c', foreignKeys: [key('in', 'a')] },
        ],
      ),
    ).toEqual([
      { from: 'a', to: 'a', constraint: 'self' },
      { from: 'b', to: 'a', constraint: 'up' },
    ])
  })
})

describe('phases', () => {
  const stages = [
    { name: 'tables without parents', phase: 'People', steps: [{ kind: 'copy', table: 'users' }] },
    {
      name: 'tables at depth 1',
      phase: 'Content',
      steps: [{ kind: 'copy-together', tables: ['posts', 'tags'], deferred: [] }],
    },
    { name: 'cycles', phase: 'Content', steps: [{ kind: 'patch', table: 'posts', links: ['tag'] }] },
    { name: 'statistics', steps: [{ kind: 'analyze', tables: ['users', 'posts', 'tags'] }] },
  ] as const

  it('are those of the configuration, done when all their stages are', () => {
    const list = (completed: boolean) => [
      { name: 'People', tables: ['users'], completed: true },
      { name: 'Content', tables: ['posts', 'tags'], completed },
    ]
    const phases = [
      { name: 'People', tables: ['users'] },
      { name: 'Content', tables: ['posts', 'tags'] },
    ]
    expect(phasesOf({ stages, phases }, 2)).toEqual({ completed: 1, total: 2, list: list(false) })
    expect(phasesOf({ stages, phases }, 4)).toEqual({ completed: 2, total: 2, list: list(true) })
    // Nothing is left to write.
    expect(phasesOf({ stages: [], phases }, 0)).toEqual({ completed: 2, total: 2, list: list(true) })
  })

  it('are the stages where the configuration has none', () => {
    const plain = stages.map(({ name, steps }) => ({ name, steps }))
    expect(phasesOf({ stages: plain }, 3)).toMatchObject({ completed: 3, total: 4 })
    expect(phasesOf({ stages: plain }, 3).list[3]).toEqual({
      name: 'statistics',
      tables: ['users', 'posts', 'tags'],
      completed: false,
    })
  })
})
