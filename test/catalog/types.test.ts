import { expect, test } from 'vitest'
import { typeById } from '../../src/catalog/lookups.ts'
import { resolveType } from '../../src/catalog/resolve-type.ts'
import { catalogAfter } from './catalog-after.ts'

const read = catalogAfter('pg18')

test('labels of an enum in their order', async () => {
  const catalog = await read(`
    create type mood as enum ('sad', 'ok');
    alter type mood add value 'meh' before 'ok';
    alter type mood add value 'an ''odd'' one';
    comment on type mood is 'how it feels';
    create table t (a mood)`)
  expect(typeById(catalog).get('mood')).toMatchObject({
    kind: 'enum',
    category: 'E',
    labels: ['sad', 'meh', 'ok', "an 'odd' one"],
    comment: 'how it feels',
  })
})

test('domains with their base, limits, default and checks', async () => {
  const catalog = await read(`
    create domain code as varchar(20) default 'none' not null
      constraint short check (length(value) < 10) constraint lower check (value = lower(value));
    create domain price as numeric(10,2);
    create domain tags as text[] check (cardinality(value) > 0);
    create domain inner_code as code check (value <> '');
    create table t (a inner_code, b price, c tags, d code[])`)
  const types = typeById(catalog)
  expect(types.get('code')).toMatchObject({
    kind: 'domain',
    of: 'varchar',
    baseName: 'varchar(20)',
    length: 20,
    notNull: true,
    default: "'none'::character varying",
    checks: [
      { name: 'lower', expression: '((VALUE)::text = lower((VALUE)::text))', columns: [], validated: true },
      { name: 'short', expression: '(length((VALUE)::text) < 10)', columns: [], validated: true },
    ],
  })
  expect(types.get('price')).toMatchObject({ of: 'numeric', baseName: 'numeric(10,2)', precision: 10, scale: 2 })
  expect(types.get('tags')).toMatchObject({ of: '_text', baseName: 'text[]', category: 'A' })
  expect(types.get('inner_code')).toMatchObject({ of: 'code', baseName: 'code', length: null })
})

test('composites, also the row type of a table, with the types they are made of', async () => {
  const catalog = await read(`
    create type money_amount as (amount numeric(12,3), currency char(3));
    create table item (id int, price money_amount);
    create table invoice (items item[])`)
  const types = typeById(catalog)
  expect(types.get('money_amount')).toMatchObject({
    kind: 'composite',
    attributes: [
      { name: 'amount', type: 'numeric', typeName: 'numeric(12,3)', length: null, precision: 12, scale: 3 },
      { name: 'currency', type: 'bpchar', typeName: 'char(3)', length: 3, precision: null, scale: null },
    ],
  })
  expect(types.get('_item')).toMatchObject({ kind: 'array', of: 'item' })
  expect(types.get('item')?.attributes.map((each) => each.typeName)).toEqual(['integer', 'money_amount'])
})

test('ranges, multiranges, arrays, and vectors that are no arrays', async () => {
  const catalog = await read(`
    create type span as range (subtype = float8, multirange_type_name = spans);
    create table t (a spans, b int4range, c uuid[], d int2vector)`)
  const facts = catalog.types.map(({ id, kind, of }) => [id, kind, of])
  expect(facts).toEqual([
    ['_uuid', 'array', 'uuid'],
    ['float8', 'base', null],
    ['int2vector', 'base', null],
    ['int4', 'base', null],
    ['int4range', 'range', 'int4'],
    ['span', 'range', 'float8'],
    ['spans', 'multirange', 'span'],
    ['uuid', 'base', null],
  ])
})

test('a type in public that a built-in type hides keeps its schema', async () => {
  const catalog = await read(`
    create type public.path as enum ('a');
    create domain public."integer" as text;
    create table t (a public.path, b pg_catalog.path, c public.path[], d public."integer", e integer)`)
  const columns = catalog.relations[0]?.columns.map(({ type, typeName }) => [type, typeName])
  expect(columns).toEqual([
    ['public.path', 'public.path'],
    ['path', 'path'],
    ['public._path', 'public.path[]'],
    ['public.integer', 'public.integer'],
    ['int4', 'integer'],
  ])
  const types = typeById(catalog)
  expect(types.size).toBe(catalog.types.length)
  expect(types.get('public._path')?.of).toBe('public.path')
})

test('types that no column uses are left out', async () => {
  const catalog = await read(`create type unused as enum ('a'); create table t (a int)`)
  expect(catalog.types.map((type) => type.id)).toEqual(['int4'])
})

test('resolveType peels domains off, of elements too', async () => {
  const catalog = await read(`
    create domain code as varchar(20) check (value <> '');
    create domain strict_code as code not null;
    create domain codes as strict_code[];
    create table t (a strict_code, b codes, c int)`)
  const types = typeById(catalog)
  const plain = { domains: [], notNull: false, length: null, element: null }
  expect(resolveType(types, 'int4')).toMatchObject({ ...plain, base: 'int4' })
  const strict = resolveType(types, 'strict_code')
  expect(strict).toMatchObject({ base: 'varchar', notNull: true, length: 20, element: null })
  expect(strict.domains.map((domain) => domain.id)).toEqual(['strict_code', 'code'])
  expect(resolveType(types, 'codes')).toMatchObject({
    base: '_strict_code',
    notNull: false,
    length: null,
    element: strict,
  })
  expect(() => resolveType(types, 'nowhere')).toThrow(expect.objectContaining({ code: 'unknown-type' }))
})
