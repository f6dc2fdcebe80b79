/** States of the Turbo kit's schema, oldest first. */
export const TURBO_EPOCHS = ['E1', 'E2', 'E3', 'E4', 'E5', 'E6a', 'E6'] as const
export type TurboEpoch = (typeof TURBO_EPOCHS)[number]

const TYPES = `
create schema kit;
create type app_permissions as enum ('roles.manage', 'billing.manage', 'settings.manage', 'members.manage', 'invites.manage');
create type subscription_status as enum ('active', 'trialing', 'past_due', 'canceled', 'unpaid', 'incomplete', 'incomplete_expired', 'paused');
create type payment_status as enum ('pending', 'succeeded', 'failed');
create type billing_provider as enum ('stripe', 'lemon-squeezy', 'paddle');
create type subscription_item_type as enum ('flat', 'per_seat', 'metered');
create type notification_channel as enum ('in_app', 'email');
create type notification_type as enum ('info', 'warning', 'error');`

const ACCOUNTS = `
create table config (
  enable_team_accounts boolean not null default true, enable_account_billing boolean not null default true,
  enable_team_account_billing boolean not null default true, billing_provider billing_provider not null default 'stripe'
);
insert into config default values;
create table accounts (
  id uuid not null primary key default gen_random_uuid(),
  primary_owner_user_id uuid not null references auth.users on delete cascade default auth.uid(),
  name varchar(255) not null,
  slug text unique,
  email varchar(320) unique,
  is_personal_account boolean not null default false,
  updated_at timestamptz, created_at timestamptz,
  created_by uuid references auth.users, updated_by uuid references auth.users,
  picture_url varchar(1000),
  public_data jsonb not null default '{}',
  constraint accounts_slug_null_if_personal_account_true check (is_personal_account = (slug is null))
);
create unique index unique_personal_account on accounts (primary_owner_user_id) where is_personal_account;
create policy accounts_read on accounts for select to authenticated using ((select auth.uid()) = primary_owner_user_id);

create function kit.setup_new_user() returns trigger language plpgsql security definer set search_path = '' as $$
declare called text := new.raw_user_meta_data ->> 'name';
begin
  if called is null then called := split_part(new.email, '@', 1); end if;
  insert into public.accounts (id, primary_owner_user_id, name, is_personal_account, picture_url, email)
  values (new.id, new.id, coalesce(called, ''), true, new.raw_user_meta_data ->> 'avatar_url', new.email);
  return new;
end $$;
create trigger on_auth_user_created after insert on auth.users for each row execute function kit.setup_new_user();

create function kit.handle_update_user_email() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update public.accounts set email = new.email where primary_owner_user_id = new.id and is_personal_account;
  return new;
end $$;
create trigger on_auth_user_updated after update of email on auth.users for each row execute function kit.handle_update_user_email();

create function kit.slugify(value text) returns text language sql immutable as $$
  select trim(both '-' from regexp_replace(lower(value), '[^a-z0-9]+', '-', 'g'))
$$;
create function kit.set_slug_from_account_name() returns trigger language plpgsql security definer set search_path = '' as $$
declare wanted text := kit.slugify(new.name); free text := wanted; tries int := 0;
begin
  while exists (select from public.accounts where slug = free) loop
    tries := tries + 1;
    free := wanted || ' ' || tries;
  end loop;
  new.slug := free;
  return new;
end $$;
create trigger set_slug_from_account_name before insert on accounts for each row
  when (new.name is not null and new.slug is null and not new.is_personal_account) execute function kit.set_slug_from_account_name();
create trigger update_slug_from_account_name before update on accounts for each row
  when (new.name is not null and new.name <> old.name and not new.is_personal_account) execute function kit.set_slug_from_account_name();

create function kit.protect_account_fields() returns trigger language plpgsql as $$
begin
  if current_user in ('authenticated', 'anon')
    and (new.id, new.is_personal_account, new.primary_owner_user_id, new.email) is distinct from (old.id, old.is_personal_account, old.primary_owner_user_id, old.email) then
    raise exception 'You do not have permission to update this field';
  end if;
  return new;
end $$;
create trigger protect_account_fields before update on accounts for each row execute function kit.protect_account_fields();`

