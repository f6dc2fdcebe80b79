import { describe, expect, test } from 'vitest'
import { servers } from '../support/database.ts'
import { catalogAfter, column, relation } from './catalog-after.ts'
import { asRole } from './wrapped.ts'

const SQL = `
  do $roles$ begin
    if not exists (select from pg_roles where rolname = 'catalog_guest') then create role catalog_guest; end if;
  end $roles$;
  revoke all on schema public from public;
  grant usage on schema public to catalog_guest;
  create schema hidden;
  create table hidden.secret (a serial);
  create function hidden.act() returns trigger language plpgsql as 'begin return new; end';
  create trigger act before insert on hidden.secret for each row execute function hidden.act();
  create view hidden.seen as select * from hidden.secret;
  create table readable (a int, b serial);
  alter table readable enable row level security;
  create policy mine on readable using (a > 1);
  select nextval('readable_b_seq');
  grant select, delete on readable to catalog_guest;
  grant insert (a), update (b) on readable to catalog_guest;
  create table writable (a serial);
  select nextval('writable_a_seq');
  grant all on writable to catalog_guest;
  grant usage on sequence writable_a_seq to catalog_guest;
  revoke execute on function pg_catalog.pg_control_system() from public`

describe.each(servers)('a role with few rights on %s', (server) => {
  const read = catalogAfter(server, (db) => asRole(db, 'catalog_guest'))

  test('everything is listed, with what the role may do', async () => {
    const catalog = await read(SQL)
    expect(catalog.role).toEqual({ name: 'catalog_guest', superuser: false, bypassRls: false })
    expect(catalog.server.systemId).toBeNull()
    expect(catalog.schemas.map(({ name, usage }) => [name, usage])).toEqual([
      ['hidden', false],
      ['public', true],
    ])
    const none = { select: false, insert: false, update: false, delete: false, truncate: false }
    expect(relation(catalog, 'hidden.secret')).toMatchObject({
      grants: none,
      columns: [{ name: 'a', insertable: false, updatable: false, sequence: 'hidden.secret_a_seq' }],
      triggers: [{ name: 'act', function: 'hidden.act' }],
    })
    expect(relation(catalog, 'hidden.seen').definition).toContain('hidden.secret')
    expect(relation(catalog, 'readable').grants).toEqual({ ...none, select: true, delete: true })
    expect(column(catalog, 'readable', 'a')).toMatchObject({ insertable: true, updatable: false })
    expect(column(catalog, 'readable', 'b')).toMatchObject({ insertable: false, updatable: true })
    expect(relation(catalog, 'readable').policies).toMatchObject([{ name: 'mine', using: '(a > 1)' }])
    expect(relation(catalog, 'readable').rowSecurity).toEqual({ enabled: true, forced: false, active: true })
    expect(Object.values(relation(catalog, 'writable').grants)).toEqual(Array(5).fill(true))
    expect(catalog.sequences.map(({ id, usage, last }) => [id, usage, last])).toEqual([
      ['hidden.secret_a_seq', false, null],
      ['readable_b_seq', false, null],
      ['writable_a_seq', true, '1'],
    ])
  })
})
