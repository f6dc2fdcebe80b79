-- How teams come about and how people join them.

create table public.invitations (
  id serial primary key,
  email varchar(255) not null,
  account_id uuid not null references public.accounts (id) on delete cascade,
  invited_by uuid not null references auth.users (id) on delete cascade,
  role varchar(50) not null references public.roles (name),
  invite_token varchar(255) not null unique,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '7 days',
  unique (email, account_id)
);

create index invitations_account_id_idx on public.invitations (account_id);

alter table public.invitations enable row level security;
revoke all on public.invitations from anon, authenticated, service_role;
grant select, insert, update, delete on public.invitations to authenticated, service_role;
revoke all on sequence public.invitations_id_seq from anon;
grant usage on sequence public.invitations_id_seq to authenticated, service_role;

create trigger invitations_set_timestamps
  before insert or update on public.invitations
  for each row execute function public.trigger_set_timestamps();

-- Nobody is invited into somebody's personal account.
create function kit.check_team_account()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if (select is_personal_account from public.accounts where id = new.account_id) then
    raise exception 'Account must be an team account';
  end if;

  return new;
end
$$;

create trigger only_team_accounts_check
  before insert or update on public.invitations
  for each row execute function kit.check_team_account();

create policy invitations_read on public.invitations
  for select to authenticated
  using (public.has_role_on_account(account_id));

create policy invitations_update on public.invitations
  for update to authenticated
  using (public.has_permission((select auth.uid()), account_id, 'invites.manage'))
  with check (
    public.has_permission((select auth.uid()), account_id, 'invites.manage')
    and public.has_more_elevated_role((select auth.uid()), account_id, role)
  );

create policy invitations_delete on public.invitations
  for delete to authenticated
  using (public.has_permission((select auth.uid()), account_id, 'invites.manage'));

-- Called by the server on behalf of a user: the account and the membership of its owner in one go.
create function public.create_team_account(account_name text, user_id uuid, account_slug text default null)
returns public.accounts
language plpgsql
security definer
set search_path = ''
as $$
declare
  team public.accounts;
begin
  if not public.is_set('enable_team_accounts') then
    raise exception 'Team accounts are not enabled';
  end if;

  insert into public.accounts (name, slug, primary_owner_user_id, is_personal_account)
  values (account_name, account_slug, user_id, false)
  returning * into team;

  insert into public.accounts_memberships (account_id, user_id, account_role)
  values (team.id, user_id, public.get_upper_system_role());

  return team;
end
$$;

create function public.add_invitations_to_account(
  account_slug text,
  invitations public.invitation[],
  invited_by uuid
)
returns public.invitations[]
language plpgsql
security definer
set search_path = ''
as $$
declare
  added public.invitations[];
begin
  with made as (
    insert into public.invitations (email, account_id, invited_by, role, invite_token)
    select
      wanted.email,
      team.id,
      add_invitations_to_account.invited_by,
      wanted.role,
      replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '')
    from unnest(add_invitations_to_account.invitations) as wanted
    join public.accounts team on team.slug = account_slug
    returning *
  )
  select array_agg(made) into added from made;

  return coalesce(added, '{}');
end
$$;

create function public.accept_invitation(token text, user_id uuid)
returns uuid
language plpgsql
security definer
set search_path = ''
as $$
declare
  accepted public.invitations;
begin
  delete from public.invitations waiting
  where waiting.invite_token = token and waiting.expires_at > now()
  returning * into accepted;

  if accepted.id is null then
    raise exception 'Invalid or expired invitation token';
  end if;

  insert into public.accounts_memberships (user_id, account_id, account_role)
  values (accept_invitation.user_id, accepted.account_id, accepted.role);

  return accepted.account_id;
end
$$;

create function public.transfer_team_account_ownership(target_account_id uuid, new_owner_id uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  if not exists (
    select from public.accounts_memberships member
    where member.account_id = target_account_id and member.user_id = new_owner_id
  ) then
    raise exception 'The new owner must be a member of the account';
  end if;

  update public.accounts
  set primary_owner_user_id = new_owner_id
  where id = target_account_id and not is_personal_account;

  update public.accounts_memberships
  set account_role = public.get_upper_system_role()
  where account_id = target_account_id
    and user_id = new_owner_id
    and account_role <> public.get_upper_system_role();
end
$$;

-- All four are for the server, which has looked at who is asking.
grant execute on function
  public.create_team_account(text, uuid, text),
  public.add_invitations_to_account(text, public.invitation[], uuid),
  public.accept_invitation(text, uuid),
  public.transfer_team_account_ownership(uuid, uuid)
  to service_role;

create function public.get_account_members(account_slug text)
returns table (
  id uuid,
  user_id uuid,
  account_id uuid,
  role varchar(50),
  role_hierarchy_level integer,
  primary_owner_user_id uuid,
  name varchar,
  email varchar,
  picture_url varchar,
  created_at timestamptz,
  updated_at timestamptz
)
language sql
stable
set search_path = ''
as $$
  select
    person.id,
    member.user_id,
    member.account_id,
    member.account_role,
    ranked.hierarchy_level,
    team.primary_owner_user_id,
    person.name,
    person.email,
    person.picture_url,
    member.created_at,
    member.updated_at
  from public.accounts team
  join public.accounts_memberships member on member.account_id = team.id
  join public.accounts person on person.id = member.user_id
  join public.roles ranked on ranked.name = member.account_role
  where team.slug = account_slug
$$;

grant execute on function public.get_account_members(text) to authenticated, service_role;
