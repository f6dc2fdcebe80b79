-- What the billing provider tells us: customers, subscriptions and orders. Written by the server, read by members.

create table public.billing_customers (
  id serial primary key,
  account_id uuid not null references public.accounts (id) on delete cascade,
  email text,
  provider public.billing_provider not null,
  customer_id text not null,
  unique (account_id, customer_id, provider)
);

create index billing_customers_account_id_idx on public.billing_customers (account_id);

create table public.subscriptions (
  id text primary key,
  account_id uuid not null references public.accounts (id) on delete cascade,
  billing_customer_id integer not null references public.billing_customers (id) on delete cascade,
  status public.subscription_status not null,
  active boolean not null,
  billing_provider public.billing_provider not null,
  cancel_at_period_end boolean not null,
  currency varchar(3) not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  period_starts_at timestamptz not null,
  period_ends_at timestamptz not null,
  trial_starts_at timestamptz,
  trial_ends_at timestamptz
);

create index subscriptions_account_id_idx on public.subscriptions (account_id);

create table public.subscription_items (
  id varchar(255) primary key,
  subscription_id text not null references public.subscriptions (id) on delete cascade,
  product_id varchar(255) not null,
  variant_id varchar(255) not null,
  type public.subscription_item_type not null,
  price_amount numeric,
  quantity integer not null default 1,
  "interval" varchar(255) not null,
  interval_count integer not null check (interval_count > 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (subscription_id, product_id, variant_id)
);

create table public.orders (
  id text primary key,
  account_id uuid not null references public.accounts (id) on delete cascade,
  billing_customer_id integer not null references public.billing_customers (id) on delete cascade,
  status public.payment_status not null,
  billing_provider public.billing_provider not null,
  total_amount numeric not null,
  currency varchar(3) not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create index orders_account_id_idx on public.orders (account_id);

create table public.order_items (
  id text primary key,
  order_id text not null references public.orders (id) on delete cascade,
  product_id text not null,
  variant_id text not null,
  price_amount numeric,
  quantity integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (order_id, product_id, variant_id)
);

create trigger subscriptions_set_timestamps
  before insert or update on public.subscriptions
  for each row execute function public.trigger_set_timestamps();

create trigger subscription_items_set_timestamps
  before insert or update on public.subscription_items
  for each row execute function public.trigger_set_timestamps();

create trigger orders_set_timestamps
  before insert or update on public.orders
  for each row execute function public.trigger_set_timestamps();

create trigger order_items_set_timestamps
  before insert or update on public.order_items
  for each row execute function public.trigger_set_timestamps();

alter table public.billing_customers enable row level security;
alter table public.subscriptions enable row level security;
alter table public.subscription_items enable row level security;
alter table public.orders enable row level security;
alter table public.order_items enable row level security;

revoke all on
  public.billing_customers, public.subscriptions, public.subscription_items, public.orders, public.order_items
  from anon, authenticated, service_role;
grant select on
  public.billing_customers, public.subscriptions, public.subscription_items, public.orders, public.order_items
  to authenticated;
grant select, insert, update, delete on
  public.billing_customers, public.subscriptions, public.subscription_items, public.orders, public.order_items
  to service_role;
grant usage on sequence public.billing_customers_id_seq to service_role;

-- One's own personal account, or a team that one belongs to; as long as that kind of billing is switched on.
create function kit.may_see_billing(account_id uuid)
returns boolean
language sql
stable
security definer
set search_path = ''
as $$
  select case
    when may_see_billing.account_id = auth.uid() then public.is_set('enable_account_billing')
    else public.is_set('enable_team_account_billing') and public.has_role_on_account(may_see_billing.account_id)
  end
$$;

grant execute on function kit.may_see_billing(uuid) to authenticated, service_role;

create policy billing_customers_read on public.billing_customers
  for select to authenticated
  using (kit.may_see_billing(account_id));

create policy subscriptions_read on public.subscriptions
  for select to authenticated
  using (kit.may_see_billing(account_id));

create policy subscription_items_read on public.subscription_items
  for select to authenticated
  using (exists (select from public.subscriptions whole where whole.id = subscription_id));

create policy orders_read on public.orders
  for select to authenticated
  using (kit.may_see_billing(account_id));

create policy order_items_read on public.order_items
  for select to authenticated
  using (exists (select from public.orders whole where whole.id = order_id));

create function public.has_active_subscription(target_account_id uuid)
returns boolean
language sql
stable
security definer
set search_path = ''
as $$
  select exists (
    select from public.subscriptions running
    where running.account_id = target_account_id and running.active and running.status in ('active', 'trialing')
  )
$$;

grant execute on function public.has_active_subscription(uuid) to authenticated, service_role;
