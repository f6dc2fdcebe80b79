-- Extensions, the private schema, what is granted by default, and the types of the account model.

create extension if not exists "uuid-ossp" with schema extensions;
create extension if not exists btree_gist with schema extensions;

-- kit holds what only the database itself calls: trigger functions and their helpers.
create schema if not exists kit;
create extension if not exists unaccent with schema kit;

-- From here on a function is called by those it is granted to, and by nobody else.
alter default privileges revoke execute on functions from public;
alter default privileges in schema public revoke execute on functions from anon, authenticated;

-- Nobody sees anything of the application without a session; rights are given table by table.
revoke all on schema public from public, anon;
revoke all on all tables in schema public from anon;
revoke all on all sequences in schema public from anon;
revoke all on all functions in schema public from anon;

grant usage on schema public to authenticated, service_role;
grant usage on schema kit to authenticated, service_role;
grant execute on all functions in schema kit to authenticated, service_role;

create type public.app_permissions as enum (
  'roles.manage',
  'billing.manage',
  'settings.manage',
  'members.manage',
  'invites.manage'
);

create type public.subscription_status as enum (
  'active',
  'trialing',
  'past_due',
  'canceled',
  'unpaid',
  'incomplete',
  'incomplete_expired',
  'paused'
);

create type public.payment_status as enum ('pending', 'succeeded', 'failed');
create type public.billing_provider as enum ('stripe', 'lemon-squeezy', 'paddle');
create type public.subscription_item_type as enum ('flat', 'per_seat', 'metered');
create type public.notification_channel as enum ('in_app', 'email');
create type public.notification_type as enum ('info', 'warning', 'error');

-- One entry of the list that add_invitations_to_account takes.
create type public.invitation as (email text, role varchar(50));

-- Timestamps of the account model belong to the database: what the client sends is overwritten.
create function public.trigger_set_timestamps()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if tg_op = 'INSERT' then
    new.created_at := now();
  else
    new.created_at := old.created_at;
  end if;

  new.updated_at := now();

  return new;
end
$$;

-- So does who made a row and who touched it last. Without a session (jobs, imports) both are null.
create function public.trigger_set_user_tracking()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if tg_op = 'INSERT' then
    new.created_by := auth.uid();
  else
    new.created_by := old.created_by;
  end if;

  new.updated_by := auth.uid();

  return new;
end
$$;
