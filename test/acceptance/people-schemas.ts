/** Profiles by trigger, as Supabase's own starters have them. */
export const STARTER = `
  create table profiles (
    id uuid not null primary key references auth.users on delete cascade,
    updated_at timestamptz,
    username text unique check (char_length(username) >= 3),
    full_name text,
    avatar_url text,
    website text
  );
  alter table profiles enable row level security;
  create policy own on profiles to authenticated using ((select auth.uid()) = id);
  create function handle_new_user() returns trigger language plpgsql security definer set search_path = '' as $$
  begin
    insert into public.profiles (id, full_name, avatar_url)
    values (new.id, new.raw_user_meta_data ->> 'full_name', new.raw_user_meta_data ->> 'avatar_url');
    return new;
  end $$;
  create trigger on_auth_user_created after insert on auth.users for each row execute procedure handle_new_user();
  create table posts (
    id bigint generated always as identity primary key,
    user_id uuid not null references profiles on delete cascade,
    slug text not null unique,
    title text not null,
    body text,
    created_at timestamptz default now()
  );`

/** Personal and team accounts in one table, the personal ones by trigger, memberships that guard the owner: the shape of MakerKit's Turbo kits. */
export const TEAMS = `
  create schema kit;
  create table roles (name varchar(50) primary key, hierarchy_level int not null unique check (hierarchy_level > 0));
  insert into roles values ('owner', 1), ('member', 2);
  create table accounts (
    id uuid not null primary key default gen_random_uuid(),
    primary_owner_user_id uuid not null references auth.users on delete cascade default auth.uid(),
    name varchar(255) not null,
    slug text unique,
    email varchar(320) unique,
    is_personal_account boolean not null default false,
    created_at timestamptz,
    picture_url varchar(1000),
    public_data jsonb not null default '{}',
    constraint slug_null_if_personal check (
      (is_personal_account = true and slug is null) or (is_personal_account = false and slug is not null)
    )
  );
  create unique index one_personal_account on accounts (primary_owner_user_id) where is_personal_account = true;
  create function kit.setup_new_user() returns trigger language plpgsql security definer set search_path = '' as $$
  declare user_name text;
  begin
    if new.raw_user_meta_data ->> 'name' is not null then user_name := new.raw_user_meta_data ->> 'name'; end if;
    if user_name is null and new.email is not null then user_name := split_part(new.email, '@', 1); end if;
    insert into public.accounts (id, primary_owner_user_id, name, is_personal_account, email)
    values (new.id, new.id, coalesce(user_name, ''), true, new.email);
    return new;
  end $$;
  create trigger on_auth_user_created after insert on auth.users for each row execute procedure kit.setup_new_user();
  create function kit.set_timestamps() returns trigger language plpgsql as $$
  begin
    if tg_op = 'INSERT' then new.created_at := now(); else new.created_at := old.created_at; end if;
    return new;
  end $$;
  create trigger set_timestamps before insert or update on accounts for each row execute function kit.set_timestamps();
  create table accounts_memberships (
    user_id uuid not null references auth.users on delete cascade,
    account_id uuid not null references accounts on delete cascade,
    account_role varchar(50) not null references roles (name),
    created_at timestamptz not null default now(),
    primary key (user_id, account_id)
  );
  create function kit.keep_owner() returns trigger language plpgsql as $$
  begin
    if exists (select from public.accounts where id = old.account_id and primary_owner_user_id = old.user_id) then
      raise exception 'The primary account owner cannot be removed from the account membership list';
    end if;
    return old;
  end $$;
  create trigger keep_owner before delete on accounts_memberships for each row execute function kit.keep_owner();
  create table invitations (
    id serial primary key,
    email varchar(255) not null,
    account_id uuid not null references accounts on delete cascade,
    invited_by uuid not null references auth.users on delete cascade,
    role varchar(50) not null references roles (name),
    invite_token varchar(255) not null unique,
    unique (email, account_id)
  );
  create function kit.check_team_account() returns trigger language plpgsql as $$
  begin
    if (select is_personal_account from public.accounts where id = new.account_id) then
      raise exception 'Account must be a team account';
    end if;
    return new;
  end $$;
  create trigger only_team_accounts before insert or update on invitations for each row execute function kit.check_team_account();
  create table notes (id serial primary key, account_id uuid not null references accounts on delete cascade, title text not null);`
