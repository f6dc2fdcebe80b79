/** Reference rows with invented keys, users with profiles by trigger, cycles that are deferrable and not, serials, a self reference, odd names. */
export const SHOP = `
create type public.mood as enum ('calm', 'it''s fine');
create table public.plans (id uuid primary key default gen_random_uuid(), slug text not null unique, name text not null);
insert into public.plans (slug, name) values ('free', 'Free'), ('o''pro', 'Pro');
create table public.profiles (
  id uuid primary key references auth.users on delete cascade, email text not null, full_name text, plan_id uuid references public.plans
);
create function public.handle_new_user() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into public.profiles (id, email) values (new.id, new.email);
  return new;
end $$;
create trigger on_auth_user_created after insert on auth.users for each row execute function public.handle_new_user();
create table public.teams (
  id bigint generated always as identity primary key, name text not null, plan_id uuid not null references public.plans,
  captain_id bigint not null, mood public.mood not null, notes jsonb not null default '{}'
);
create table public.players (
  id bigint generated always as identity primary key, team_id bigint not null references public.teams, name text not null
);
alter table public.teams add foreign key (captain_id) references public.players deferrable initially immediate;
create table public.heads (id serial primary key, first_tail int not null, label text not null);
create table public.tails (id serial primary key, head_id int not null references public.heads, payload bytea not null);
alter table public.heads add foreign key (first_tail) references public.tails;
create table public."Odd ""Table""" (
  "Key" uuid primary key, "a\\b" text not null, "when" timestamptz not null, span int4range not null, tags text[] not null,
  parent uuid references public."Odd ""Table"""
);
create table public.stamps (id serial primary key, at timestamptz not null default now());
create materialized view public.player_counts as select team_id, count(*) from public.players group by 1;
`

/** What the database invents: keys of reference rows (and what leads to them). */
export const INVENTED: readonly string[] = ['plans.id', 'profiles.plan_id', 'teams.plan_id']
