import { expect, test } from 'vitest'
import { functionById, typeById } from '../../src/catalog/lookups.ts'
import { catalogAfter, column, relation } from './catalog-after.ts'

const read = catalogAfter('pg17')

test('objects of extensions carry its name, or stay out', async () => {
  const catalog = await read(`
    create schema extensions;
    create extension citext schema extensions;
    create extension cube schema extensions;
    create extension moddatetime schema extensions;
    create extension "uuid-ossp" schema extensions;
    create extension pg_stat_statements schema extensions;
    create table t (
      id uuid default extensions.uuid_generate_v4(), name extensions.citext, tags extensions.citext[], at timestamptz);
    create trigger touch before update on t for each row execute function extensions.moddatetime(at)`)
  expect(catalog.extensions).toContainEqual({ name: 'citext', schema: 'extensions', version: '1.6' })
  expect(typeById(catalog).get('extensions.citext')).toMatchObject({ kind: 'base', category: 'S', extension: 'citext' })
  expect(typeById(catalog).get('extensions._citext')).toMatchObject({ kind: 'array', extension: 'citext' })
  expect(column(catalog, 't', 'tags').typeName).toBe('extensions.citext[]')
  expect(relation(catalog, 'extensions.pg_stat_statements')).toMatchObject({
    extension: 'pg_stat_statements',
    kind: 'view',
  })
  // Of the hundreds of functions, those that the table's trigger and default call.
  expect([...functionById(catalog).values()].map(({ id, extension }) => [id, extension])).toEqual([
    ['extensions.moddatetime', 'moddatetime'],
    ['extensions.uuid_generate_v4', 'uuid-ossp'],
  ])
})

test('modifiers of types that we do not know are kept', async () => {
  // A base type with a modifier of its own, as `vector(3)` and `geometry(Point,4326)` have.
  const catalog = await read(`
    create schema geo;
    create type geo.shape;
    create function geo.shape_in(cstring, oid, integer) returns geo.shape strict immutable language internal as 'varcharin';
    create function geo.shape_out(geo.shape) returns cstring strict immutable language internal as 'varcharout';
    create type geo.shape (input = geo.shape_in, output = geo.shape_out, typmod_in = pg_catalog.varchartypmodin,
      typmod_out = pg_catalog.varchartypmodout);
    create table t (a geo.shape(7), b geo.shape(7)[], c geo.shape)`)
  expect(relation(catalog, 't').columns.map(({ type, typeName, length }) => [type, typeName, length])).toEqual([
    ['geo.shape', 'geo.shape(7)', 7],
    ['geo._shape', 'geo.shape(7)[]', 7],
    ['geo.shape', 'geo.shape', null],
  ])
})

test('a schema that belongs to an extension', async () => {
  const catalog = await read(`
    create schema plain;
    create schema made;
    create extension cube schema plain;
    alter extension cube add schema made`)
  expect(catalog.schemas.map(({ name, extension }) => [name, extension])).toEqual([
    ['made', 'cube'],
    ['plain', null],
    ['public', null],
  ])
})
