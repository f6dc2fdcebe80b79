import { expect, it } from 'vitest'
import type { Value } from '../../src/model/value.ts'
import { assetOf, mappingOf } from '../support/mapping-of.ts'
import { studied } from './studied.ts'

const TYPES = [
  'int2',
  'int4',
  'int8',
  'oid',
  'numeric(8, 2)',
  'numeric',
  'float4',
  'float8',
  'money',
  'boolean',
  'text',
  'varchar(5)',
  'char(3)',
  'date',
  'timestamp',
  'timestamptz',
  'time',
  'timetz',
  'interval',
  'uuid',
  'inet',
  'cidr',
  'macaddr',
  'bit(4)',
  'varbit(4)',
  'bytea',
  'json',
  'jsonb',
  'int4range',
  'numrange',
  'daterange',
  'tstzrange',
  'int4multirange',
  'text[]',
  'int4[]',
  'date[]',
  'size',
  'size[]',
] as const

const VALUES: readonly Value[] = [
  0,
  1,
  -1,
  7.5,
  1e20,
  40_000,
  3_000_000_000,
  true,
  '',
  ' ',
  'abc',
  'abcdef',
  'yes',
  '1.299,00',
  '$1,299.00',
  '9999999.999',
  '123456789012345678901',
  '-9223372036854775809',
  '1e400',
  'NaN',
  'Infinity',
  '(12.50)',
  '2024-01-31',
  '31. Januar 2024',
  '2024-01-31T10:30:00+01:00',
  '2024-03-31 02:30 Europe/Berlin',
  '0001-01-01',
  '9999-12-31T23:59:60Z',
  '99999-01-01',
  '10:30',
  '24:00',
  '25:00',
  '10:30 pm',
  '2 days',
  'P1DT2H',
  '5 fortnights',
  'P',
  '1 day 2',
  '00000000-0000-0000-0000-000000000000',
  '10.0.0.1',
  '10.0.0.0/8',
  '300.1.1.1',
  '::1',
  '1:2',
  '2001:db8::1/64',
  ':::',
  '1:2:3:4:5:6:7:8:9',
  '08:00:2b:01:02:03',
  '0101',
  '01',
  '\\x00ff',
  '\\xzz',
  '{"a": [1]}',
  '{a',
  '[1, 2]',
  '[5,1)',
  '[1,5)',
  '1..5',
  '[2024-01-01,2024-02-01]',
  'empty',
  '(,)',
  '{a,b}',
  '{"a,b",NULL}',
  'a; b',
  'Small',
  'extra large',
  'smal',
  'a\u0000b',
  '\ud800',
  '𝒳y',
  [1, 2],
  ['a', null],
  ['2024-01-31'],
  ['small', 'Large'],
  [[1, 2], [3]],
  [['a'], ['b']],
  { lower: 1, upper: 5 },
  { from: '2024-01-01', to: null },
  { a: { b: [null] } },
  [{ lower: 1, upper: 2 }, '[4,6)'],
]

it('what the mapping accepts, the database accepts', async () => {
  const { database, study } = await studied(
    `create type size as enum ('small', 'large', 'extra-large');
     create table t (id serial primary key, ${TYPES.map((type, i) => `c${i} ${type}`).join(', ')})`,
    'pg17',
  )
  const { mapping } = mappingOf()
  const refused: unknown[] = []
  const accepted = new Map<string, number>()
  for (const [i, type] of TYPES.entries()) {
    const column = study.tables.t?.columns[`c${i}`]
    if (column === undefined) throw new Error(`no column of the type ${type}`)
    const { encoding, base, domain } = column
    for (const value of VALUES) {
      const read = mapping.value('json', assetOf({ json: value }), {
        table: 't',
        column: `c${i}`,
        encoding,
        base,
        domain,
      })
      if ('problem' in read || read.text === null) continue
      accepted.set(type, (accepted.get(type) ?? 0) + 1)
      try {
        await database.db.query(`insert into t (c${i}) values ($1)`, [read.text])
      } catch (error) {
        refused.push([type, value, read.text, String(error)])
      }
    }
  }
  expect(refused).toEqual([])
  expect(TYPES.filter((type) => !accepted.has(type))).toEqual([])
  await database.drop()
})
