import { expect, test } from 'vitest'
import { catalogAfter } from './catalog-after.ts'

const read = catalogAfter('pg18')

test('limits, type, owner; numbers beyond 2^53 stay exact', async () => {
  const catalog = await read(`
    create schema crm;
    create table crm.t (id bigint generated always as identity (start 10 increment 5));
    create sequence down as smallint increment -2 minvalue -100 maxvalue -1 cycle;
    create sequence plain`)
  const base = { schema: 'public', ownedBy: null, usage: true, last: null }
  expect(catalog.sequences).toEqual([
    {
      ...base,
      id: 'crm.t_id_seq',
      schema: 'crm',
      name: 't_id_seq',
      ownedBy: { table: 'crm.t', column: 'id' },
      type: 'bigint',
      start: '10',
      minimum: '1',
      maximum: '9223372036854775807',
      increment: '5',
      cycle: false,
    },
    {
      ...base,
      id: 'down',
      name: 'down',
      type: 'smallint',
      start: '-1',
      minimum: '-100',
      maximum: '-1',
      increment: '-2',
      cycle: true,
    },
    {
      ...base,
      id: 'plain',
      name: 'plain',
      type: 'bigint',
      start: '1',
      minimum: '1',
      maximum: '9223372036854775807',
      increment: '1',
      cycle: false,
    },
  ])
})

test('the last value, once there is one', async () => {
  const catalog = await read(`
    create sequence fresh;
    create sequence used;
    select setval('used', 9007199254740993)`)
  expect(catalog.sequences.map((each) => [each.id, each.last])).toEqual([
    ['fresh', null],
    ['used', '9007199254740993'],
  ])
})
