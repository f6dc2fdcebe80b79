-- Messages to the members of an account, and one-time tokens.

create table public.notifications (
  id bigint primary key generated always as identity,
  account_id uuid not null references public.accounts (id) on delete cascade,
  type public.notification_type not null default 'info',
  body varchar(5000) not null,
  link varchar(255),
  channel public.notification_channel not null default 'in_app',
  dismissed boolean not null default false,
  expires_at timestamptz default now() + interval '1 month',
  created_at timestamptz not null default now()
);

create index notifications_account_dismissed_idx on public.notifications (account_id, dismissed, expires_at);

alter table public.notifications enable row level security;
revoke all on public.notifications from anon, authenticated, service_role;
grant select, update on public.notifications to authenticated;
grant select, insert, update on public.notifications to service_role;

create policy notifications_read on public.notifications
  for select to authenticated
  using (account_id = (select auth.uid()) or public.has_role_on_account(account_id));

create policy notifications_update on public.notifications
  for update to authenticated
  using (account_id = (select auth.uid()) or public.has_role_on_account(account_id));

create function kit.update_notification_dismissed_status()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  old.dismissed := new.dismissed;

  if new is distinct from old then
    raise exception 'UPDATE of columns other than "dismissed" is forbidden';
  end if;

  return old;
end
$$;

create trigger update_notification_dismissed_status
  before update on public.notifications
  for each row execute function kit.update_notification_dismissed_status();

alter publication supabase_realtime add table public.notifications;

create table public.nonces (
  id uuid primary key default gen_random_uuid(),
  client_token text not null,
  nonce text not null,
  user_id uuid references auth.users (id) on delete cascade,
  purpose text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  used_at timestamptz,
  revoked boolean not null default false,
  revoked_reason text,
  verification_attempts integer not null default 0,
  last_verification_at timestamptz,
  last_verification_ip inet,
  last_verification_user_agent text,
  metadata jsonb default '{}',
  scopes text[] default '{}'
);

create index idx_nonces_status
  on public.nonces (client_token, user_id, purpose, expires_at)
  where used_at is null and not revoked;

create index idx_nonces_verify_lookup
  on public.nonces (purpose, user_id, expires_at desc)
  where used_at is null and not revoked;

alter table public.nonces enable row level security;

create policy nonces_read_own on public.nonces
  for select to authenticated
  using (user_id = (select auth.uid()));

create function kit.cleanup_expired_nonces(keep interval default interval '7 days')
returns integer
language sql
set search_path = ''
as $$
  with gone as (
    delete from public.nonces stale
    where stale.expires_at < now() - keep or stale.used_at < now() - keep
    returning 1
  )
  select count(*)::integer from gone
$$;
