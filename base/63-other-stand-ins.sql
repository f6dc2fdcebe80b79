-- Schemas that migrations and seeds name without needing much of them.

-- pg_graphql: grants and `comment on … is '@graphql(…)'` work; a query is answered with an error.
create schema graphql;
comment on schema graphql is 'Stand-in laid by supa-seed for pg_graphql';
grant usage on schema graphql to postgres, anon, authenticated, service_role;

create schema graphql_public;
comment on schema graphql_public is 'Stand-in laid by supa-seed for pg_graphql';
grant usage on schema graphql_public to postgres, anon, authenticated, service_role;

create function graphql_public.graphql(
  "operationName" text default null,
  query text default null,
  variables jsonb default null,
  extensions jsonb default null
) returns jsonb
language sql
as $$
  select '{"errors": [{"message": "pg_graphql is not installed: this is a stand-in laid by supa-seed"}]}'::jsonb
$$;
comment on function graphql_public.graphql(text, text, jsonb, jsonb)
  is 'Stand-in laid by supa-seed: answers every query with an error';

-- pgsodium: seeds that were dumped in its days set this sequence.
create schema pgsodium;
comment on schema pgsodium is 'Stand-in laid by supa-seed for pgsodium: one sequence, no cryptography';
grant usage on schema pgsodium to postgres;
create sequence pgsodium.key_key_id_seq;
grant all on sequence pgsodium.key_key_id_seq to postgres;
