/** A schema that behaves as MakerKit's first kit at its end (0.11): organizations, numbers for roles, no trigger anywhere. Over Supabase's base. */
export const MAKERKIT_V1 = `
create type subscription_status as enum ('active', 'trialing', 'past_due', 'canceled', 'unpaid', 'incomplete', 'incomplete_expired', 'paused');
create table users (
  id uuid primary key references auth.users on delete cascade,
  photo_url text check (length(photo_url) < 500),
  display_name text check (length(display_name) < 100),
  onboarded boolean not null,
  created_at timestamptz not null default now()
);
create table organizations (
  id bigint generated always as identity primary key,
  name text not null check (length(name) < 50),
  logo_url text check (length(logo_url) < 500),
  created_at timestamptz not null default now(),
  uuid uuid not null unique default gen_random_uuid()
);
create table memberships (
  id bigint generated always as identity primary key,
  user_id uuid references users on delete cascade,
  organization_id bigint not null references organizations on delete cascade,
  role int not null,
  invited_email text,
  code text,
  created_at timestamptz not null default now(),
  unique (user_id, organization_id)
);
create unique index unique_owner on memberships (organization_id, role) where role = 2;
create table subscriptions (
  id text primary key,
  price_id text not null,
  status subscription_status not null,
  cancel_at_period_end boolean not null,
  currency text, interval text, interval_count int,
  created_at timestamptz, period_starts_at timestamptz, period_ends_at timestamptz, trial_starts_at timestamptz, trial_ends_at timestamptz
);
create table organizations_subscriptions (
  organization_id bigint primary key references organizations on delete cascade,
  subscription_id text unique references subscriptions on delete set null,
  customer_id text not null unique
);
create function is_member(organization bigint) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from public.memberships where organization_id = organization and user_id = auth.uid())
$$;
alter table users enable row level security;
alter table organizations enable row level security;
alter table memberships enable row level security;
alter table subscriptions enable row level security;
alter table organizations_subscriptions enable row level security;
create policy own_row on users for select to authenticated using (id = (select auth.uid()));
create policy read_organizations on organizations for select to authenticated using (is_member(id));
create policy read_memberships on memberships for select to authenticated using (is_member(organization_id));
create policy read_customers on organizations_subscriptions for select to authenticated using (is_member(organization_id));
create policy read_subscriptions on subscriptions for select to authenticated using (
  exists (select from organizations_subscriptions o where o.subscription_id = subscriptions.id and is_member(o.organization_id))
);
create function assert_service_role() returns void language plpgsql as $$
begin
  if current_setting('role') <> 'service_role' then raise exception 'authentication required'; end if;
end $$;`
