-- The roles of a Supabase project.
--
-- Roles belong to the whole server, not to one database. A role that is there already is therefore kept as it is; what is missing for
-- the base to work is added to it, and nothing is taken away. No role gets a password: those with LOGIN can be used for signing in
-- only after `alter role … password …`, unless the server trusts everyone anyway.

-- Two databases of one server may get their base at the same moment. Of all who create or change roles this lock lets one at a time
-- through; sessions that merely connect or read are not held up. It ends with the transaction.
lock table pg_catalog.pg_authid in share row exclusive mode;

do $$
declare
  wanted record;
begin
  for wanted in
    select *
    from (values
      -- Whom the APIs act as: a visitor, a signed-in user, and the server side, which policies do not bind.
      ('anon', 'nologin', null),
      ('authenticated', 'nologin', null),
      ('service_role', 'nologin bypassrls', 'bypassrls'),
      -- The REST API signs in as this one and turns into one of the three; on its own it may do nothing.
      ('authenticator', 'login noinherit', null),
      -- The owner of what the platform itself makes.
      ('supabase_admin', 'superuser createdb createrole replication bypassrls login', null),
      -- The owners of the schemas of the services.
      ('supabase_auth_admin', 'noinherit createrole login', null),
      ('supabase_storage_admin', 'noinherit createrole login', null),
      ('supabase_functions_admin', 'noinherit createrole login', null),
      ('supabase_realtime_admin', 'noinherit nologin', null),
      -- Named by the grants of dumped migrations.
      ('dashboard_user', 'createdb createrole replication nologin', null),
      ('supabase_replication_admin', 'replication login', null),
      ('supabase_read_only_user', 'bypassrls login', null)
    ) as role (name, attributes, needed)
  loop
    if not exists (select from pg_catalog.pg_roles where rolname = wanted.name) then
      execute format('create role %I %s', wanted.name, wanted.attributes);
    elsif wanted.needed is not null then
      execute format('alter role %I %s', wanted.name, wanted.needed);
    end if;
  end loop;
end
$$;

grant anon, authenticated, service_role to authenticator;
grant authenticator to supabase_storage_admin;
grant pg_read_all_data to supabase_read_only_user;

-- Migrations name the role `postgres` as the owner of everything of the app. Where a server was set up with another superuser it is
-- missing, and is made with what Supabase lets it do. Where it exists, it is left alone: on PGlite and on most servers it is the
-- superuser that lays this base.
do $$
begin
  if not exists (select from pg_catalog.pg_roles where rolname = 'postgres') then
    create role postgres createdb createrole replication bypassrls login;
    grant anon, authenticated, service_role to postgres with admin option;
    grant authenticator, pg_monitor, pg_read_all_data, pg_signal_backend to postgres;
    execute format('grant all on database %I to postgres', current_database());
    grant all on schema public to postgres;
  end if;
end
$$;

-- Patience of the API roles, as Supabase sets it; for this database only, so that they leave with it.
do $$
declare
  setting record;
begin
  for setting in
    select *
    from (values
      ('anon', 'statement_timeout', '3s'),
      ('authenticated', 'statement_timeout', '8s'),
      ('authenticator', 'statement_timeout', '8s'),
      ('authenticator', 'lock_timeout', '8s'),
      ('supabase_auth_admin', 'idle_in_transaction_session_timeout', '60s'),
      ('supabase_auth_admin', 'search_path', 'auth'),
      ('supabase_storage_admin', 'search_path', 'storage')
    ) as setting (role, name, value)
  loop
    execute format(
      'alter role %I in database %I set %s = %L', setting.role, current_database(), setting.name, setting.value
    );
  end loop;
end
$$;
