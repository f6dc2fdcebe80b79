-- What is switched on, and the accounts: a personal one for every user, made by a trigger, and team accounts.

create table public.config (
  enable_team_accounts boolean not null default true,
  enable_account_billing boolean not null default true,
  enable_team_account_billing boolean not null default true,
  billing_provider public.billing_provider not null default 'stripe'
);

comment on table public.config is 'Switches of the whole application; exactly one row';

alter table public.config enable row level security;
revoke all on public.config from anon, authenticated, service_role;
grant select on public.config to authenticated, service_role;

create policy config_read on public.config
  for select to authenticated
  using (true);

create function public.get_config()
returns public.config
language sql
stable
set search_path = ''
as $$
  select * from public.config limit 1
$$;

-- Whether a switch is on, by the name of its column.
create function public.is_set(field_name text)
returns boolean
language sql
stable
set search_path = ''
as $$
  select coalesce((to_jsonb(settings) ->> field_name)::boolean, false) from public.config settings limit 1
$$;

grant execute on function public.get_config(), public.is_set(text) to authenticated, service_role;

create table public.accounts (
  id uuid primary key default extensions.uuid_generate_v4(),
  primary_owner_user_id uuid not null default auth.uid() references auth.users (id) on delete cascade,
  name varchar(255) not null,
  slug text unique,
  email varchar(320) unique,
  is_personal_account boolean not null default false,
  updated_at timestamptz,
  created_at timestamptz,
  created_by uuid references auth.users (id),
  updated_by uuid references auth.users (id),
  picture_url varchar(1000),
  public_data jsonb not null default '{}',
  constraint accounts_slug_null_if_personal_account_true check (is_personal_account = (slug is null))
);

comment on table public.accounts is 'Personal accounts (id = user id) and team accounts';
comment on column public.accounts.slug is 'Part of the URL of a team account; personal accounts have none';

create unique index unique_personal_account
  on public.accounts (primary_owner_user_id)
  where is_personal_account;

create index accounts_created_by_idx on public.accounts (created_by);
create index accounts_updated_by_idx on public.accounts (updated_by);

alter table public.accounts enable row level security;
revoke all on public.accounts from anon, authenticated, service_role;
grant select, insert, update, delete on public.accounts to authenticated, service_role;

create trigger accounts_set_timestamps
  before insert or update on public.accounts
  for each row execute function public.trigger_set_timestamps();

create trigger accounts_set_user_tracking
  before insert or update on public.accounts
  for each row execute function public.trigger_set_user_tracking();

-- What identifies an account is changed by the database, never by its users.
create function kit.protect_account_fields()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if current_user not in ('authenticated', 'anon') then
    return new;
  end if;

  if (new.id, new.is_personal_account, new.primary_owner_user_id, new.email)
    is distinct from (old.id, old.is_personal_account, old.primary_owner_user_id, old.email)
  then
    raise exception 'You do not have permission to update this field';
  end if;

  return new;
end
$$;

create trigger protect_account_fields
  before update on public.accounts
  for each row execute function kit.protect_account_fields();

-- 'Crème Brûlée & Sons' → 'creme-brulee-sons'
create function kit.slugify(value text)
returns text
language sql
stable
set search_path = ''
as $$
  select trim(both '-' from regexp_replace(lower(kit.unaccent(value)), '[^a-z0-9_]+', '-', 'g'))
$$;

grant execute on function kit.slugify(text) to authenticated, service_role;

-- A team gets the slug of its name, or of its name and the first number that is free.
create function kit.set_slug_from_account_name()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  candidate text := kit.slugify(new.name);
  attempt integer := 0;
begin
  while exists (select from public.accounts taken where taken.slug = candidate and taken.id <> new.id) loop
    attempt := attempt + 1;
    candidate := kit.slugify(new.name || ' ' || attempt);
  end loop;

  new.slug := candidate;

  return new;
end
$$;

create trigger set_slug_from_account_name
  before insert on public.accounts
  for each row
  when (new.name is not null and new.slug is null and not new.is_personal_account)
  execute function kit.set_slug_from_account_name();

create trigger update_slug_from_account_name
  before update on public.accounts
  for each row
  when (new.name <> old.name and not new.is_personal_account)
  execute function kit.set_slug_from_account_name();

-- Everyone who signs up owns a personal account with the id of the user.
create function kit.setup_new_user()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  display_name text := coalesce(new.raw_user_meta_data ->> 'name', split_part(new.email, '@', 1), '');
begin
  insert into public.accounts (id, primary_owner_user_id, name, is_personal_account, picture_url, email)
  values (new.id, new.id, display_name, true, new.raw_user_meta_data ->> 'avatar_url', new.email);

  return new;
end
$$;

create trigger on_auth_user_created
  after insert on auth.users
  for each row execute function kit.setup_new_user();

create function kit.handle_update_user_email()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  update public.accounts
  set email = new.email
  where primary_owner_user_id = new.id and is_personal_account;

  return new;
end
$$;

create trigger on_auth_user_updated
  after update of email on auth.users
  for each row execute function kit.handle_update_user_email();

create function public.is_account_owner(account_id uuid)
returns boolean
language sql
stable
security definer
set search_path = ''
as $$
  select exists (
    select from public.accounts owned
    where owned.id = is_account_owner.account_id and owned.primary_owner_user_id = auth.uid()
  )
$$;

grant execute on function public.is_account_owner(uuid) to authenticated, service_role;
