import type { Effect } from '../../src/model/study.ts'
import { refusing } from './trigger-cases-refusing.ts'
import { writing } from './trigger-cases-writing.ts'

export interface Case {
  readonly name: string
  /** Statements that come first. */
  readonly before?: string
  /** Of a plpgsql trigger function called FUNCTION. */
  readonly body?: string
  readonly options?: string
  /** TABLE and FUNCTION stand for the names of the case; without it: after insert, for each row. */
  readonly trigger?: string
  /** A table of its own, made in `before`. */
  readonly table?: string
  readonly expect: Partial<Omit<Effect, 'trigger' | 'function'>> & { serialised?: boolean; refuses?: string }
}

/** What the trigger functions write to and call. */
export const TABLES = `
create schema crm;
create schema net;
create schema extensions;
create schema supabase_functions;
create table profiles (id uuid primary key, email text, full_name text, avatar_url text);
create table settings (user_id uuid primary key, theme text default 'dark');
create table accounts (id uuid primary key default gen_random_uuid(), primary_owner_user_id uuid, name text, is_personal_account boolean, email text, picture_url text);
create table memberships (account_id uuid, user_id uuid, role text, primary key (account_id, user_id));
create table audit_log (id bigint generated always as identity primary key, table_name text, op text, row_id uuid, data jsonb, at timestamptz default now());
create table counters (key text primary key, n bigint default 0);
create table tags (name text primary key);
create table crm.contacts (id uuid primary key, name text);
create table public."We ird" ("I'd ""x" uuid, "Üser" text);
create table outbox (id bigserial primary key, payload jsonb);
create table quiet (id int);
create function net.http_post(url text, body jsonb default '{}') returns bigint language sql as 'select 1::bigint';
create function extensions.http_get(url text) returns int language sql as 'select 1';
create function supabase_functions.http_request() returns trigger language plpgsql as 'begin perform net.http_post(tg_argv[0]); return new; end';
create function write_audit(op text, row_id uuid, data jsonb default null) returns void language plpgsql as
  $$ begin insert into audit_log (op, row_id, data) values (op, row_id, data); end $$;
create function make_settings(p_user uuid) returns void language sql as 'insert into public.settings (user_id) values (p_user)';
create function make_contact(person uuid, label text) returns void language sql
  begin atomic insert into crm.contacts (id, name) values (make_contact.person, label); end;
create function make_by_number(uuid) returns void language sql as 'insert into settings (user_id) values ($1)';
create function ping() returns void language plpgsql as $$ begin perform pong(); perform net.http_post('http://x'); end $$;
create function pong() returns void language plpgsql as $$ begin perform ping(); update counters set n = n + 1; end $$;
create function deep_1() returns void language plpgsql as $$ begin perform deep_2(); end $$;
create function deep_2() returns void language plpgsql as $$ begin perform deep_3(); end $$;
create function deep_3() returns void language plpgsql as $$ begin perform deep_4(); end $$;
create function deep_4() returns void language plpgsql as $$ begin perform net.http_post('http://x'); end $$;
create function refuse(why text) returns void language plpgsql as $$ begin raise exception 'refused: %', why; end $$;
create function is_member(account uuid) returns boolean language sql stable as 'select true';
create procedure bump(who uuid) language plpgsql as $$ begin update counters set n = n + 1 where key = who::text; end $$;
create function quiet_1() returns trigger language plpgsql as $$ begin raise exception 'never'; end $$;
create trigger off before insert on quiet for each row execute function quiet_1();
alter table quiet disable trigger off;
create trigger rep before insert on quiet for each row execute function quiet_1();
alter table quiet enable replica trigger rep;
create trigger del before delete on quiet for each row execute function quiet_1();
create trigger upd before update or truncate on quiet execute function quiet_1();
`

export const cases: readonly Case[] = [...writing, ...refusing]
