import { expect, test } from 'vitest'
import { relationById } from '../../src/catalog/lookups.ts'
import { catalogAfter, relation } from './catalog-after.ts'

const read = catalogAfter('pg18')

test('every kind of relation, sorted by id', async () => {
  const catalog = await read(`
    create foreign data wrapper nowhere;
    create server elsewhere foreign data wrapper nowhere;
    create schema crm;
    create table crm.z (a int);
    create table plain (a int);
    create unlogged table quick (a int);
    create temporary table mine (a int);
    create table parted (a int) partition by list (a);
    create view seen as select a from plain;
    create materialized view kept as select a from plain;
    create foreign table far (a int) server elsewhere;
    create type composite as (a int);
    comment on table plain is 'what it is for'`)
  expect(catalog.relations.map(({ id, kind, persistence, comment }) => [id, kind, persistence, comment])).toEqual([
    ['crm.z', 'table', 'permanent', null],
    ['far', 'foreign', 'permanent', null],
    ['kept', 'materialized', 'permanent', null],
    ['parted', 'partitioned', 'permanent', null],
    ['plain', 'table', 'permanent', 'what it is for'],
    ['quick', 'table', 'unlogged', null],
    ['seen', 'view', 'permanent', null],
  ])
  expect(relationById(catalog).get('crm.z')).toMatchObject({ schema: 'crm', name: 'z', owner: catalog.role.name })
})

test('partitions with key and bounds', async () => {
  const catalog = await read(`
    create table r (a int, b int) partition by range (a, (a + b));
    create table r1 partition of r for values from (0, minvalue) to (10, maxvalue);
    create table l (a text) partition by list (lower(a));
    create table l1 partition of l for values in ('x', null) partition by hash (a);
    create table l1h partition of l1 for values with (modulus 2, remainder 1);
    create table l2 partition of l default`)
  const keys = ['r', 'l', 'l1', 'l2'].map((id) => relation(catalog, id).partitionKey)
  expect(keys).toEqual([
    { strategy: 'range', columns: ['a', null], definition: 'RANGE (a, ((a + b)))' },
    { strategy: 'list', columns: [null], definition: 'LIST (lower(a))' },
    { strategy: 'hash', columns: ['a'], definition: 'HASH (a)' },
    null,
  ])
  const places = ['r', 'r1', 'l1', 'l1h', 'l2'].map((id) => relation(catalog, id).partitionOf)
  expect(places).toEqual([
    null,
    { parent: 'r', bound: 'FOR VALUES FROM (0, MINVALUE) TO (10, MAXVALUE)' },
    { parent: 'l', bound: "FOR VALUES IN ('x', NULL)" },
    { parent: 'l1', bound: 'FOR VALUES WITH (modulus 2, remainder 1)' },
    { parent: 'l', bound: 'DEFAULT' },
  ])
  expect(relation(catalog, 'r1').inherits).toEqual([])
})

test('inheritance keeps the order of the parents', async () => {
  const catalog = await read(`
    create table a (x int);
    create table b (y int);
    create table c (z int) inherits (b, a)`)
  expect(relation(catalog, 'c')).toMatchObject({ inherits: ['b', 'a'], partitionOf: null })
  expect(relation(catalog, 'c').columns.map((column) => column.name)).toEqual(['y', 'x', 'z'])
})

test('views say what they read, directly, and materialized ones whether they are filled', async () => {
  const catalog = await read(`
    create schema crm;
    create table crm.t (a int);
    create table u (a int);
    create view v1 as select t.a from crm.t where a in (select a from u);
    create view v2 as select a, (select count(*) from pg_class) as n from v1;
    create materialized view m1 as select a from v2;
    create materialized view m2 as select a from u with no data`)
  const facts = ['v1', 'v2', 'm1', 'm2', 'u'].map((id) => [
    relation(catalog, id).reads,
    relation(catalog, id).populated,
  ])
  expect(facts).toEqual([
    [['crm.t', 'u'], true],
    [['v1'], true],
    [['v2'], true],
    [['u'], false],
    [[], true],
  ])
  expect(relation(catalog, 'v1').definition).toMatch(/FROM crm\.t/)
  expect(relation(catalog, 'u').definition).toBeNull()
})

test('row estimates, -1 before the first ANALYZE', async () => {
  const catalog = await read(`
    create table full_one (a int);
    insert into full_one select generate_series(1, 1000);
    analyze full_one;
    create table never (a int)`)
  expect(catalog.relations.map((each) => [each.id, each.rowEstimate])).toEqual([
    ['full_one', 1000],
    ['never', -1],
  ])
})
