import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase, servers, type TestDatabase } from '../support/database.ts'

describe.each(servers)('values on %s', (server) => {
  let there: TestDatabase
  beforeAll(async () => {
    there = await freshDatabase(server, `create type mood as enum ('sad', 'happy'); create domain age as int4;`)
  })
  afterAll(() => there.drop())

  const value = async (expression: string): Promise<unknown> =>
    (await there.db.query(`select ${expression} as v`))[0]?.v

  test.each([
    ['32000::int2', 32000],
    ['-7::int4', -7],
    ['1.5::float8', 1.5],
    [`'NaN'::float8`, Number.NaN],
    ['true', true],
    ['false', false],
    [`'a"b\\c'::text`, 'a"b\\c'],
    [`'x'::varchar(3)`, 'x'],
    [`'x'::name`, 'x'],
    [`'{"a": [1, null]}'::jsonb`, { a: [1, null] }],
    [`'[1, "2"]'::json`, [1, '2']],
    [`'null'::jsonb`, null],
    ['null::int4', null],
    ['9007199254740993::int8', '9007199254740993'],
    ['1.10::numeric(10,2)', '1.10'],
    ['1.5::float4', '1.5'],
    [`'\\x00ff'::bytea`, '\\x00ff'],
    [`timestamptz '2024-02-29 12:34:56.789+02'`, '2024-02-29 10:34:56.789+00'],
    [`timestamp '2024-02-29 12:34:56'`, '2024-02-29 12:34:56'],
    [`date '2024-02-29'`, '2024-02-29'],
    [`time '01:02:03'`, '01:02:03'],
    [`interval '1 day 2 hours'`, '1 day 02:00:00'],
    [`'7d9f2e5c-0000-4000-8000-000000000001'::uuid`, '7d9f2e5c-0000-4000-8000-000000000001'],
    [`'127.0.0.1/8'::inet`, '127.0.0.1/8'],
    [`int4range(1, 5)`, '[1,5)'],
    [`'happy'::mood`, 'happy'],
    [`array['happy']::mood[]`, '{happy}'],
    [`7::age`, 7],
    [`row(1, 'a b')::text`, '(1,"a b")'],
    [`array[1, null, 3]::int4[]`, [1, null, 3]],
    [
      `array[[1, 2], [3, 4]]::int2[]`,
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [`'[0:1]={5,6}'::int4[]`, [5, 6]],
    [`array['a', null, 'NULL', 'b,c', 'd"e\\f', '', '{}']::text[]`, ['a', null, 'NULL', 'b,c', 'd"e\\f', '', '{}']],
    [`'{}'::text[]`, []],
    [`array['a']::name[]`, ['a']],
    [`array[1, 2]::int8[]`, '{1,2}'],
    [`array[true]::bool[]`, '{t}'],
  ])('%s', async (expression, expected) => {
    expect(await value(expression)).toEqual(expected)
  })

  test.each([
    ['$1::int4 + 1', 41, 42],
    ['$1::int8 + 1', 9007199254740993n, '9007199254740994'],
    ['$1::text', `it's "odd" \\ %`, `it's "odd" \\ %`],
    ['$1::bool', true, true],
    ['$1::bytea', new Uint8Array([0, 255]), '\\x00ff'],
    ['$1::timestamptz', new Date('2024-02-29T12:00:00Z'), '2024-02-29 12:00:00+00'],
    ['$1::date', '2024-02-29', '2024-02-29'],
    ['$1::jsonb', { a: 'b' }, { a: 'b' }],
    ['$1::jsonb', '[1]', [1]],
    ['$1::text[]', ['a"b', null, '', 'c\\'], ['a"b', null, '', 'c\\']],
    ['$1::int4[]', [[1], [2]], [[1], [2]]],
    ['$1::text[]', [], []],
    ['$1::int4', null, null],
    ['$1::int4', undefined, null],
    ['$1::mood', 'sad', 'sad'],
    ['$1::numeric', '1.10', '1.10'],
  ])('parameter %s of %o', async (expression, parameter, expected) => {
    const rows = await there.db.query(`select ${expression.replace('mood', 'public.mood')} as v`, [parameter])
    expect(rows).toEqual([{ v: expected }])
  })

  test('a type that was made on this connection is read in the same way', async () => {
    await there.db.execute(`create type colour as enum ('red')`)
    expect(await value(`array['red']::colour[]`)).toEqual('{red}')
    expect(await there.db.query(`select $1::colour[] as v`, [['red']])).toEqual([{ v: '{red}' }])
  })

  test('several statements without parameters give the rows of the last', async () => {
    expect(await there.db.query('select 1 as a; select 2 as b')).toEqual([{ b: 2 }])
    expect(await there.db.execute('create temp table several (x int); insert into several values (1), (2)')).toBe(2)
  })

  test('execute counts the rows of the command tag', async () => {
    await there.db.execute('create table counted (x int)')
    expect(await there.db.execute('insert into counted select generate_series(1, $1::int)', [7])).toBe(7)
    expect(await there.db.execute('update counted set x = 0 where x > 4')).toBe(3)
    expect(await there.db.execute('delete from counted where x = 99')).toBe(0)
  })

  test('errors carry what the server says of them', async () => {
    await there.db.execute('create table "odd "" name" ("a.b" int constraint "positive %" check ("a.b" > 0))')
    const failed = there.db.query('insert into "odd "" name" values (-1)')
    await expect(failed).rejects.toMatchObject({
      name: 'DatabaseError',
      code: '23514',
      schema: 'public',
      table: 'odd " name',
      constraint: 'positive %',
      detail: expect.stringContaining('-1'),
    })
    await expect(there.db.query('select $1::int4', ['x'])).rejects.toMatchObject({ code: '22P02' })
    await expect(there.db.query('selec')).rejects.toMatchObject({ code: '42601' })
    expect(await there.db.query('select 1 as fine')).toEqual([{ fine: 1 }])
  })
})
