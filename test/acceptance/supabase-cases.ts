import type { Case } from './cases.ts'

const SIGNED_IN = `create schema auth; create table auth.users (id uuid primary key, email text);
  create function auth.uid() returns uuid language sql stable as $$
    select (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid $$;`

/** What schemas of applications on Supabase brought to light, each in its smallest form. */
export const supabaseCases: readonly Case[] = [
  {
    name: 'a task for somebody and for a team, each led by the other: one goes first',
    given: `create table crew (id uuid primary key default gen_random_uuid(), name text not null);
            create table person (id uuid primary key default gen_random_uuid(), full_name text not null);
            create table crew_members (crew_id uuid not null references crew, person_id uuid not null references person, primary key (crew_id, person_id));
            create table errand (
              id uuid primary key default gen_random_uuid(), title text not null, crew_id uuid references crew, person_id uuid references person
            );`,
    holds: [
      'select count(*) = 20 from errand',
      `select bool_and(exists (select from crew_members m where m.crew_id = e.crew_id and m.person_id = e.person_id)
         or not exists (select from crew_members m where m.crew_id = e.crew_id))
       from errand e where e.crew_id is not null and e.person_id is not null`,
    ],
  },
  {
    name: 'what is recorded when it is sent, and opened later',
    given: `create table mailing (
              id uuid primary key default gen_random_uuid(), subject text not null, sent_at timestamptz not null default now(), opened_at timestamptz,
              clicked_at timestamptz
            );`,
    holds: [
      'select count(*) = 20 from mailing',
      'select bool_and(opened_at >= sent_at) and count(opened_at) >= 5 from mailing',
      'select bool_and(clicked_at >= sent_at) from mailing',
    ],
  },
  {
    name: 'triggers that ask who is signed in: the one whom the row names, or an administrator',
    given: `${SIGNED_IN}
            insert into auth.users select gen_random_uuid(), n || '@example.com' from generate_series(1, 3) n;
            create table staff (user_id uuid primary key references auth.users, is_admin boolean not null);
            insert into staff select id, row_number() over (order by id) = 2 from auth.users;
            create table note (id uuid primary key default gen_random_uuid(), body text not null, written_by uuid not null references auth.users);
            create function check_writer() returns trigger language plpgsql as $$ begin
              if auth.uid() is distinct from new.written_by then raise exception 'write as yourself'; end if;
              return new;
            end $$;
            create trigger check_writer before insert on note for each row execute function check_writer();
            create table notice (id uuid primary key default gen_random_uuid(), title text not null, set_by uuid not null);
            create function check_admin() returns trigger language plpgsql as $$ begin
              if not exists (select from staff where user_id = auth.uid() and is_admin) then raise exception 'administrators only'; end if;
              new.set_by := auth.uid();
              return new;
            end $$;
            create trigger check_admin before insert on notice for each row execute function check_admin();`,
    holds: [
      'select count(*) = 20 and count(distinct written_by) > 1 from note',
      'select count(*) = 20 and bool_and(s.is_admin) from notice n join staff s on s.user_id = n.set_by',
    ],
  },
  {
    name: 'the membership of an owner, which a trigger makes under a key of two columns, among others',
    given: `create table person (id uuid primary key default gen_random_uuid(), name text not null);
            create table guild (id uuid primary key default gen_random_uuid(), name text not null, owner_id uuid not null references person);
            create table guild_members (
              id uuid primary key default gen_random_uuid(), guild_id uuid not null references guild, person_id uuid not null references person,
              role text not null default 'member' check (role in ('owner', 'member')), unique (guild_id, person_id)
            );
            create function add_owner() returns trigger language plpgsql as $$ begin
              insert into guild_members (guild_id, person_id, role) values (new.id, new.owner_id, 'owner') on conflict do nothing;
              return new;
            end $$;
            create trigger add_owner after insert on guild for each row execute function add_owner();`,
    asking: { rows: 30 },
    holds: [
      'select count(*) = 30 from guild',
      "select count(*) filter (where role = 'owner') >= 30 and count(*) filter (where role = 'member') > 5 from guild_members",
    ],
  },
  {
    name: 'hours of a day that must not overlap, each beside its day',
    given: `create extension btree_gist; create table hall (id bigint generated always as identity primary key);
            create table slot (
              id bigint generated always as identity primary key, hall_id bigint not null references hall, day date not null, starts time not null, ends time not null,
              check (ends > starts), unique (hall_id, day, starts), exclude using gist (hall_id with =, day with =, tsrange(day + starts, day + ends) with &&)
            );`,
    holds: ['select count(*) = 20 from slot', 'select count(*) < 20 from (select distinct hall_id from slot) as halls'],
  },
  {
    name: 'profiles under a user whom only a policy and a trigger name, and rows that hang on both',
    given: `${SIGNED_IN}
            insert into auth.users select gen_random_uuid(), n || '@example.com' from generate_series(1, 5) n;
            create table profiles (id uuid primary key default gen_random_uuid(), user_id uuid not null unique, name text);
            alter table profiles enable row level security;
            create policy own on profiles using (auth.uid() = user_id);
            create table post (
              id uuid primary key default gen_random_uuid(), body text not null,
              user_id uuid not null references auth.users references profiles (user_id)
            );`,
    holds: ['select count(*) = 5 from profiles', 'select count(*) = 20 from post'],
  },
  {
    name: 'the only row of a table of settings, which a migration wrote, is not taken for ours',
    given: `create table settings (id smallint primary key default 1 check (id = 1), page_size int not null default 25, updated_at timestamptz not null default now());
            create table marks (id boolean primary key default true check (id), open boolean not null default true);
            insert into settings default values;
            insert into marks default values;
            create table page (id uuid primary key default gen_random_uuid(), title text not null);`,
    leaves: ['marks', 'settings'],
    holds: ['select page_size = 25 from settings', 'select count(*) = 1 from marks', 'select count(*) = 20 from page'],
  },
  {
    name: 'two sides of a bargain are two people, and who bought is who bought in the review as well',
    given: `create table profiles (id uuid primary key default gen_random_uuid(), full_name text, position text);
            create table orders (
              id uuid primary key default gen_random_uuid(), buyer_id uuid not null references profiles, seller_id uuid not null references profiles
            );
            create table reviews (
              id uuid primary key default gen_random_uuid(), order_id uuid not null references orders, buyer_id uuid not null references profiles, rating int
            );`,
    holds: [
      'select bool_and(buyer_id <> seller_id) from orders',
      'select bool_and(r.buyer_id = o.buyer_id) from reviews r join orders o on o.id = r.order_id',
      'select count(*) = 20 from reviews',
    ],
  },
  {
    name: 'rows that triggers make where nobody reads it: of some users, by a function, and under keys that do not lead back',
    given: `create table account (id uuid primary key default gen_random_uuid(), email text not null unique);
            create table person (id uuid primary key references account, name text not null, is_guest boolean not null default false);
            create table guest_card (id uuid primary key references account, color text, note text);
            create table role_cache (account_id uuid primary key references account, role text not null);
            create table keeping (id uuid primary key default gen_random_uuid(), account_id uuid not null references account, kind text not null check (kind in ('log', 'mail', 'file', 'event')), days int not null, unique (account_id, kind));
            create function keep_all(who uuid) returns void language plpgsql as $$ begin
              insert into keeping (account_id, kind, days) values (who, 'log', 30), (who, 'mail', 90);
            end $$;
            create function welcome() returns trigger language plpgsql as $$ begin
              if new.email like '%a%' then insert into guest_card (id) values (new.id); end if;
              perform keep_all(new.id);
              return new;
            end $$;
            create trigger welcome after insert on account for each row execute function welcome();
            create function remember() returns trigger language plpgsql as $$ begin
              insert into role_cache (account_id, role) select new.id, 'guest' on conflict (account_id) do update set role = excluded.role;
              return new;
            end $$;
            create trigger remember after insert on person for each row execute function remember();`,
    holds: [
      'select count(*) = 20 from person',
      'select count(*) = 20 from guest_card',
      'select count(*) = 20 from role_cache',
      'select count(*) >= 40 and count(*) filter (where days not in (30, 90)) > 0 from keeping',
    ],
  },
]
