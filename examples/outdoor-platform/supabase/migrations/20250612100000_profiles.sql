-- The public face of a person, and the vocabulary that the whole platform shares.

create type public.outdoor_category as enum ('overlanding', 'van-life', 'car-camping', 'backpacking', 'ultralight');

-- Times that a client may give (imports keep theirs); only the last change is always ours.
create function kit.touch_updated_at()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  new.updated_at := now();

  return new;
end
$$;

create table public.profiles (
  id uuid primary key references auth.users (id) on delete cascade,
  username text not null unique,
  bio text,
  picture_url varchar(1000),
  cover_image_url text,
  username_edit_count integer not null default 0,
  public_data jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  created_by uuid references auth.users (id) on delete set null,
  updated_by uuid references auth.users (id) on delete set null,
  constraint profiles_username_length check (char_length(username) between 3 and 40),
  constraint profiles_username_lower check (username = lower(username)),
  constraint profiles_bio_length check (char_length(bio) <= 600),
  constraint profiles_username_edit_count_positive check (username_edit_count >= 0)
);

comment on table public.profiles is 'One for each personal account that has been set up';

alter table public.profiles enable row level security;
revoke all on public.profiles from anon, authenticated, service_role;
grant select, insert, update on public.profiles to authenticated;
grant select, insert, update, delete on public.profiles to service_role;

-- The id is that of a user and of the personal account at once; a team has no profile.
create function public.validate_personal_account_profile()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if not exists (
    select from public.accounts own
    where own.id = new.id and own.is_personal_account
  ) then
    raise exception 'Profiles can only be created for personal accounts';
  end if;

  return new;
end
$$;

create trigger validate_profile_account
  before insert on public.profiles
  for each row execute function public.validate_personal_account_profile();

create function kit.count_username_edits()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  new.username_edit_count := old.username_edit_count + 1;

  return new;
end
$$;

create trigger profiles_count_username_edits
  before update on public.profiles
  for each row
  when (new.username <> old.username)
  execute function kit.count_username_edits();

create trigger profiles_touch_updated_at
  before update on public.profiles
  for each row execute function kit.touch_updated_at();

create trigger profiles_set_user_tracking
  before insert or update on public.profiles
  for each row execute function public.trigger_set_user_tracking();

create policy profiles_read on public.profiles
  for select to authenticated
  using (true);

create policy profiles_insert on public.profiles
  for insert to authenticated
  with check (id = (select auth.uid()));

create policy profiles_update on public.profiles
  for update to authenticated
  using (id = (select auth.uid()))
  with check (id = (select auth.uid()));
