import { expect, test } from 'vitest'
import { catalogAfter, relation } from './catalog-after.ts'

const read = catalogAfter('pg18')

const key = {
  expressions: [null],
  predicate: null,
  nullsNotDistinct: false,
  constraint: true,
  deferrable: false,
  deferred: false,
}

test('a primary key keeps the order of its columns', async () => {
  const catalog = await read('create table t (a int, b int, c int, primary key (c, a))')
  expect(relation(catalog, 't').primaryKey).toEqual({
    ...key,
    name: 't_pkey',
    columns: ['c', 'a'],
    expressions: [null, null],
  })
})

test('a table may have none', async () => {
  const catalog = await read('create table t (a int); create index on t (a)')
  expect(relation(catalog, 't')).toMatchObject({ primaryKey: null, uniques: [], exclusions: [] })
})

test('unique constraints: deferrable, nulls not distinct, INCLUDE left out', async () => {
  const catalog = await read(`
    create table t (a int, b int, c int,
      constraint late unique (a) deferrable initially deferred,
      constraint later unique (b) deferrable,
      constraint nulls unique nulls not distinct (b, c),
      constraint wide unique (c) include (a, b))`)
  expect(relation(catalog, 't').uniques).toEqual([
    { ...key, name: 'late', columns: ['a'], deferrable: true, deferred: true },
    { ...key, name: 'later', columns: ['b'], deferrable: true },
    { ...key, name: 'nulls', columns: ['b', 'c'], expressions: [null, null], nullsNotDistinct: true },
    { ...key, name: 'wide', columns: ['c'] },
  ])
})

test('unique indexes: expressions in their place, predicate, no constraint', async () => {
  const catalog = await read(`
    create table t (a int, email text, deleted timestamptz);
    create unique index i1 on t (a, lower(email), (a + 1), (email::int)) include (deleted);
    create unique index i2 on t (email) where deleted is null;
    create index i3 on t (email)`)
  expect(relation(catalog, 't').uniques).toEqual([
    {
      ...key,
      name: 'i1',
      columns: ['a', null, null, null],
      expressions: [null, 'lower(email)', '(a + 1)', '(email)::integer'],
      constraint: false,
    },
    { ...key, name: 'i2', columns: ['email'], predicate: '(deleted IS NULL)', constraint: false },
  ])
})

test('an index under a collation that ignores case is an expression', async () => {
  const catalog = await read(`
    create collation folded (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
    create table t (a text, b text collate folded);
    create unique index i1 on t (a collate folded);
    create unique index i2 on t (b);
    create unique index i3 on t (b collate "C");
    create unique index i4 on t (a collate "C");
    create unique index i5 on t (trim(a) collate folded)`)
  expect(relation(catalog, 't').uniques.map(({ name, columns, expressions }) => [name, columns, expressions])).toEqual([
    ['i1', [null], ['a COLLATE public.folded']],
    ['i2', ['b'], [null]],
    ['i3', [null], ['b COLLATE pg_catalog."C"']],
    ['i4', ['a'], [null]],
    ['i5', [null], ['TRIM(BOTH FROM a) COLLATE public.folded']],
  ])
})

test('an index that waits for its partitions promises nothing', async () => {
  const catalog = await read(`
    create table t (a int) partition by list (a);
    create table t1 partition of t default;
    create unique index i on only t (a)`)
  expect(relation(catalog, 't').uniques).toEqual([])
})

test('partitions have their own copies of a key', async () => {
  const catalog = await read(`
    create table t (a int, b int, primary key (a), unique (a, b)) partition by range (a);
    create table t1 partition of t for values from (0) to (10)`)
  for (const id of ['t', 't1']) {
    expect(relation(catalog, id).primaryKey?.columns).toEqual(['a'])
    expect(relation(catalog, id).uniques.map((each) => each.columns)).toEqual([['a', 'b']])
  }
})

test('exclusions with operators, expressions and predicate', async () => {
  const catalog = await read(`
    create table booking (room int4range, slot tstzrange, gone boolean,
      exclude using gist (room with =, (slot + slot) with &&) where (not gone))`)
  expect(relation(catalog, 'booking').exclusions).toEqual([
    {
      name: 'booking_room_expr_excl',
      columns: ['room', null],
      expressions: [null, '(slot + slot)'],
      operators: ['=', '&&'],
      predicate: '(NOT gone)',
      definition: 'EXCLUDE USING gist (room WITH =, ((slot + slot)) WITH &&) WHERE ((NOT gone))',
    },
  ])
  expect(relation(catalog, 'booking').uniques).toEqual([])
})

test('unique indexes of a materialized view', async () => {
  const catalog = await read(`
    create materialized view m as select 1 as a;
    create unique index i on m (a)`)
  expect(relation(catalog, 'm').uniques.map((each) => each.name)).toEqual(['i'])
})
