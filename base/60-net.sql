-- Stand-ins for what calls out of the database: the extension pg_net, and the webhooks that stand on it. They take what they are
-- given, call nobody and record nothing. A request gets a number, as callers may keep it. That they are stand-ins is said inside of them as
-- well: so a look at a function is enough to tell.

create schema net;
comment on schema net is 'Stand-in laid by supa-seed for pg_net: calls nobody';
grant usage on schema net to postgres, anon, authenticated, service_role, supabase_functions_admin;

create table net.http_request_queue (
  id bigserial not null,
  method text not null,
  url text not null,
  headers jsonb,
  body bytea,
  timeout_milliseconds integer not null
);
comment on table net.http_request_queue is 'Stand-in laid by supa-seed: stays empty, as nobody is called';

create table net._http_response (
  id bigint,
  status_code integer,
  content_type text,
  headers jsonb,
  content text,
  timed_out boolean,
  error_msg text,
  created timestamptz not null default now()
);
comment on table net._http_response is 'Stand-in laid by supa-seed: stays empty, as nobody answers';
create index _http_response_created_idx on net._http_response (created);

grant all on all tables in schema net to postgres, service_role;

create function net.http_get(
  url text,
  params jsonb default '{}',
  headers jsonb default '{}',
  timeout_milliseconds integer default 5000
) returns bigint
language sql security definer set search_path = ''
as $$
  -- Stand-in laid by supa-seed: calls nobody
  select nextval('net.http_request_queue_id_seq')
$$;
comment on function net.http_get(text, jsonb, jsonb, integer) is 'Stand-in laid by supa-seed: calls nobody';

create function net.http_post(
  url text,
  body jsonb default '{}',
  params jsonb default '{}',
  headers jsonb default '{"Content-Type": "application/json"}',
  timeout_milliseconds integer default 5000
) returns bigint
language sql security definer set search_path = ''
as $$
  -- Stand-in laid by supa-seed: calls nobody
  select nextval('net.http_request_queue_id_seq')
$$;
comment on function net.http_post(text, jsonb, jsonb, jsonb, integer) is 'Stand-in laid by supa-seed: calls nobody';

create function net.http_delete(
  url text,
  params jsonb default '{}',
  headers jsonb default '{}',
  timeout_milliseconds integer default 5000,
  body jsonb default null
) returns bigint
language sql security definer set search_path = ''
as $$
  -- Stand-in laid by supa-seed: calls nobody
  select nextval('net.http_request_queue_id_seq')
$$;
comment on function net.http_delete(text, jsonb, jsonb, integer, jsonb) is 'Stand-in laid by supa-seed: calls nobody';

-- Webhooks: triggers that run `supabase_functions.http_request(url, method, headers, parameters, timeout)`.

create schema supabase_functions authorization supabase_admin;
comment on schema supabase_functions is 'Stand-in laid by supa-seed for webhooks: calls nobody';
grant usage on schema supabase_functions to postgres, anon, authenticated, service_role, supabase_functions_admin;

create table supabase_functions.migrations (
  version text not null primary key,
  inserted_at timestamptz not null default now()
);

create table supabase_functions.hooks (
  id bigserial not null primary key,
  hook_table_id integer not null,
  hook_name text not null,
  created_at timestamptz not null default now(),
  request_id bigint
);
comment on table supabase_functions.hooks is 'Stand-in laid by supa-seed: stays empty, as no webhook is called';
create index supabase_functions_hooks_request_id_idx on supabase_functions.hooks (request_id);
create index supabase_functions_hooks_h_table_id_h_name_idx on supabase_functions.hooks (hook_table_id, hook_name);

grant all on all tables in schema supabase_functions to postgres, anon, authenticated, service_role, supabase_functions_admin;
grant all on all sequences in schema supabase_functions
  to postgres, anon, authenticated, service_role, supabase_functions_admin;

create function supabase_functions.http_request() returns trigger
language plpgsql
as $$
begin
  -- Stand-in laid by supa-seed: calls nobody
  if tg_op = 'DELETE' then
    return old;
  end if;
  return new;
end
$$;
comment on function supabase_functions.http_request() is 'Stand-in laid by supa-seed: calls nobody';
