/** A trigger that makes profiles, a nullable cycle, a deferrable one, one that goes in by statements, serial keys, a join table, and wide rows in several chunks. */
export const SCHEMA = `
create table accounts (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  email text not null unique,
  created_at timestamptz not null default now()
);
create table profiles (
  id uuid primary key references accounts on delete cascade,
  display_name text,
  bio text
);
create function make_profile() returns trigger language plpgsql as $$
begin
  insert into public.profiles (id, display_name) values (new.id, new.name);
  return new;
end $$;
create trigger accounts_profile after insert on accounts for each row execute function make_profile();
create table teams (
  id bigserial primary key,
  name text not null,
  lead_id uuid,
  created_at timestamptz not null default now()
);
create table employees (
  id uuid primary key default gen_random_uuid(),
  team_id bigint not null references teams,
  account_id uuid references accounts,
  full_name text not null,
  salary numeric(10, 2) not null
);
alter table teams add constraint teams_lead_id_fkey foreign key (lead_id) references employees;
create table memberships (
  account_id uuid not null references accounts,
  team_id bigint not null references teams,
  role text not null check (role in ('member', 'admin')),
  primary key (account_id, team_id)
);
create table orders (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references accounts,
  first_line_id uuid not null,
  note text
);
create table lines (
  id uuid primary key default gen_random_uuid(),
  order_id uuid not null references orders,
  quantity int not null check (quantity > 0)
);
alter table orders add constraint orders_first_line_fkey foreign key (first_line_id) references lines deferrable initially deferred;
create table rooms (id uuid primary key, name text not null, main_door_id uuid not null);
create table doors (id uuid primary key, room_id uuid not null references rooms, width int not null);
alter table rooms add constraint rooms_main_door_fkey foreign key (main_door_id) references doors;
create table pages (
  id bigserial primary key,
  employee_id uuid not null references employees,
  slug text not null unique,
  title text not null,
  body text not null,
  content text not null,
  html text,
  markdown text,
  tags text[] not null default '{}'
);
create index on pages (employee_id);
`

/** Rows enough for several chunks of pages (wide) and of rooms (five hundred each). */
export const COUNTS = {
  accounts: { count: 1500 },
  teams: { count: 600 },
  employees: { count: 1500 },
  memberships: { count: 2500 },
  orders: { count: 1200 },
  lines: { count: 2400 },
  rooms: { count: 1500 },
  doors: { count: 3000 },
  pages: { count: 9000 },
  profiles: { count: 1500 },
}
