import type { Case } from './trigger-cases.ts'

const BEFORE = 'create trigger t before insert or update on TABLE for each row execute function FUNCTION()'

/** Functions that change the row, refuse it, or speak to the outside. */
export const refusing: readonly Case[] = [
  {
    name: 'set_updated_at',
    body: `begin new.updated_at = now(); return new; end`,
    trigger: BEFORE,
    expect: { timing: 'before', assigns: ['updated_at'] },
  },
  {
    name: 'assignments after the row is stored are lost',
    body: `begin new.updated_at = now(); return new; end`,
    expect: { assigns: [] },
  },
  {
    name: 'a slug with a loop and SELECT INTO',
    body: `declare base text; i int := 0; taken boolean; begin
      base := regexp_replace(lower(new.name), '[^a-z0-9]+', '-', 'g'); new.slug := base;
      loop select exists (select 1 from profiles where email = new.slug) into taken; exit when not taken; i := i + 1; new.slug := base || '-' || i; end loop;
      select count(*) into new.n from profiles;
      return new; end`,
    trigger: BEFORE,
    expect: { assigns: ['n', 'slug'] },
  },
  {
    name: 'a search vector',
    body: `begin new.search := setweight(to_tsvector('english', coalesce(new.name, '')), 'A') || to_tsvector('english', coalesce(new.email, '')); return new; end`,
    trigger: BEFORE,
    expect: { assigns: ['search'] },
  },
  {
    name: 'tsvector_update_trigger',
    trigger: `create trigger t before insert on TABLE for each row execute function tsvector_update_trigger(search, 'pg_catalog.english', name)`,
    expect: { assigns: ['search'] },
  },
  {
    name: 'suppress_redundant_updates_trigger refuses inserts',
    trigger: `create trigger t before insert on TABLE for each row execute function suppress_redundant_updates_trigger()`,
    expect: {
      raises: ['function "suppress_redundant_updates_trigger" must be called on update'],
      refuses: 'function "suppress_redundant_updates_trigger" must be called on update',
    },
  },
  {
    name: 'fields, arrays, an alias and the whole of NEW',
    before: 'create table parts (id int, tags text[], a text, b text)',
    table: 'parts',
    body: `declare n alias for new; begin n.a := 1; new.tags[1] := 'x'; new := jsonb_populate_record(new, '{}'); return new; end`,
    trigger: BEFORE,
    expect: { assigns: ['a', 'b', 'id', 'tags'] },
  },
  {
    name: 'a guard with a condition',
    body: `begin if new.n < 0 then raise exception 'n must not be negative: %', new.n using errcode = 'check_violation'; end if; return new; end`,
    trigger: BEFORE,
    expect: { raises: ['n must not be negative: %'] },
  },
  {
    name: 'a guard that counts (an expression with FROM)',
    body: `begin if count(*) > 5 from memberships where user_id = new.user_id then raise exception using message = 'too many', errcode = 'P0001'; end if; return new; end`,
    trigger: BEFORE,
    expect: { raises: ['too many'] },
  },
  {
    name: 'every insert is refused',
    body: `begin raise exception 'this table is read-only'; end`,
    trigger: BEFORE,
    expect: { raises: ['this table is read-only'], refuses: 'this table is read-only' },
  },
  {
    name: 'refused by TG_OP',
    body: `begin if tg_op = 'DELETE' then raise exception 'no deletes'; elsif tg_op = 'INSERT' then raise exception 'no inserts'; end if; return new; end`,
    trigger: BEFORE,
    expect: { raises: ['no inserts'], refuses: 'no inserts' },
  },
  {
    name: 'append-only: only the others are refused',
    body: `begin if tg_op = 'DELETE' or tg_op = 'UPDATE' then raise exception 'append only'; end if; return new; end`,
    trigger: BEFORE,
    expect: {},
  },
  {
    name: 'append-only, the other way round',
    body: `begin if tg_op = 'INSERT' then return new; end if; raise exception 'append only'; end`,
    trigger: BEFORE,
    expect: {},
  },
  {
    name: 'refused for each statement',
    body: `begin raise exception 'closed'; end`,
    trigger: `create trigger t before insert on TABLE for each statement execute function FUNCTION()`,
    expect: { raises: ['closed'], refuses: 'closed' },
  },
  {
    name: 'refused only WHEN',
    body: `begin raise exception 'closed'; end`,
    trigger: `create trigger t before insert on TABLE for each row when (new.n > 3) execute function FUNCTION()`,
    expect: { raises: ['closed'] },
  },
  {
    name: 'refused by a function that it calls',
    body: `begin perform refuse('always'); return new; end`,
    trigger: BEFORE,
    expect: { raises: ['refused: %'], refuses: 'refused: %' },
  },
  {
    name: 'raised and caught',
    body: `begin begin raise exception 'inner'; exception when others then null; end; return new; end`,
    trigger: BEFORE,
    expect: { raises: ['inner'] },
  },
  {
    name: 'both branches raise; a condition by name; notices do not count',
    body: `begin raise notice 'hello'; raise log 'x'; if new.n = 1 then raise unique_violation; else raise exception 'other'; end if; end`,
    trigger: BEFORE,
    expect: { raises: ['unique_violation', 'other'], refuses: 'other' },
  },
  {
    name: 'a view that refuses inserts',
    before: 'create view people as select id, email from profiles',
    table: 'people',
    body: `begin raise exception 'people is a view'; end`,
    trigger: 'create trigger t instead of insert on TABLE for each row execute function FUNCTION()',
    expect: { timing: 'instead of', raises: ['people is a view'], refuses: 'people is a view' },
  },
  {
    name: 'a view that writes through',
    before: 'create view writable as select id, email from profiles',
    table: 'writable',
    body: `begin insert into profiles (id, email) values (new.id, new.email); return new; end`,
    trigger: 'create trigger t instead of insert on TABLE for each row execute function FUNCTION()',
    expect: {
      timing: 'instead of',
      inserts: [{ table: 'profiles', columns: { id: 'id', email: 'email' }, conditional: false }],
    },
  },
  {
    name: 'pg_net',
    body: `declare req bigint; begin select net.http_post(url := 'https://x', body := to_jsonb(new)) into req; return new; end`,
    expect: { callsOut: ['net.http_post'] },
  },
  {
    name: 'pg_net in a condition, http, dblink',
    body: `begin if new.n > 1 then perform net.http_post('x'); end if; perform extensions.http_get('x'); perform http(('POST', 'x', null, null, null)); perform * from dblink('x', 'y') as t(a int); return new; end`,
    expect: { callsOut: ['dblink', 'extensions.http_get', 'http', 'net.http_post'] },
  },
  {
    name: 'pg_net in dynamic SQL',
    body: `begin execute format('select net.http_post(%L)', new.name); return new; end`,
    expect: { callsOut: ['net.http_post'], read: false },
  },
  {
    name: 'a webhook of the dashboard',
    trigger: `create trigger t after insert on TABLE for each row execute function supabase_functions.http_request('https://x', 'POST', '{}', '{}', '1000')`,
    expect: { callsOut: ['supabase_functions.http_request'] },
  },
  {
    name: 'COPY TO PROGRAM',
    body: `begin copy (select 1) to program 'curl x'; return new; end`,
    expect: { callsOut: ['COPY PROGRAM'] },
  },
  {
    name: 'notify is no call out, nor is an http_ function of the user',
    before: `create function http_status(n int) returns text language sql as 'select n::text'`,
    body: `begin perform pg_notify('rows', new.id::text); notify rows; new.name := http_status(new.n); return new; end`,
    trigger: BEFORE,
    expect: { assigns: ['name'] },
  },
  {
    name: 'a text that only looks like SQL',
    body: `begin new.name := 'insert into settings; net.http_post()'; /* delete from tags; */ return new; -- raise exception 'x'
      end`,
    trigger: BEFORE,
    expect: { assigns: ['name'] },
  },
]
