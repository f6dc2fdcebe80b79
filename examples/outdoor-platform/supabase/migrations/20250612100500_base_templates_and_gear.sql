-- What setups are made of: the vehicles and packs to start from, and the gear to put into them.

create table public.base_templates (
  id uuid primary key default gen_random_uuid(),
  type text not null,
  make text not null,
  model text not null,
  year integer,
  capacity text,
  image_url text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint base_templates_type check (type in ('Vehicle', 'Backpack')),
  -- Vehicles have a model year, packs are sold for as long as they sell.
  constraint base_templates_year_of_vehicles check ((type = 'Vehicle') = (year is not null)),
  constraint base_templates_year_range check (year between 1960 and 2100),
  constraint base_templates_once unique nulls not distinct (make, model, year)
);

create table public.gear (
  id uuid primary key default gen_random_uuid(),
  account_id uuid references public.accounts (id) on delete set null,
  category public.outdoor_category not null,
  gear_type text not null,
  make text not null,
  model text not null,
  name text not null,
  description text,
  price numeric(10, 2),
  weight_grams integer,
  image_url text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  search tsvector not null generated always as (
    setweight(to_tsvector('english', make || ' ' || model || ' ' || name), 'A')
    || setweight(to_tsvector('english', gear_type || ' ' || coalesce(description, '')), 'B')
  ) stored,
  constraint gear_price_range check (price >= 0 and price < 100000),
  constraint gear_weight_positive check (weight_grams > 0),
  constraint gear_once unique (make, model)
);

comment on column public.gear.account_id is 'The vendor who sells it; null: from the catalogue, for everybody';
comment on column public.gear.price is 'US dollars';

create index gear_account_id_idx on public.gear (account_id);
create index gear_category_idx on public.gear (category, gear_type);
create index gear_search_idx on public.gear using gin (search);

create trigger base_templates_touch_updated_at
  before update on public.base_templates
  for each row execute function kit.touch_updated_at();

create trigger gear_touch_updated_at
  before update on public.gear
  for each row execute function kit.touch_updated_at();

alter table public.base_templates enable row level security;
alter table public.gear enable row level security;

revoke all on public.base_templates, public.gear from anon, authenticated, service_role;
grant select on public.base_templates to authenticated;
grant select, insert, update, delete on public.gear to authenticated;
grant select, insert, update, delete on public.base_templates, public.gear to service_role;

create policy base_templates_read on public.base_templates
  for select to authenticated
  using (true);

create policy gear_read on public.gear
  for select to authenticated
  using (true);

-- Vendors keep their own gear; the catalogue belongs to nobody but the server.
create policy gear_of_vendors on public.gear
  for all to authenticated
  using (public.has_permission((select auth.uid()), account_id, 'settings.manage'))
  with check (public.has_permission((select auth.uid()), account_id, 'settings.manage'));
