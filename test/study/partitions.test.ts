import { beforeAll, describe, expect, it } from 'vitest'
import { beyondType, refusal } from './check-case.ts'
import { type Studied, studied } from './studied.ts'

const SCHEMA = `
  create table by_month (id int, at timestamptz not null) partition by range (at);
  create table by_month_1 partition of by_month for values from ('2024-01-01') to ('2024-02-01');
  create table by_month_2 partition of by_month for values from ('2024-02-01') to ('2024-03-01');
  create table by_list (id int, country text) partition by list (country);
  create table by_list_1 partition of by_list for values in ('DE', 'AT''s');
  create table by_list_2 partition of by_list for values in ('US', null);
  create table with_default (id int, country text) partition by list (country);
  create table with_default_1 partition of with_default for values in ('DE');
  create table with_default_2 partition of with_default default;
  create table by_hash (id int, name text) partition by hash (id);
  create table by_hash_0 partition of by_hash for values with (modulus 2, remainder 0);
  create table by_hash_1 partition of by_hash for values with (modulus 4, remainder 1);
  create table by_hash_2 partition of by_hash for values with (modulus 4, remainder 3);
  create table holed (id int) partition by hash (id);
  create table holed_0 partition of holed for values with (modulus 2, remainder 0);
  create table two_keys (a int, b int) partition by range (a, b);
  create table two_keys_1 partition of two_keys for values from (1, 1) to (10, 10);
  create table nested (kind text, n int) partition by list (kind);
  create table nested_a partition of nested for values in ('a') partition by range (n);
  create table nested_a_1 partition of nested_a for values from (0) to (100);
  create table nested_b partition of nested for values in ('b') partition by range (n);
  create table nested_b_1 partition of nested_b for values from (minvalue) to (maxvalue);
  create table gaps (n int) partition by range (n);
  create table gaps_1 partition of gaps for values from (0) to (10);
  create table gaps_2 partition of gaps for values from (100) to (1000);
  create table with_checks (n int) partition by range (n);
  create table with_checks_1 partition of with_checks for values from (0) to (1000);
  alter table with_checks_1 add check (n % 10 = 0);
`

let all: Studied

beforeAll(async () => {
  all = await studied(SCHEMA)
})

describe('partitions: a row must find one', () => {
  it.each([
    ['by_month', 'at', { min: Date.UTC(2024, 0, 1), max: Date.UTC(2024, 2, 1) - 1, notNull: true }],
    ['by_list', 'country', { values: ['DE', "AT's", 'US'] }],
    ['with_default', 'country', {}],
    ['by_hash', 'id', {}],
    ['nested', 'kind', { values: ['a', 'b'], notNull: true }],
    ['nested', 'n', { min: 0, max: 99, notNull: true }],
    ['two_keys', 'a', { min: 2, max: 9, notNull: true }],
    ['gaps', 'n', { min: 100, max: 999, notNull: true }],
    ['with_checks', 'n', { min: 0, max: 999, step: 10, notNull: true }],
  ])('%s.%s', async (id, column, domain) => {
    const table = all.study.tables[id]!
    expect(beyondType(table, column)).toEqual(domain)
    expect(table.unsolved).toEqual([])
    expect(await refusal(all.database, table, Object.keys(table.columns))).toBeNull()
  })

  it('a hash with a hole: left to the server to judge', () => {
    expect(all.study.tables.holed?.unsolved).toHaveLength(1)
    expect(all.study.tables.holed?.unsolved[0]?.expression).toContain('satisfies_hash_partition')
  })
})
