import { expect, test } from 'vitest'
import { catalogAfter, relation } from './catalog-after.ts'

const read = catalogAfter('pg18')

test('commands, roles, expressions', async () => {
  const catalog = await read(`
    do $roles$ begin
      if not exists (select from pg_roles where rolname = 'reader') then create role reader; end if;
      if not exists (select from pg_roles where rolname = 'Writer') then create role "Writer"; end if;
    end $roles$;
    create function me() returns int stable language sql as 'select 1';
    create table t (id int, owner int);
    create policy a on t;
    create policy b on t for select to reader, "Writer" using (owner = me());
    create policy c on t as restrictive for insert to "Writer" with check (owner > 0);
    create policy d on t for update using (true) with check (false);
    create policy e on t for delete to public using (id > 1)`)
  const base = { permissive: true, roles: ['public'], using: null, check: null }
  expect(relation(catalog, 't').policies).toEqual([
    { ...base, name: 'a', command: 'all' },
    { ...base, name: 'b', command: 'select', roles: ['Writer', 'reader'], using: '(owner = public.me())' },
    { ...base, name: 'c', command: 'insert', permissive: false, roles: ['Writer'], check: '(owner > 0)' },
    { ...base, name: 'd', command: 'update', using: 'true', check: 'false' },
    { ...base, name: 'e', command: 'delete', using: '(id > 1)' },
  ])
})

test('row security: enabled, forced', async () => {
  const catalog = await read(`
    create table none (a int);
    create table own (a int);
    alter table own enable row level security;
    create table all_of_us (a int);
    alter table all_of_us enable row level security, force row level security`)
  expect(catalog.relations.map(({ id, rowSecurity }) => [id, rowSecurity.enabled, rowSecurity.forced])).toEqual([
    ['all_of_us', true, true],
    ['none', false, false],
    ['own', true, false],
  ])
})
