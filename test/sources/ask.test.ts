import { describe, expect, it } from 'vitest'
import { objectId, quote } from '../../src/model/name.ts'
import type { Question } from '../../src/model/question.ts'
import { ask } from '../../src/sources/ask.ts'
import { freshDatabase, onEachServer } from '../support/database.ts'

const ODD = 'o"d.d %\\ Täble'

const SQL = `
  create table people (id bigint generated always as identity primary key, email text unique, born date, score numeric(6,2));
  insert into people (email, born, score) select 'p' || n || '@example.com', date '2000-01-01' + n, n * 1.5 from generate_series(1, 12) n;
  insert into people (email) values (null);
  create table nothing (id int primary key, "order" text);
  create schema crm;
  create table crm.${quote(ODD)} ("k.ey" text primary key, "Größe" int);
  insert into crm.${quote(ODD)} values ('b', 2), ('B', 3), ('ä', 4), ('_', null), ('a''"\\', 1);
  create table pairs (a int, b text, primary key (a, b));
  insert into pairs values (2, 'x'), (1, 'y'), (1, 'x'), (10, 'x');
`

const odd = objectId('crm', ODD)

onEachServer(['pg17', 'pglite'], (server) => {
  it('answers all kinds at once', async () => {
    const { db } = await freshDatabase(server, SQL)
    const questions: Question[] = [
      { kind: 'count', table: 'people', limit: 1000 },
      { kind: 'count', table: 'nothing', limit: 1000 },
      { kind: 'count', table: odd, limit: 3 },
      { kind: 'largest', table: 'people', column: 'id' },
      { kind: 'largest', table: 'nothing', column: 'id' },
      { kind: 'largest', table: odd, column: 'Größe' },
      { kind: 'pool', id: 'first', table: 'people', columns: ['id', 'born', 'score'], order: ['id'], limit: 2 },
      { kind: 'pool', id: 'odd', table: odd, columns: ['k.ey', 'Größe'], order: ['k.ey'], limit: 10 },
      { kind: 'pool', id: 'pairs', table: 'pairs', columns: ['b', 'a'], order: ['a', 'b'], limit: 4 },
      { kind: 'pool', id: 'empty', table: 'nothing', columns: ['id'], order: ['id'], limit: 4 },
      { kind: 'taken', table: 'people', key: 'people_email_key', columns: ['email'], limit: 100 },
      { kind: 'taken', table: 'pairs', key: 'pairs_pkey', columns: ['a', 'b'], limit: 100 },
    ]
    const { answers, findings } = await ask(db, questions)
    expect(findings).toEqual([])
    expect(answers.counts).toEqual({ people: 13, nothing: 0, [odd]: 3 })
    expect(answers.largest).toEqual({ 'people.id': '13', 'nothing.id': null, [`${odd}.Größe`]: '4' })
    expect(answers.pools).toEqual({
      first: {
        id: 'first',
        table: 'people',
        columns: ['id', 'born', 'score'],
        rows: [
          ['1', '2000-01-02', '1.50'],
          ['2', '2000-01-03', '3.00'],
        ],
        complete: false,
      },
      odd: {
        id: 'odd',
        table: odd,
        columns: ['k.ey', 'Größe'],
        rows: [
          ['B', '3'],
          ['_', null],
          ['a\'"\\', '1'],
          ['b', '2'],
          ['ä', '4'],
        ],
        complete: true,
      },
      pairs: {
        id: 'pairs',
        table: 'pairs',
        columns: ['b', 'a'],
        rows: [
          ['x', '1'],
          ['y', '1'],
          ['x', '2'],
          ['x', '10'],
        ],
        complete: true,
      },
      empty: { id: 'empty', table: 'nothing', columns: ['id'], rows: [], complete: true },
    })
    expect(answers.taken['people people_email_key']).toHaveLength(12)
    expect(answers.taken['people people_email_key']).toContain('p7@example.com')
    expect(answers.taken['pairs pairs_pkey']).toEqual(['1\u001Fx', '1\u001Fy', '10\u001Fx', '2\u001Fx'])
  })

  it('counts hundreds of tables, in batches', async () => {
    const sql = Array.from(
      { length: 230 },
      (_, i) => `create table t${i} as select from generate_series(1, ${i % 7});`,
    ).join('\n')
    const { db } = await freshDatabase(server, sql)
    const { answers } = await ask(
      db,
      Array.from({ length: 230 }, (_, i) => ({ kind: 'count', table: `t${i}`, limit: 5 })),
    )
    expect(answers.counts).toEqual(
      Object.fromEntries(Array.from({ length: 230 }, (_, i) => [`t${i}`, Math.min(i % 7, 5)])),
    )
  })

  it('says where only a part of the taken values was looked at', async () => {
    const { db } = await freshDatabase(server, SQL)
    const { answers, findings } = await ask(db, [
      { kind: 'taken', table: 'people', key: 'k', columns: ['email'], limit: 5 },
    ])
    expect(answers.taken['people k']).toHaveLength(5)
    expect(findings).toMatchObject([{ id: 'taken-in-part:people.k', level: 'warning' }])
  })

  it('does not ask about what is not there', async () => {
    const { db } = await freshDatabase(server, SQL)
    const { answers, findings } = await ask(db, [
      { kind: 'count', table: 'gone', limit: 5 },
      { kind: 'largest', table: 'people', column: 'gone' },
      { kind: 'count', table: 'people', limit: 5 },
    ])
    expect(answers).toMatchObject({ counts: { gone: null, people: 5 }, largest: { 'people.gone': null } })
    expect(findings.map(({ id }) => id)).toEqual(['not-readable:gone', 'not-readable:people'])
  })

  it('asks nothing when there are no questions', async () => {
    const { db } = await freshDatabase(server, SQL)
    expect(await ask(db, [])).toEqual({
      answers: { counts: {}, pools: {}, adopted: {}, taken: {}, largest: {}, passwordHash: null, secretsApart: false },
      findings: [],
    })
  })
})

