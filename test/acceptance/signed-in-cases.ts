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
    name: 'triggers that ask who is signed in find a user; those that only work where nobody is, nobody',
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
      'select count(*) = 20 and count(invited_by) = 20 from invitations',
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
  {
    name: 'what a trigger makes for each user fits: handles of plain letters, one home beside other rooms, versions checked at the end',
    given: `${AUTH}
      create table people (id uuid primary key references auth.users on delete cascade, handle text not null unique check (handle ~ '^[a-zA-Z0-9_]{3,20}$'));
      create table rooms (id uuid primary key default gen_random_uuid(), person_id uuid not null references auth.users on delete cascade, is_home boolean not null default false, name text not null);
      create unique index one_home on rooms (person_id) where is_home;
      create function welcome() returns trigger language plpgsql as $$ begin
        insert into public.people (id, handle) values (new.id, coalesce(new.raw_user_meta_data ->> 'username', 'user_' || substr(new.id::text, 1, 8)));
        insert into public.rooms (person_id, is_home, name) values (new.id, true, 'Home');
        return new; end $$;
      delete from auth.users;
      create trigger t after insert on auth.users for each row execute function welcome();
      create table proposals (id uuid primary key default gen_random_uuid(), title text not null);
      create table proposal_versions (proposal_id uuid not null references proposals deferrable initially deferred, version int not null default 1, primary key (proposal_id, version));
      create function first_version() returns trigger language plpgsql as $$ begin
        insert into public.proposal_versions (proposal_id) values (new.id); return new; end $$;
      create trigger t before insert on proposals for each row execute function first_version();`,
    asking: { users: 20, rows: 20 },
    holds: [
      'select count(*) = 20 from people',
      'select count(*) filter (where is_home) = 20 and count(*) filter (where not is_home) >= 20 from rooms',
      'select count(*) = 20 from proposals',
      'select count(distinct proposal_id) = 20 from proposal_versions',
    ],
  },
  {
    name: 'a key by which NULLs are equal, where a check wants one of its columns or another one',
    given: `create table fairs (id uuid primary key default gen_random_uuid(), title text not null);
      create table visitors (id uuid primary key default gen_random_uuid(), email text not null unique);
      create table entries (id uuid primary key default gen_random_uuid(), fair_id uuid not null references fairs, visitor_id uuid references visitors, guest_email text,
        unique nulls not distinct (fair_id, visitor_id), check (visitor_id is not null or guest_email is not null));`,
    holds: ['select count(*) = 20 from entries'],
  },
]
