-- What the application reads at every start, the bucket for pictures of accounts, and the rows that nothing works without.

create view public.user_account_workspace with (security_invoker = true) as
select
  own.id,
  own.name,
  own.picture_url,
  (
    select billed.status
    from public.subscriptions billed
    where billed.account_id = own.id
    order by billed.period_ends_at desc
    limit 1
  ) as subscription_status
from public.accounts own
where own.primary_owner_user_id = (select auth.uid()) and own.is_personal_account;

create view public.user_accounts with (security_invoker = true) as
select team.id, team.name, team.picture_url, team.slug, member.account_role as role
from public.accounts team
join public.accounts_memberships member on member.account_id = team.id
where member.user_id = (select auth.uid()) and not team.is_personal_account;

revoke all on public.user_account_workspace, public.user_accounts from anon;
grant select on public.user_account_workspace, public.user_accounts to authenticated, service_role;

create function public.team_account_workspace(account_slug text)
returns table (
  id uuid,
  name varchar,
  picture_url varchar,
  slug text,
  role varchar(50),
  role_hierarchy_level integer,
  primary_owner_user_id uuid,
  permissions public.app_permissions[]
)
language sql
stable
set search_path = ''
as $$
  select
    team.id,
    team.name,
    team.picture_url,
    team.slug,
    member.account_role,
    ranked.hierarchy_level,
    team.primary_owner_user_id,
    array(select granted.permission from public.role_permissions granted where granted.role = member.account_role)
  from public.accounts team
  join public.accounts_memberships member on member.account_id = team.id
  join public.roles ranked on ranked.name = member.account_role
  where team.slug = account_slug and member.user_id = auth.uid()
$$;

grant execute on function public.team_account_workspace(text) to authenticated, service_role;

insert into storage.buckets (id, name, public)
values ('account_image', 'account_image', true)
on conflict (id) do nothing;

-- The name of a file, without its ending, is the id of the account.
create function kit.account_of_file(name text)
returns uuid
language sql
immutable
set search_path = ''
as $$
  select case
    when split_part(name, '.', 1) ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then split_part(name, '.', 1)::uuid
  end
$$;

grant execute on function kit.account_of_file(text) to authenticated, service_role;

create policy account_image on storage.objects
  for all to authenticated
  using (
    bucket_id = 'account_image'
    and (
      kit.account_of_file(name) = (select auth.uid())
      or public.has_role_on_account(kit.account_of_file(name))
    )
  )
  with check (
    bucket_id = 'account_image'
    and (
      kit.account_of_file(name) = (select auth.uid())
      or public.has_permission((select auth.uid()), kit.account_of_file(name), 'settings.manage')
    )
  );

insert into public.config (enable_team_accounts, enable_account_billing, enable_team_account_billing, billing_provider)
values (true, true, true, 'stripe');

insert into public.roles (name, hierarchy_level)
values ('owner', 1), ('member', 2);

insert into public.role_permissions (role, permission)
values
  ('owner', 'roles.manage'),
  ('owner', 'billing.manage'),
  ('owner', 'settings.manage'),
  ('owner', 'members.manage'),
  ('owner', 'invites.manage'),
  ('member', 'settings.manage'),
  ('member', 'invites.manage');
