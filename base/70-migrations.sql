-- Where the Supabase CLI notes which migrations and seed files have been applied.

create schema supabase_migrations;
grant all on schema supabase_migrations to postgres;

create table supabase_migrations.schema_migrations (
  version text not null primary key,
  statements text[],
  name text
);

create table supabase_migrations.seed_files (
  path text not null primary key,
  hash text not null
);

grant all on all tables in schema supabase_migrations to postgres;
