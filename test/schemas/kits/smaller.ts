/** Kits without teams and others that are not MakerKit's, each as much as tells it. Over Supabase's base. */
export const MAKERKIT_LITE = `
create schema kit;
create table accounts (
  id uuid primary key default gen_random_uuid(), name varchar(255) not null, email varchar(320) unique, picture_url varchar(1000),
  public_data jsonb not null default '{}', created_at timestamptz, updated_at timestamptz,
  created_by uuid references auth.users, updated_by uuid references auth.users
);
create function kit.new_user_created_setup() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into public.accounts (id, name, picture_url, email)
  values (new.id, coalesce(new.raw_user_meta_data ->> 'name', split_part(new.email, '@', 1)), new.raw_user_meta_data ->> 'avatar_url', new.email);
  return new;
end $$;
create trigger on_auth_user_created after insert on auth.users for each row execute function kit.new_user_created_setup();`

export const MAKERKIT_V1_LITE = `
create table users (id uuid primary key references auth.users, photo_url text, display_name text, created_at timestamptz not null default now());
create type subscription_status as enum ('active', 'trialing', 'past_due', 'canceled', 'unpaid', 'incomplete', 'incomplete_expired', 'paused');
create table subscriptions (
  id text primary key, user_id uuid not null references users, price_id text not null, status subscription_status not null, cancel_at_period_end boolean not null,
  currency text, interval text, interval_count int,
  created_at timestamptz, period_starts_at timestamptz, period_ends_at timestamptz, trial_starts_at timestamptz, trial_ends_at timestamptz
);
create table customers_subscriptions (
  id bigint generated always as identity primary key, customer_id text not null unique, user_id uuid not null references users, subscription_id text unique references subscriptions
);
create function handle_new_user() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into public.users (id, display_name, photo_url)
  values (new.id, new.raw_user_meta_data ->> 'display_name', new.raw_user_meta_data ->> 'photo_url');
  return new;
end $$;
create trigger on_auth_user_created after insert on auth.users for each row execute function handle_new_user();`

export const BASEJUMP = `
create schema basejump;
create type basejump.account_role as enum ('owner', 'member');
create table basejump.accounts (
  id uuid primary key default gen_random_uuid(), primary_owner_user_id uuid not null references auth.users default auth.uid(),
  name text, slug text unique, personal_account boolean not null default false,
  updated_at timestamptz, created_at timestamptz, created_by uuid references auth.users, updated_by uuid references auth.users,
  private_metadata jsonb default '{}', public_metadata jsonb default '{}',
  constraint accounts_slug_null_if_personal_account_true check (personal_account = (slug is null))
);
create table basejump.account_user (
  user_id uuid not null references auth.users on delete cascade, account_id uuid not null references basejump.accounts on delete cascade,
  account_role basejump.account_role not null, primary key (user_id, account_id)
);
create function basejump.run_new_user_setup() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into basejump.accounts (id, name, primary_owner_user_id, personal_account) values (new.id, split_part(new.email, '@', 1), new.id, true);
  insert into basejump.account_user (account_id, user_id, account_role) values (new.id, new.id, 'owner');
  return new;
end $$;
create trigger on_auth_user_created after insert on auth.users for each row execute function basejump.run_new_user_setup();`
