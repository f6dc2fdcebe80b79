-- The schema `public` with its grants, the schema `extensions`, and what makes names without a schema be found.

grant usage on schema public to postgres, anon, authenticated, service_role;

-- What the app creates in `public` can be reached through the APIs, and row-level security says which rows: so a local stack has been for
-- years, and so migrations expect it. Those that want less revoke it (MakerKit does), which works either way. Since 2026 hosted projects
-- begin without these grants; migrations written for them grant what they need, which does no harm here.
-- Default privileges belong to the role that creates: the one that lays the base and will apply the migrations, and the usual owners.
do $$
declare
  creator name;
  kind text;
begin
  for creator in
    select current_user
    union
    select rolname from pg_catalog.pg_roles where rolname in ('postgres', 'supabase_admin')
  loop
    foreach kind in array array['tables', 'sequences', 'functions'] loop
      execute format(
        'alter default privileges for role %I in schema public grant all on %s to postgres, anon, authenticated, service_role',
        creator, kind
      );
    end loop;
  end loop;
end
$$;

create schema extensions;
comment on schema extensions is 'Where Supabase keeps the functions of extensions';
grant usage on schema extensions to postgres, anon, authenticated, service_role;
grant all on schema extensions to postgres, dashboard_user;

create extension pgcrypto with schema extensions;
create extension "uuid-ossp" with schema extensions;

-- So that `uuid_generate_v4()` or `crypt(…)` is found without its schema: in every session from now on …
do $$
begin
  execute format('alter database %I set search_path = "$user", public, extensions', current_database());
end
$$;

-- … and in this one, once the base is laid.
set search_path = "$user", public, extensions;
set local search_path = '';
