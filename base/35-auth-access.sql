-- Who may do what in schema `auth`: the API roles may ask who is signed in and see no table; `postgres` writes and reads all rows.

set local role supabase_auth_admin;

-- No policies: only the owner and roles that policies do not bind (BYPASSRLS) see rows.
do $$
declare
  found name;
begin
  for found in select tablename from pg_catalog.pg_tables where schemaname = 'auth' loop
    execute format('alter table auth.%I enable row level security', found);
  end loop;
end
$$;

grant usage on schema auth to anon, authenticated, service_role, postgres, dashboard_user;
grant all on all tables in schema auth to postgres, dashboard_user;
grant all on all sequences in schema auth to postgres, dashboard_user;
-- How far Supabase Auth has migrated its tables is nobody else's business.
revoke all on auth.schema_migrations from postgres, dashboard_user;

alter default privileges in schema auth grant all on tables to postgres, dashboard_user;
alter default privileges in schema auth grant all on sequences to postgres, dashboard_user;
alter default privileges in schema auth grant all on functions to postgres, dashboard_user;

reset role;