describe('a role that may not read everything', () => {
  const role = 'ask_reader'
  const RESTRICTED = `
    do $$ begin create role ${role} login password 'reader'; exception when duplicate_object then null; end $$;
    create table secret (id int primary key);
    insert into secret values (1);
    create table partly (id int primary key, hidden text);
    insert into partly values (1, 'x'), (2, 'y');
    grant select (id) on partly to ${role};
    create table guarded (id int primary key);
    insert into guarded values (1), (2);
    alter table guarded enable row level security;
    create policy one on guarded for select using (id = 1);
    grant select on guarded to ${role};
    create schema closed;
    create table closed.inside (id int);
    grant select on closed.inside to ${role};
  `

  it('gets null, nothing and a finding', async () => {
    const { url } = await freshDatabase('pg17', RESTRICTED)
    const address = new URL(url!)
    address.username = role
    address.password = 'reader'
    const { openDatabase } = await import('../../src/database/open-database.ts')
    const db = await openDatabase({ url: address.href, source: 'test' })
    try {
      const { answers, findings } = await ask(db, [
        { kind: 'count', table: 'secret', limit: 9 },
        { kind: 'count', table: 'closed.inside', limit: 9 },
        { kind: 'pool', id: 'secret', table: 'secret', columns: ['id'], order: ['id'], limit: 9 },
        { kind: 'count', table: 'partly', limit: 9 },
        { kind: 'pool', id: 'ids', table: 'partly', columns: ['id'], order: ['id'], limit: 9 },
        { kind: 'pool', id: 'hidden', table: 'partly', columns: ['id', 'hidden'], order: ['id'], limit: 9 },
        { kind: 'largest', table: 'partly', column: 'hidden' },
        { kind: 'count', table: 'guarded', limit: 9 },
      ])
      expect(answers.counts).toEqual({ secret: null, 'closed.inside': null, partly: 2, guarded: 1 })
      expect(Object.keys(answers.pools)).toEqual(['ids'])
      expect(answers.largest).toEqual({ 'partly.hidden': null })
      expect(findings.map(({ id }) => id)).toEqual([
        'not-readable:secret',
        'not-readable:closed.inside',
        'not-readable:partly',
        'rows-hidden:guarded',
      ])
    } finally {
      await db.close()
    }
  })
})
