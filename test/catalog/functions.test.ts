import { expect, test } from 'vitest'
import { functionById } from '../../src/catalog/lookups.ts'
import { catalogAfter } from './catalog-after.ts'

const read = catalogAfter('pg18')

test('language, result, arguments, body, volatility, security', async () => {
  const catalog = await read(`
    create type mood as enum ('ok');
    create function twice(a int, b mood default 'ok') returns setof int language sql immutable security definer
      as 'select a * 2'`)
  expect(catalog.functions).toEqual([
    {
      id: 'twice',
      schema: 'public',
      name: 'twice',
      language: 'sql',
      returns: 'SETOF integer',
      arguments: "a integer, b public.mood DEFAULT 'ok'::public.mood",
      body: 'select a * 2',
      volatility: 'immutable',
      securityDefiner: true,
      extension: null,
    },
  ])
})

test('a BEGIN ATOMIC body is printed as a whole definition', async () => {
  const catalog = await read('create function one() returns int language sql stable begin atomic select 1; end')
  expect(catalog.functions[0]).toMatchObject({
    volatility: 'stable',
    body: expect.stringMatching(
      /^CREATE OR REPLACE FUNCTION public\.one\(\)[\s\S]*BEGIN ATOMIC\s+SELECT 1[\s\S]*END\n$/,
    ),
  })
})

test('procedures, aggregates and window functions', async () => {
  const catalog = await read(`
    create procedure act(inout a int) language plpgsql as 'begin a := 1; end';
    create procedure quiet() language sql begin atomic select 1; end;
    create aggregate total(int) (sfunc = int4pl, stype = int);
    create function place() returns bigint language internal window as 'window_row_number'`)
  const facts = catalog.functions.map(({ id, language, returns }) => [id, language, returns])
  expect(facts).toEqual([
    ['act', 'plpgsql', ''],
    ['place', 'internal', 'bigint'],
    ['quiet', 'sql', ''],
    ['total', 'internal', 'integer'],
  ])
})

test('overloads carry the types of their arguments, all but the one without', async () => {
  const catalog = await read(`
    create type mood as enum ('ok');
    create function f() returns int language sql as 'select 0';
    create function f(int, out a int) returns int language sql as 'select 1';
    create function f(mood, variadic text[]) returns int language sql as 'select 2';
    create function g(int) returns int language sql as 'select 3'`)
  expect([...functionById(catalog).values()].map(({ id, body }) => [id, body])).toEqual([
    ['f', 'select 0'],
    ['f(integer)', 'select 1'],
    ['f(public.mood, text[])', 'select 2'],
    ['g', 'select 3'],
  ])
})