const MEMBERS = `
create table roles (name varchar(50) primary key, hierarchy_level int not null unique check (hierarchy_level > 0));
insert into roles (name, hierarchy_level) values ('owner', 1), ('member', 2);
create table accounts_memberships (
  user_id uuid not null references auth.users on delete cascade,
  account_id uuid not null references accounts on delete cascade,
  account_role varchar(50) not null references roles (name),
  created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  created_by uuid references auth.users, updated_by uuid references auth.users,
  primary key (user_id, account_id)
);
create policy own_memberships on accounts_memberships for select to authenticated using ((select auth.uid()) = user_id);

create function kit.prevent_memberships_update() returns trigger language plpgsql as $$
begin
  if new.account_role <> old.account_role then return new; end if;
  raise exception 'Only the account_role can be updated';
end $$;
create trigger prevent_memberships_update_check before update on accounts_memberships for each row execute function kit.prevent_memberships_update();
create function kit.prevent_account_owner_membership_delete() returns trigger language plpgsql as $$
begin
  if exists (select from public.accounts where id = old.account_id and primary_owner_user_id = old.user_id) then
    raise exception 'The primary account owner cannot be removed from the account membership list';
  end if;
  return old;
end $$;
create trigger prevent_account_owner_membership_delete_check before delete on accounts_memberships
  for each row execute function kit.prevent_account_owner_membership_delete();

create table role_permissions (
  id bigint generated by default as identity primary key,
  role varchar(50) not null references roles (name),
  permission app_permissions not null,
  unique (role, permission)
);
insert into role_permissions (role, permission) select 'owner', unnest(enum_range(null::app_permissions));
insert into role_permissions (role, permission) values ('member', 'settings.manage'), ('member', 'invites.manage');

create table invitations (
  id serial primary key,
  email varchar(255) not null,
  account_id uuid not null references accounts on delete cascade,
  invited_by uuid not null references auth.users on delete cascade,
  role varchar(50) not null references roles (name),
  invite_token varchar(255) not null unique,
  created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '7 days',
  unique (email, account_id)
);
create function kit.check_team_account() returns trigger language plpgsql as $$
begin
  if (select is_personal_account from public.accounts where id = new.account_id) then
    raise exception 'Account must be an team account';
  end if;
  return new;
end $$;
create trigger only_team_accounts_check before insert or update on invitations for each row execute function kit.check_team_account();`

const BILLING = `
create table billing_customers (
  id serial primary key, account_id uuid not null references accounts on delete cascade, email text,
  provider billing_provider not null, customer_id text not null, unique (account_id, customer_id, provider)
);
create table subscriptions (
  id text primary key,
  account_id uuid not null references accounts on delete cascade,
  billing_customer_id int not null references billing_customers on delete cascade,
  status subscription_status not null, active boolean not null, billing_provider billing_provider not null,
  cancel_at_period_end boolean not null, currency varchar(3) not null,
  created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  period_starts_at timestamptz not null, period_ends_at timestamptz not null, trial_starts_at timestamptz, trial_ends_at timestamptz
);
create table subscription_items (
  id varchar(255) primary key,
  subscription_id text not null references subscriptions on delete cascade,
  product_id varchar(255) not null, variant_id varchar(255) not null, type subscription_item_type not null,
  price_amount numeric, quantity int not null default 1,
  interval varchar(255) not null, interval_count int not null check (interval_count > 0),
  created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  unique (subscription_id, product_id, variant_id)
);
create table orders (
  id text primary key,
  account_id uuid not null references accounts on delete cascade,
  billing_customer_id int not null references billing_customers on delete cascade,
  status payment_status not null, billing_provider billing_provider not null,
  total_amount numeric not null, currency varchar(3) not null,
  created_at timestamptz not null default now(), updated_at timestamptz not null default now()
);
create table order_items (
  id text primary key,
  order_id text not null references orders on delete cascade,
  product_id text not null, variant_id text not null, price_amount numeric, quantity int not null default 1,
  created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  unique (order_id, product_id, variant_id)
);`

const ROLES_OF_ACCOUNTS = `
alter table roles add account_id uuid references accounts on delete cascade;
create table account_roles (id serial primary key, account_id uuid not null references accounts on delete cascade, role_name varchar(50) not null references roles (name));
create function create_account(account_name text) returns uuid language sql as $$
  insert into public.accounts (name, is_personal_account) values (account_name, false) returning id
$$;`

const NOTIFICATIONS = `
create table notifications (
  id bigint generated always as identity primary key,
  account_id uuid not null references accounts on delete cascade,
  type notification_type not null default 'info',
  body varchar(5000) not null,
  link varchar(255),
  channel notification_channel not null default 'in_app',
  dismissed boolean not null default false,
  expires_at timestamptz default now() + interval '1 month',
  created_at timestamptz not null default now()
);
create function kit.update_notification_dismissed_status() returns trigger language plpgsql as $$
begin
  if row(old.id, old.account_id, old.type, old.body, old.link) is distinct from row(new.id, new.account_id, new.type, new.body, new.link) then
    raise exception 'UPDATE of columns other than "dismissed" is forbidden';
  end if;
  return new;
end $$;
create trigger update_notification_dismissed_status before update on notifications for each row execute function kit.update_notification_dismissed_status();`

