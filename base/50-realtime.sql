-- Realtime. The publication is real, and migrations add tables to it. The functions are stand-ins: nobody listens here, so nothing is sent.

create publication supabase_realtime;

create schema realtime;
comment on schema realtime is 'Stand-in laid by supa-seed: takes messages and sends none';
grant usage on schema realtime to postgres, anon, authenticated, service_role, supabase_realtime_admin;

-- Here for the policies that say who may join which channel.
create table realtime.messages (
  topic text not null,
  extension text not null,
  payload jsonb,
  event text,
  private boolean default false,
  updated_at timestamp not null default now(),
  inserted_at timestamp not null default now(),
  id uuid not null default gen_random_uuid(),
  primary key (id, inserted_at)
);
comment on table realtime.messages is 'Stand-in laid by supa-seed: one table where Supabase has one per day';
alter table realtime.messages owner to supabase_realtime_admin;
alter table realtime.messages enable row level security;
grant select, insert, update on realtime.messages to postgres, anon, authenticated, service_role;

create function realtime.topic() returns text
language sql stable
as $$
  select nullif(current_setting('realtime.topic', true), '')
$$;
comment on function realtime.topic() is 'The channel that a policy on realtime.messages is asked about';

create function realtime.send(payload jsonb, event text, topic text, private boolean default true) returns void
language plpgsql
as $$
begin
  return;
end
$$;
comment on function realtime.send(jsonb, text, text, boolean) is 'Stand-in laid by supa-seed: sends nothing';

create function realtime.broadcast_changes(
  topic_name text,
  event_name text,
  operation text,
  table_name text,
  table_schema text,
  new record,
  old record,
  level text default 'ROW'
) returns void
language plpgsql
as $$
begin
  return;
end
$$;
comment on function realtime.broadcast_changes(text, text, text, text, text, record, record, text)
  is 'Stand-in laid by supa-seed: sends nothing';
