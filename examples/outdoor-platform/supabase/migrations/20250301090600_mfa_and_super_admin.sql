-- Who has a second factor must have used it; super admins who have, see every account.

create function public.is_aal2()
returns boolean
language sql
stable
set search_path = ''
as $$
  select coalesce(auth.jwt() ->> 'aal' = 'aal2', false)
$$;

create function public.is_super_admin()
returns boolean
language sql
stable
set search_path = ''
as $$
  select public.is_aal2() and coalesce(auth.jwt() -> 'app_metadata' ->> 'role' = 'super-admin', false)
$$;

create function public.is_mfa_compliant()
returns boolean
language sql
stable
security definer
set search_path = ''
as $$
  select public.is_aal2()
    or not exists (
      select from auth.mfa_factors factor
      where factor.user_id = auth.uid() and factor.status = 'verified'
    )
$$;

grant execute on function public.is_aal2(), public.is_super_admin(), public.is_mfa_compliant()
  to authenticated, service_role;

create policy restrict_mfa_accounts on public.accounts
  as restrictive to authenticated using ((select public.is_mfa_compliant()));
create policy restrict_mfa_accounts_memberships on public.accounts_memberships
  as restrictive to authenticated using ((select public.is_mfa_compliant()));
create policy restrict_mfa_role_permissions on public.role_permissions
  as restrictive to authenticated using ((select public.is_mfa_compliant()));
create policy restrict_mfa_invitations on public.invitations
  as restrictive to authenticated using ((select public.is_mfa_compliant()));
create policy restrict_mfa_subscriptions on public.subscriptions
  as restrictive to authenticated using ((select public.is_mfa_compliant()));
create policy restrict_mfa_subscription_items on public.subscription_items
  as restrictive to authenticated using ((select public.is_mfa_compliant()));
create policy restrict_mfa_orders on public.orders
  as restrictive to authenticated using ((select public.is_mfa_compliant()));
create policy restrict_mfa_order_items on public.order_items
  as restrictive to authenticated using ((select public.is_mfa_compliant()));
create policy restrict_mfa_notifications on public.notifications
  as restrictive to authenticated using ((select public.is_mfa_compliant()));

create policy super_admins_access_accounts on public.accounts
  for select to authenticated using ((select public.is_super_admin()));
create policy super_admins_access_accounts_memberships on public.accounts_memberships
  for select to authenticated using ((select public.is_super_admin()));
create policy super_admins_access_role_permissions on public.role_permissions
  for select to authenticated using ((select public.is_super_admin()));
create policy super_admins_access_invitations on public.invitations
  for select to authenticated using ((select public.is_super_admin()));
create policy super_admins_access_subscriptions on public.subscriptions
  for select to authenticated using ((select public.is_super_admin()));
create policy super_admins_access_subscription_items on public.subscription_items
  for select to authenticated using ((select public.is_super_admin()));
create policy super_admins_access_orders on public.orders
  for select to authenticated using ((select public.is_super_admin()));
create policy super_admins_access_order_items on public.order_items
  for select to authenticated using ((select public.is_super_admin()));
