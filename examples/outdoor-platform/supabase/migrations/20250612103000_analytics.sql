-- What is looked at: kept by the server in a schema that the API does not show.

create schema analytics;
revoke all on schema analytics from public;
grant usage on schema analytics to service_role;

create table analytics.page_views (
  id bigint primary key generated always as identity,
  viewer_id uuid references auth.users (id) on delete set null,
  session_id uuid not null,
  path text not null check (path like '/%'),
  referrer text,
  user_agent text,
  country_code char(2) check (country_code ~ '^[A-Z]{2}$'),
  duration_ms integer check (duration_ms >= 0),
  viewed_at timestamptz not null default now()
);

create index page_views_viewed_at_idx on analytics.page_views (viewed_at desc);
create index page_views_viewer_id_idx on analytics.page_views (viewer_id);

-- One row for each setup and day, written once at night; it has no id of its own.
create table analytics.setup_stats (
  setup_id uuid not null references public.setups (id) on delete cascade,
  day date not null,
  views integer not null default 0 check (views >= 0),
  unique_viewers integer not null default 0 check (unique_viewers >= 0),
  constraint setup_stats_viewers_among_views check (unique_viewers <= views),
  primary key (setup_id, day)
);

alter table analytics.page_views enable row level security;
alter table analytics.setup_stats enable row level security;

revoke all on analytics.page_views, analytics.setup_stats from anon, authenticated;
grant select, insert, update, delete on analytics.page_views, analytics.setup_stats to service_role;

-- Members see how their own setups do.
create function public.get_setup_stats(target_setup_id uuid)
returns table (day date, views integer, unique_viewers integer)
language sql
stable
security definer
set search_path = ''
as $$
  select counted.day, counted.views, counted.unique_viewers
  from analytics.setup_stats counted
  join public.setups whole on whole.id = counted.setup_id
  where whole.id = target_setup_id and public.can_edit_for_account(whole.account_id)
  order by counted.day
$$;

grant execute on function public.get_setup_stats(uuid) to authenticated, service_role;
