import { describe, expect, test } from 'vitest'
import type { Catalog } from '../../src/model/catalog.ts'
import { servers } from '../support/database.ts'
import { catalogAfter, column, relation } from './catalog-after.ts'

/** A schema with everything that all versions know. */
const EVERYTHING = `
  create schema crm;
  create type mood as enum ('sad', 'ok');
  create type amount as (value numeric(12,2), currency char(3));
  create domain code as varchar(20) not null check (value <> '');
  create domain crm.price as numeric(10,2) default 1 check (value >= 0);
  create type span as range (subtype = float8);
  create collation folded (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
  create function even(a int) returns boolean immutable language sql as 'select a % 2 = 0';
  create function one() returns int stable language sql begin atomic select 1; end;
  create function act() returns trigger language plpgsql security definer as 'begin return new; end';
  create aggregate total(int) (sfunc = int4pl, stype = int);
  create procedure quiet() language plpgsql as 'begin null; end';
  create sequence shared increment 5;
  create table parent (
    id bigint generated always as identity primary key, key uuid default gen_random_uuid() unique nulls not distinct,
    email text collate folded, code code, price crm.price, mood mood[] default '{ok}', sum amount, room span,
    n int default nextval('shared') check (even(n)), twice int generated always as (n * 2) stored,
    at timestamptz(3) default now(), bits varbit(9), unique (email) deferrable initially deferred);
  create unique index parent_lower on parent (lower(code::text), at) include (n) where n > 0;
  comment on table parent is 'has all';
  comment on column parent.n is 'a number';
  create table child (
    a int, b int, parent bigint references parent on delete cascade deferrable,
    primary key (b, a)) partition by list (a);
  create table child1 partition of child for values in (1, 2);
  create table child2 partition of child default;
  create table other (x int, y int, slot tstzrange, exclude using gist (slot with &&) where (x > 0), foreign key (x, y) references child (b, a) match full on update set null);
  alter table other add constraint late check (x > 0) not valid;
  create table heir (z serial) inherits (other);
  create trigger t before insert or update of a on child for each row when (new.a > 1) execute function act();
  create trigger s after delete on parent for each statement execute function act();
  create policy p on parent for update to public using (n > one()) with check (true);
  alter table parent enable row level security;
  create rule r as on insert to other do also select 1;
  create view v as select p.id, c.a from parent p join child c on c.parent = p.id;
  create materialized view crm.m as select v.id, o.x from v join other o on o.x = v.a with no data`

/** The catalog without what tells servers apart. */
function content({ server: _server, hash: _hash, role, ...rest }: Catalog): unknown {
  const text = JSON.stringify({ ...rest, extensions: [] })
  return JSON.parse(text.replaceAll(`"owner":${JSON.stringify(role.name)}`, '"owner":"role"'))
}

const catalogs = new Map<string, Catalog>()

describe.each(servers)('%s', (server) => {
  const read = catalogAfter(server)

  test('reads a schema with everything as every other version does', async () => {
    const catalog = await read(EVERYTHING)
    catalogs.set(server, catalog)
    expect(catalog.relations).toHaveLength(8)
    expect(relation(catalog, 'parent').columns).toHaveLength(12)
    const [first] = catalogs.values()
    expect(content(catalog)).toEqual(first && content(first))
    for (const { role, hash } of catalogs.values()) {
      if (role.name === catalog.role.name) expect(hash).toBe(catalog.hash)
    }
  })
})

describe.each(['pglite', 'pg18'] as const)('what 18 brought, on %s', (server) => {
  const read = catalogAfter(server)

  test('virtual generated columns', async () => {
    const catalog = await read(
      'create table t (a int, b int generated always as (a + 1) virtual, c int generated always as (a) stored)',
    )
    expect(column(catalog, 't', 'b')).toMatchObject({
      default: null,
      generated: { kind: 'virtual', expression: '(a + 1)' },
    })
    expect(column(catalog, 't', 'c').generated?.kind).toBe('stored')
  })

  test('NOT NULL constraints have names and may be not valid, and are still no checks', async () => {
    const catalog = await read(`
      create table t (a int constraint there not null, b int);
      alter table t add constraint later not null b not valid`)
    expect(relation(catalog, 't').checks).toEqual([])
    expect(relation(catalog, 't').columns.map((each) => each.notNull)).toEqual([true, true])
  })

  test('constraints that are not enforced are not validated', async () => {
    const catalog = await read(`
      create table p (id int primary key);
      create table t (a int references p not enforced, check (a > 0) not enforced)`)
    expect(relation(catalog, 't').checks[0]?.validated).toBe(false)
    expect(relation(catalog, 't').foreignKeys[0]?.validated).toBe(false)
  })

  test('a key WITHOUT OVERLAPS is a key and an exclusion; a foreign key may follow its period', async () => {
    const catalog = await read(`
      create table p (room int4range, at tstzrange, primary key (room, at without overlaps));
      create table t (room int4range, at tstzrange, foreign key (room, period at) references p (room, period at))`)
    expect(relation(catalog, 'p').primaryKey?.columns).toEqual(['room', 'at'])
    expect(relation(catalog, 'p').exclusions).toMatchObject([
      {
        name: 'p_pkey',
        columns: ['room', 'at'],
        operators: ['=', '&&'],
        definition: 'PRIMARY KEY (room, at WITHOUT OVERLAPS)',
      },
    ])
    expect(relation(catalog, 't').foreignKeys).toMatchObject([
      { columns: ['room', 'at'], parentColumns: ['room', 'at'] },
    ])
  })
})

describe.each(['pglite', 'pg17', 'pg18'] as const)('domains on %s', (server) => {
  const read = catalogAfter(server)

  test('NOT NULL of a domain is no check', async () => {
    const catalog = await read(`
      create domain code as text constraint there not null constraint filled check (value <> '');
      create table t (a code)`)
    const code = catalog.types.find((type) => type.id === 'code')
    expect(code).toMatchObject({ notNull: true, checks: [{ name: 'filled' }] })
  })
})
