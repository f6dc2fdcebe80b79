import { beforeAll, describe, expect, it } from 'vitest'
import type { Encoding } from '../../src/model/value.ts'
import { type Studied, studied } from './studied.ts'

const array = (element: Encoding, delimiter: ',' | ';' = ','): Encoding => ({ kind: 'array', element, delimiter })
const number: Encoding = { kind: 'number' }
const text: Encoding = { kind: 'text' }

/** Type, innermost base, encoding. */
const TYPES: readonly (readonly [type: string, base: string, encoding: Encoding])[] = [
  ['smallint', 'int2', number],
  ['bigint', 'int8', number],
  ['numeric(10,2)', 'numeric', number],
  ['double precision', 'float8', number],
  ['money', 'money', text],
  ['boolean', 'bool', { kind: 'boolean' }],
  ['varchar(9)', 'varchar', text],
  ['char(2)', 'bpchar', text],
  ['uuid', 'uuid', text],
  ['date', 'date', { kind: 'date' }],
  ['timestamp(3)', 'timestamp', { kind: 'timestamp', zone: false }],
  ['timestamptz', 'timestamptz', { kind: 'timestamp', zone: true }],
  ['time', 'time', { kind: 'time' }],
  ['interval', 'interval', { kind: 'interval' }],
  ['bytea', 'bytea', { kind: 'bytes' }],
  ['jsonb', 'jsonb', { kind: 'json' }],
  ['inet', 'inet', text],
  ['tsvector', 'tsvector', text],
  ['bit(4)', 'bit', text],
  ['citext', 'citext', text],
  ['int[]', 'int4', array(number)],
  ['int[][]', 'int4', array(number)],
  ['box[]', 'box', array(text, ';')],
  ['mood', 'mood', text],
  ['mood[]', 'mood', array(text)],
  ['"Odd One"."Mood"', '"Odd One"."Mood"', text],
  ['int4range', 'int4range', { kind: 'range', element: number }],
  ['tstzrange', 'tstzrange', { kind: 'range', element: { kind: 'timestamp', zone: true } }],
  ['datemultirange', 'datemultirange', { kind: 'multirange', element: { kind: 'date' } }],
  ['price_range', 'price_range', { kind: 'range', element: number }],
  ['deep', 'numeric', number],
  ['deep[]', 'numeric', array(number)],
  ['many', 'text', array(text)],
  ['pair', 'pair', { kind: 'composite', fields: [number, array(text)] }],
  ['boxed', 'pair', { kind: 'composite', fields: [number, array(text)] }],
]

let all: Studied

beforeAll(async () => {
  all = await studied(`
    create extension citext;
    create type mood as enum ('sad', 'ok');
    create schema "Odd One";
    create type "Odd One"."Mood" as enum ('x');
    create type price_range as range (subtype = numeric);
    create domain shallow as numeric(6,2) check (value >= 0);
    create domain deep as shallow not null check (value < 100);
    create domain many as text[];
    create type pair as (amount int, names text[]);
    create domain boxed as pair;
    create table things (${TYPES.map(([type], index) => `c${index} ${type}`).join(', ')});
  `)
})

describe('types: base and encoding', () => {
  it.each(TYPES.map((row, index) => [...row, index] as const))('%s: %s', (_, base, encoding, index) => {
    expect(all.study.tables.things?.columns[`c${index}`]).toMatchObject({ base, encoding })
  })

  it('takes domains off over any depth, with their limits', () => {
    const at = TYPES.findIndex(([type]) => type === 'deep')
    expect(all.study.tables.things?.columns[`c${at}`]?.domain).toEqual({ notNull: true, min: 0, max: 99.99, scale: 2 })
  })
})
