import { beforeAll, describe, expect, it } from 'vitest'
import { type Studied, studied } from './studied.ts'

const SCHEMA = `
  create table orders (id int primary key);
  create view recent as select * from orders;
  create materialized view sums as select count(*) from orders;
  create schema auth;
  create table auth.users (id uuid primary key);
  create schema storage; create table storage.objects (id uuid);
  create schema cron; create table cron.job (jobid bigint);
  create schema pgsodium_masks; create table pgsodium_masks.t (a int);
  create schema drizzle; create table drizzle.anything (a int);
  create schema crm; create table crm.deals (a int);
  create table schema_migrations (version text primary key);
  create table ar_internal_metadata (key text, value text);
  create table _prisma_migrations (id text);
  create table knex_migrations_lock (index int);
  create table "DATABASECHANGELOG" (id text);
  create table "SequelizeMeta" (name text);
  create table django_session (session_key text);
  create table migrations (id serial, migration text, batch int);
  create schema zoo; create table zoo.migrations (id serial, bird text, from_place text);
  create table events (id int, day date) partition by range (day);
  create table events_2024 partition of events for values from ('2024-01-01') to ('2025-01-01');
  create table lonely (id int) partition by list (id);
  create function refuse() returns trigger language plpgsql as $$ begin raise exception 'orders come from the shop'; end $$;
  create table sealed (id int);
  create trigger refuse before insert on sealed for each row execute function refuse();
  create extension if not exists citext;
`

let all: Studied

beforeAll(async () => {
  all = await studied(SCHEMA)
})

describe('standing: what may be filled', () => {
  it.each([
    ['orders', 'app'],
    ['crm.deals', 'app'],
    ['zoo.migrations', 'app'],
    ['events', 'app'],
    ['recent', 'view'],
    ['sums', 'view'],
    ['auth.users', 'platform'],
    ['storage.objects', 'platform'],
    ['cron.job', 'platform'],
    ['pgsodium_masks.t', 'platform'],
    ['drizzle.anything', 'platform'],
    ['schema_migrations', 'bookkeeping'],
    ['ar_internal_metadata', 'bookkeeping'],
    ['_prisma_migrations', 'bookkeeping'],
    ['knex_migrations_lock', 'bookkeeping'],
    ['"DATABASECHANGELOG"', 'bookkeeping'],
    ['"SequelizeMeta"', 'bookkeeping'],
    ['django_session', 'bookkeeping'],
    ['migrations', 'bookkeeping'],
    ['events_2024', 'partition'],
    ['lonely', 'no-partition'],
    ['sealed', 'raises'],
  ])('%s: %s', (id, kind) => {
    expect(all.study.tables[id]?.standing.kind).toBe(kind)
  })

  it('quotes the message of a trigger that refuses', () => {
    expect(all.study.tables.sealed?.standing).toEqual({
      kind: 'raises',
      why: expect.stringContaining('orders come from the shop'),
    })
  })

  it('names the framework with its evidence', () => {
    expect(all.study.framework).toMatchObject({
      family: 'custom',
      evidence: expect.arrayContaining([
        expect.stringContaining('auth.users'),
        expect.stringContaining('storage.objects'),
      ]),
    })
  })
})