/** The caller inserts the team, and is a member of it from then on. */
const TEAMS_BY_CALLER = `
create function kit.add_current_user_to_new_account() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.primary_owner_user_id = auth.uid() then
    insert into public.accounts_memberships (account_id, user_id, account_role)
    values (new.id, auth.uid(), (select name from public.roles order by hierarchy_level limit 1));
  end if;
  return new;
end $$;
create trigger add_current_user_to_new_account after insert on accounts for each row
  when (not new.is_personal_account) execute function kit.add_current_user_to_new_account();
create policy create_org_account on accounts for insert to authenticated with check (not is_personal_account);`

const TEAM_BY_ONE = `
create function create_team_account(account_name text) returns accounts language sql as $$
  insert into public.accounts (name, is_personal_account) values (account_name, false) returning *
$$;`

const TEAM_BY_SERVICE = `
create function create_team_account(account_name text, user_id uuid, account_slug text default null) returns accounts
language plpgsql security definer set search_path = '' as $$
declare made public.accounts;
begin
  insert into public.accounts (name, slug, is_personal_account, primary_owner_user_id)
  values (account_name, account_slug, false, user_id) returning * into made;
  insert into public.accounts_memberships (account_id, user_id, account_role) values (made.id, user_id, 'owner');
  return made;
end $$;`

const invitationsBy = (service: boolean): string =>
  `create function add_invitations_to_account(account_slug text, emails text[]${service ? ', invited_by uuid' : ''}) returns int language sql as 'select 0';
${service ? '' : 'create policy invitations_create_self on invitations for insert to authenticated with check (invited_by = (select auth.uid()));'}`

const NONCES = `
create table nonces (
  id uuid primary key default gen_random_uuid(), client_token text not null, nonce text not null,
  user_id uuid references auth.users on delete cascade, purpose text not null, expires_at timestamptz not null,
  created_at timestamptz not null default now(), used_at timestamptz, revoked boolean not null default false, revoked_reason text,
  verification_attempts int not null default 0, last_verification_at timestamptz, last_verification_ip inet, last_verification_user_agent text,
  metadata jsonb default '{}', scopes text[] default '{}'
);
create function is_aal2() returns boolean language sql stable as $$ select coalesce(auth.jwt() ->> 'aal', '') = 'aal2' $$;
create function is_super_admin() returns boolean language sql stable as $$
  select public.is_aal2() and coalesce(auth.jwt() -> 'app_metadata' ->> 'role', '') = 'super-admin'
$$;
create function is_mfa_compliant() returns boolean language sql stable security definer set search_path = '' as $$
  select public.is_aal2() or not exists (select from auth.mfa_factors where user_id = auth.uid() and status = 'verified')
$$;
create policy restrict_mfa_accounts on accounts as restrictive to authenticated using (public.is_mfa_compliant());
create policy super_admins_access_accounts on accounts for select to authenticated using (public.is_super_admin());`

const PROTECTION = `
do $$ declare one regclass; begin
  for one in select oid from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' loop
    execute format('alter table %s enable row level security', one);
  end loop;
end $$;`

const TRACKED = ['accounts', 'accounts_memberships']
const STAMPED = [...TRACKED, 'invitations', 'subscriptions', 'subscription_items', 'orders', 'order_items']

const BOOKKEEPING = `
create function kit.trigger_set_timestamps() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    new.created_at := now();
    new.updated_at := now();
  else
    new.updated_at := now();
    new.created_at := old.created_at;
  end if;
  return new;
end $$;
create function kit.trigger_set_user_tracking() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    new.created_by := auth.uid();
    new.updated_by := auth.uid();
  else
    new.updated_by := auth.uid();
    new.created_by := old.created_by;
  end if;
  return new;
end $$;
${STAMPED.map((table) => `create trigger ${table}_set_timestamps before insert or update on ${table} for each row execute function kit.trigger_set_timestamps();`).join('\n')}
${TRACKED.map((table) => `create trigger ${table}_set_user_tracking before insert or update on ${table} for each row execute function kit.trigger_set_user_tracking();`).join('\n')}`

/** A schema that behaves as the Turbo kit's did at that time: as much of it as detection and seeding need. Over Supabase's base. */
export function turbo(epoch: TurboEpoch): string {
  const from = (since: TurboEpoch): boolean => TURBO_EPOCHS.indexOf(epoch) >= TURBO_EPOCHS.indexOf(since)
  return [
    TYPES,
    ACCOUNTS,
    MEMBERS,
    BILLING,
    from('E2') ? NOTIFICATIONS : ROLES_OF_ACCOUNTS,
    ...(from('E3') ? [NONCES] : []),
    ...(from('E4') ? [BOOKKEEPING] : []),
    ...(from('E5') ? ['create index idx_nonces_verify_lookup on nonces (client_token, purpose, expires_at);'] : []),
    ...(from('E6') ? [TEAM_BY_SERVICE] : [TEAMS_BY_CALLER, ...(from('E2') ? [TEAM_BY_ONE] : [])]),
    invitationsBy(from('E6a')),
    PROTECTION,
  ].join('\n')
}
