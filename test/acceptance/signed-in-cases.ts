import type { Case } from './cases.ts'

/** Supabase Auth as far as triggers ask it who is there. */
const AUTH = `create schema auth;
  create table auth.users (id uuid primary key, email text unique, encrypted_password text, raw_user_meta_data jsonb, created_at timestamptz, updated_at timestamptz);
  insert into auth.users (id, email) select gen_random_uuid(), n || '@example.com' from generate_series(1, 3) n;
  create function auth.uid() returns uuid language sql stable as $$
    select (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid $$;`

/** What wants somebody who is signed in, and what is told from rows that others put there. */
export const signedInCases: readonly Case[] = [
  {
    name: 'triggers that ask who is signed in find the first user; those that only work where nobody is, nobody',
    given: `${AUTH}
      create table invitations (id uuid primary key default gen_random_uuid(), email text not null, invited_by uuid not null references auth.users);
      create function say_who() returns trigger language plpgsql as $$ begin new.invited_by = auth.uid(); return new; end $$;
      create trigger t before insert on invitations for each row execute function say_who();
      create table audit (id bigint generated always as identity primary key, who uuid not null references auth.users, what text not null);
      create table contracts (id uuid primary key default gen_random_uuid(), title text not null);
      create function note_it() returns trigger language plpgsql as $$ begin
        insert into public.audit (who, what) values (auth.uid(), tg_op); return null; end $$;
      create trigger t after insert or delete on contracts for each row execute function note_it();
      create table ledger (id uuid primary key default gen_random_uuid(), amount numeric(10,2) not null);
      create function by_server() returns trigger language plpgsql as $$ begin
        if auth.uid() is not null then raise exception 'only the server'; end if; return new; end $$;
      create trigger t before insert on ledger for each row execute function by_server();`,
    holds: [
      'select count(*) = 20 and count(distinct invited_by) = 1 from invitations',
      'select count(*) = 20 from contracts',
      'select count(*) >= 20 from audit',
      'select count(*) = 20 from ledger',
    ],
  },
  {
    name: 'rows that others put there under a small key stay theirs',
    given: `create table settings (id int primary key default 1 check (id = 1), provider text default 'mock');
      insert into settings default values;
      create table levels (level int primary key, points int);
      insert into levels select n, n * 100 from generate_series(1, 10) n;
      create table level_badges (level int references levels, badge int, primary key (level, badge));
      insert into level_badges select n, n from generate_series(1, 10) n;
      create table days (id smallint primary key check (id between 0 and 6), name text);
      insert into days (id) select generate_series(0, 6);
      create table things (id serial primary key, name text not null);`,
    plans: ['copy things'],
    holds: [
      'select count(*) = 1 from settings',
      'select count(*) = 10 and bool_and(points = level * 100) from levels',
      'select count(*) = 10 from level_badges',
      'select count(*) = 7 from days',
    ],
  },
]
