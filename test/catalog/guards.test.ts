import { expect, test } from 'vitest'
import { guardsOf } from '../../src/catalog/guards.ts'
import type { Guards } from '../../src/model/guards.ts'
import { catalogAfter, relation } from './catalog-after.ts'

const read = catalogAfter('pg18')

const BASE = `
  do $roles$ begin
    if not exists (select from pg_roles where rolname = 'reader') then create role reader; create role "Odd ""one"; end if;
  end $roles$;
  create domain code as text check (value <> '');
  create table post (id int primary key, title text not null, draft bool, kind code, parent int references post, check (id > 0));
  create function act() returns trigger language plpgsql as 'begin return new; end';
  create trigger t before insert on post for each row execute function act();
  create policy p on post using (true);
  create table daily (day date) partition by range (day);
  grant select on post to reader`

const changed = (before: Guards, after: Guards): string[] =>
  Object.keys(before).filter((kind) => before[kind as keyof Guards] !== after[kind as keyof Guards])

test('each change shows in its own kind', async () => {
  const first = guardsOf(await read(BASE))
  const changes: Readonly<Record<string, readonly string[]>> = {
    '': [],
    "insert into post values (1, 'x'); analyze post": [],
    "create table daily_1 partition of daily for values from ('2026-01-01') to ('2026-01-02')": [],
    'grant insert on post to reader; revoke insert on post from reader': [],
    'alter policy p on post using (false)': ['policies'],
    'alter policy p on post to reader': ['policies'],
    'alter table post enable row level security': ['rowSecurity'],
    'alter table post force row level security': ['rowSecurity'],
    'alter table post disable trigger t': ['triggers'],
    'alter table post enable always trigger t': ['triggers'],
    "create or replace function act() returns trigger language plpgsql as 'begin return null; end'": ['triggers'],
    'alter table post alter column title drop not null': ['constraints'],
    'alter table post drop constraint post_id_check': ['constraints'],
    'alter table post drop constraint post_parent_fkey, add constraint post_parent_fkey foreign key (parent) references post not valid':
      ['constraints'],
    'alter table post disable trigger all; alter table post enable trigger t': ['constraints'],
    'create unique index on post (title)': ['constraints'],
    'alter domain code drop constraint code_check': ['constraints'],
    'grant select (title) on post to public': ['grants'],
    'revoke select on post from reader': ['grants'],
    'grant select on post to reader with grant option': ['grants'],
    'revoke usage on schema public from public': ['grants'],
  }
  for (const [sql, kinds] of Object.entries(changes))
    expect([sql, changed(first, guardsOf(await read(`${BASE}; ${sql}`)))]).toEqual([sql, kinds])
})

test('privileges of others than the owner, sorted', async () => {
  const catalog = await read(`${BASE};
    grant insert, select on post to "Odd ""one" with grant option;
    grant update (title, draft), references (id) on post to public`)
  expect(relation(catalog, 'post').privileges).toEqual([
    'Odd "one INSERT*',
    'Odd "one SELECT*',
    'public REFERENCES (id)',
    'public UPDATE (draft)',
    'public UPDATE (title)',
    'reader SELECT',
  ])
  expect(relation(catalog, 'daily').privileges).toEqual([])
})

test('a key that nobody checks says so', async () => {
  const key = async (sql: string) => relation(await read(`${BASE}; ${sql}`), 'post').foreignKeys[0]
  expect(await key('')).not.toHaveProperty('enforced')
  expect(await key('alter table post disable trigger all')).toMatchObject({ enforced: false })
  expect(
    await key(
      'alter table post drop constraint post_parent_fkey, add foreign key (parent) references post not enforced',
    ),
  ).toMatchObject({ enforced: false })
})
