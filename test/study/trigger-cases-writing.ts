import type { Case } from './trigger-cases.ts'

const always = (table: string, columns: Record<string, string | null>) => ({ table, columns, conditional: false })
const maybe = (table: string, columns: Record<string, string | null>) => ({ table, columns, conditional: true })

/** Functions that write to other tables. */
export const writing: readonly Case[] = [
  {
    name: 'columns that are overwritten in every row',
    trigger: 'create trigger t before insert or update on TABLE for each row execute function FUNCTION()',
    body: `begin
      if tg_op = 'INSERT' then new.created_at := now(); end if;
      new.updated_at := clock_timestamp();
      new.email := lower(new.email);
      new.meta := to_jsonb(new);
      new.user_id := null;
      if new.slug is null then new.slug := 'x'; end if;
      return new; end`,
    expect: {
      timing: 'before',
      assigns: ['created_at', 'email', 'meta', 'slug', 'updated_at', 'user_id'],
      overwrites: ['created_at', 'updated_at', 'user_id'],
    },
  },
  {
    name: 'a counter in another table',
    body: `begin
      if tg_op = 'INSERT' then
        update projects set likes = likes + 1, stock = stock - new.n, touched = now() where id = new.user_id;
      else
        update projects set other = other + 1 where id = old.user_id;
      end if;
      update teams t set size = (select count(*)::int from memberships m where m.team_id = t.id),
        total = coalesce(t.total, 0) + new.n, best = greatest(best, new.n) where t.id = new.user_id;
      return null; end`,
    expect: {
      updates: ['projects', 'teams'],
      counts: [
        { table: 'projects', columns: ['likes'] },
        { table: 'teams', columns: ['size', 'total'] },
      ],
      serialised: true,
    },
  },
  {
    name: 'handle_new_user',
    options: "security definer set search_path = ''",
    body: `begin insert into public.profiles (id, email) values (new.id, new.email); return new; end;`,
    expect: { timing: 'after', inserts: [always('profiles', { id: 'id', email: 'email' })] },
  },
  {
    name: 'handle_new_user with metadata',
    body: `begin
      insert into public.profiles (id, full_name, avatar_url, email)
      values (new.id, new.meta->>'full_name', new.meta->>'avatar_url', lower(new.email));
      return new; end;`,
    expect: { inserts: [always('profiles', { id: 'id', full_name: null, avatar_url: null, email: null })] },
  },
  {
    name: 'casts and coalesce keep the column',
    body: `begin insert into profiles (id, email, full_name) values ((new).id, coalesce(null, new.email, new.slug::text, 'x' || new.n), cast(new.name as text)); return new; end`,
    expect: {
      inserts: [
        { ...always('profiles', { id: 'id', email: 'email', full_name: 'name' }), spares: { email: ['slug', null] } },
      ],
    },
  },
  {
    name: 'INSERT … SELECT without FROM',
    body: `begin insert into settings select new.id, 'light'; return new; end`,
    expect: { inserts: [always('settings', { user_id: 'id', theme: null })] },
  },
  {
    name: 'INSERT … SELECT FROM is conditional',
    body: `begin insert into memberships (account_id, user_id, role) select a.id, new.id, 'member' from accounts a where a.email = new.email; return new; end`,
    expect: { inserts: [maybe('memberships', { account_id: null, user_id: 'id', role: null })] },
  },
  {
    name: 'INSERT … SELECT WHERE is conditional',
    body: `begin insert into settings (user_id) select new.id where new.email is not null; return new; end`,
    expect: { inserts: [maybe('settings', { user_id: 'id' })] },
  },
  {
    name: 'VALUES without a list of columns, fewer than there are',
    body: `begin insert into profiles values (new.id, new.email); return new; end`,
    expect: { inserts: [always('profiles', { id: 'id', email: 'email' })] },
  },
  {
    name: 'a personal account by variables',
    body: `declare user_name text; picture text; owner uuid := new.id; account uuid;
    begin
      if new.meta ->> 'name' is not null then user_name := new.meta ->> 'name'; end if;
      if user_name is null and new.email is not null then user_name := split_part(new.email, '@', 1); end if;
      insert into public.accounts (id, primary_owner_user_id, name, is_personal_account, picture_url, email)
      values (new.id, owner, user_name, true, picture, new.email) returning id into account;
      insert into memberships (account_id, user_id, role) values (account, owner, 'owner');
      return new;
    end`,
    expect: {
      inserts: [
        {
          ...always('accounts', {
            id: 'id',
            primary_owner_user_id: 'id',
            name: null,
            is_personal_account: null,
            picture_url: null,
            email: 'email',
          }),
          constants: { is_personal_account: true },
        },
        { ...always('memberships', { account_id: 'id', user_id: 'id', role: null }), constants: { role: 'owner' } },
      ],
    },
  },
  {
    name: 'RETURNING * into a record and %ROWTYPE',
    body: `declare acc public.accounts%ROWTYPE; p profiles%rowtype; "odd ""name" crm."contacts" % rowtype;
    begin
      insert into accounts (primary_owner_user_id) values (new.id) returning * into acc;
      p.id := new.id; p.email := acc.email;
      insert into memberships (account_id, user_id) values (acc.id, acc.primary_owner_user_id);
      insert into profiles (id, email) values (p.id, p.email);
      return new;
    end`,
    expect: {
      inserts: [
        always('accounts', { primary_owner_user_id: 'id' }),
        always('memberships', { account_id: null, user_id: 'id' }),
        always('profiles', { id: 'id', email: null }),
      ],
    },
  },
  {
    name: 'enums, domains and tables as types of variables in one INTO',
    before: `create type crm."App.Role" as enum ('a', 'b'); create domain short as varchar(20)`,
    body: `declare -- a comment; with a semicolon
      role crm."App.Role" := 'a'; label constant short not null default 'x;y'; other short; p profiles; n numeric(10, 2); at timestamp with time zone; who uuid;
    begin
      select 'b', 'y', 3, now(), new.id into role, other, n, at, who;
      p.id := who;
      declare again short[]; begin select array['x'], new.id into again, who; end;
      insert into profiles (id) values (p.id);
      insert into settings (user_id) values (who);
      return new; end`,
    expect: { inserts: [always('profiles', { id: 'id' }), always('settings', { user_id: 'id' })] },
  },
  {
    name: 'a variable that differs between branches is not known',
    body: `declare v uuid; w uuid; begin
      if new.name = 'x' then v := new.id; w := new.id; else v := new.user_id; w := new.id; end if;
      insert into memberships (account_id, user_id) values (v, w); return new; end`,
    expect: { inserts: [always('memberships', { account_id: null, user_id: 'id' })] },
  },
  {
    name: 'a raising guard is no condition for what follows',
    body: `begin if new.email is null then raise exception 'email is missing'; end if;
      insert into settings (user_id) values (new.id); return new; end`,
    expect: { inserts: [always('settings', { user_id: 'id' })], raises: ['email is missing'] },
  },
  {
    name: 'an early return is one',
    body: `begin if new.email is null then return new; end if; insert into settings (user_id) values (new.id); return new; end`,
    expect: { inserts: [maybe('settings', { user_id: 'id' })] },
  },
  {
    name: 'IF, CASE and loops are conditions',
    body: `begin
      if new.n > 1 then insert into settings (user_id) values (new.id); end if;
      case new.name when 'a' then insert into tags values (new.name); else null; end case;
      for i in 1..3 loop insert into crm.contacts (id) values (new.id); end loop;
      return new; end`,
    expect: {
      inserts: [
        maybe('settings', { user_id: 'id' }),
        maybe('tags', { name: 'name' }),
        maybe('crm.contacts', { id: 'id' }),
      ],
    },
  },
  {
    name: 'TG_OP is known',
    body: `begin
      if tg_op = 'INSERT' then insert into settings (user_id) values (new.id); return new;
      elsif tg_op = 'UPDATE' then update settings set theme = 'x'; return new;
      elsif (TG_OP = 'DELETE') then delete from settings where user_id = old.id; return old; end if;
      delete from profiles; return null; end`,
    trigger: 'create trigger t after insert or update or delete on TABLE for each row execute function FUNCTION()',
    expect: { inserts: [always('settings', { user_id: 'id' })] },
  },
  {
    name: 'CASE TG_OP, IN and OLD are known',
    body: `begin
      case TG_OP when 'INSERT', 'COPY' then insert into settings (user_id) values (new.id); when 'UPDATE' then delete from settings; end case;
      if tg_op in ('UPDATE', 'DELETE') or old.email = new.email then delete from profiles; end if;
      if old is null and tg_op <> 'DELETE' and not (tg_op = any (array['UPDATE'])) then insert into tags (name) values (new.name); end if;
      return new; end`,
    trigger: 'create trigger t after insert or update on TABLE for each row execute function FUNCTION()',
    expect: { inserts: [always('settings', { user_id: 'id' }), always('tags', { name: 'name' })] },
  },
  {
    name: 'WHEN of the trigger is a condition',
    body: `begin insert into settings (user_id) values (new.id); return new; end`,
    trigger: `create trigger t after insert on TABLE for each row when (new.email is not null) execute function FUNCTION()`,
    expect: { inserts: [maybe('settings', { user_id: 'id' })] },
  },
  {
    name: 'WHEN against recursion is none',
    body: `begin insert into settings (user_id) values (new.id); return new; end`,
    trigger: `create trigger t after insert on TABLE for each row when (pg_trigger_depth() < 1) execute function FUNCTION()`,
    expect: { inserts: [always('settings', { user_id: 'id' })] },
  },
  {
    name: 'ON CONFLICT DO NOTHING on the own key',
    body: `begin insert into profiles (id) values (new.id) on conflict (id) do nothing; return new; end`,
    expect: { inserts: [always('profiles', { id: 'id' })] },
  },
  {
    name: 'ON CONFLICT DO NOTHING on a shared key',
    body: `begin insert into tags (name) values (new.name) on conflict do nothing; return new; end`,
    expect: { inserts: [always('tags', { name: 'name' })], serialised: true },
  },
  {
    name: 'an upserted counter',
    body: `begin insert into counters (key, n) values ('rows', 1) on conflict (key) do update set n = counters.n + 1; return new; end`,
    expect: { inserts: [always('counters', { key: null, n: null })], serialised: true },
  },
  {
    name: 'an updated counter',
    body: `begin update accounts set name = 'x' where id = new.user_id; return new; end`,
    expect: { updates: ['accounts'], serialised: true },
  },
  {
    name: 'deletes, truncates, locks',
    body: `begin delete from tags; perform 1 from counters for update; truncate outbox; return new; end`,
    expect: { updates: ['outbox', 'tags'], serialised: true },
  },
  {
    name: 'a lock alone serialises',
    body: `begin perform pg_advisory_xact_lock(1); return new; end`,
    expect: { serialised: true },
  },
  {
    name: 'only one default: the last wins (same table)',
    before: 'create table addresses (id uuid primary key, user_id uuid, is_default boolean)',
    table: 'addresses',
    body: `begin if new.is_default then update addresses set is_default = false where user_id = new.user_id and id <> new.id; end if; return new; end`,
    expect: { updates: ['addresses'], serialised: true },
  },
  {
    name: 'an audit log with to_jsonb(new)',
    body: `begin insert into audit_log (table_name, op, row_id, data) values (TG_TABLE_NAME, TG_OP, NEW.id, to_jsonb(NEW)); return null; end`,
    expect: { inserts: [always('audit_log', { table_name: null, op: null, row_id: 'id', data: null })] },
  },
  {
    name: 'a history table by NEW.*',
    before:
      'create table docs (id uuid primary key, body text); create table docs_history (id uuid, body text, at timestamptz, who text)',
    table: 'docs',
    body: `begin insert into docs_history select new.*, now(), current_user; return new; end`,
    expect: { inserts: [always('docs_history', { id: 'id', body: 'body', at: null, who: null })] },
  },
  {
    name: 'dynamic SQL that can be told: format and USING',
    before: 'create table notes (id uuid primary key, body text); create table notes_history (id uuid, body text)',
    table: 'notes',
    body: `begin execute format('insert into %I.%I select ($1).*', TG_TABLE_SCHEMA, TG_TABLE_NAME || '_history') using new; return new; end`,
    expect: { inserts: [always('notes_history', { id: 'id', body: 'body' })] },
  },
  {
    name: 'dynamic SQL by TG_ARGV',
    body: `begin execute 'insert into ' || quote_ident(TG_ARGV[0]) || ' (user_id) values ($1)' using new.id; return new; end`,
    trigger: `create trigger t after insert on TABLE for each row execute function FUNCTION('settings')`,
    expect: { inserts: [always('settings', { user_id: 'id' })] },
  },
  {
    name: 'dynamic SQL that cannot be told, beside what can',
    body: `begin execute format('update %I set n = n + 1', new.name); insert into settings (user_id) values (new.id); return new; end`,
    expect: { inserts: [always('settings', { user_id: 'id' })], read: false, serialised: true },
  },
  {
    name: 'dynamic SQL in a variable',
    body: `declare cmd text; begin cmd := 'insert into tags (name) values (' || quote_literal(new.name) || ')'; execute cmd; return new; end`,
    expect: { inserts: [always('tags', { name: null })], read: false },
  },
  {
    name: 'statement level with a transition table',
    body: `begin insert into settings (user_id) select id from inserted; insert into profiles (id, email) select r.id, r.email from inserted r where r.email <> ''; return null; end`,
    trigger: `create trigger t after insert on TABLE referencing new table as inserted for each statement execute function FUNCTION()`,
    expect: { inserts: [always('settings', { user_id: 'id' }), maybe('profiles', { id: 'id', email: 'email' })] },
  },
  {
    name: 'statement level: NEW is NULL',
    body: `begin if new is null then insert into outbox (payload) values ('{}'); else delete from outbox; end if; return null; end`,
    trigger: `create trigger t after insert on TABLE for each statement execute function FUNCTION()`,
    expect: { inserts: [always('outbox', { payload: null })] },
  },
  {
    name: 'an exception block around the insert',
    body: `begin
      begin insert into profiles (id) values (new.id);
      exception when unique_violation then null; when others then raise warning 'failed: %', sqlerrm; insert into outbox (payload) values (null); end;
      insert into settings (user_id) values (new.id); return new; end`,
    expect: {
      inserts: [
        always('profiles', { id: 'id' }),
        maybe('outbox', { payload: null }),
        always('settings', { user_id: 'id' }),
      ],
    },
  },
  {
    name: 'functions of the user are followed, arguments and all',
    body: `begin perform write_audit('insert', new.id, to_jsonb(new)); perform make_settings(p_user => new.user_id); perform public.make_contact(new.id, new.name); return new; end`,
    expect: {
      inserts: [
        always('audit_log', { op: null, row_id: 'id', data: null }),
        always('settings', { user_id: 'user_id' }),
        always('crm.contacts', { id: 'id', name: 'name' }),
      ],
    },
  },
  {
    name: 'arguments by number, functions in a condition',
    body: `begin if not is_member(new.id) then perform make_by_number(new.id); end if; call bump(new.id); return new; end`,
    expect: { inserts: [maybe('settings', { user_id: 'id' })], updates: ['counters'], serialised: true },
  },
  {
    name: 'functions that call each other',
    body: `begin perform ping(); return new; end`,
    expect: { updates: ['counters'], callsOut: ['net.http_post'], serialised: true },
  },
  {
    name: 'calls deeper than three count as unread',
    body: `begin perform deep_1(); return new; end`,
    expect: { read: false },
  },
  {
    name: 'a table known by its name alone, and names that need quotes',
    body: `begin insert into contacts (id) values (new.id); insert into public."We ird" ("I'd ""x", "Üser") values (new.id, new.name); return new; end`,
    expect: { inserts: [always('crm.contacts', { id: 'id' }), always('"We ird"', { 'I\'d "x': 'id', Üser: 'name' })] },
  },
  {
    name: 'odd names of the table, its columns and its function',
    before: `create table "Od""d.t" ("I d" uuid primary key); create function crm."f ""x"" $body$"() returns trigger language plpgsql as $f$ declare "v v" uuid; begin "v v" := new."I d"; insert into settings (user_id) values ("v v"); return new; end $f$`,
    table: '"Od""d.t"',
    trigger: `create trigger "t ""t" after insert on "Od""d.t" for each row execute function crm."f ""x"" $body$"('it''s', 'a\\b')`,
    expect: { inserts: [always('settings', { user_id: 'I d' })] },
  },
  {
    name: 'several rows, CTEs that write, MERGE',
    body: `begin
      insert into memberships (account_id, user_id, role) values (new.id, new.user_id, 'a'), (new.user_id, new.user_id, 'b');
      with a as (insert into accounts (primary_owner_user_id) values (new.id) returning id) insert into memberships (account_id, user_id) select a.id, new.id from a;
      merge into counters c using (select 1) s on c.key = new.name when matched then update set n = n + 1 when not matched then insert (key) values (new.name);
      return new; end`,
    expect: {
      inserts: [
        always('memberships', { account_id: null, user_id: 'user_id', role: null }),
        maybe('memberships', { account_id: null, user_id: 'id' }),
        always('accounts', { primary_owner_user_id: 'id' }),
        maybe('counters', { key: 'name' }),
      ],
      updates: ['counters'],
      serialised: true,
    },
  },
]
