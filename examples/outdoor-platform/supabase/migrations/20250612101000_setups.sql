-- A setup: a vehicle or a pack with everything that goes along, of a person or of a team.

create table public.setups (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references public.accounts (id) on delete cascade,
  base_template_id uuid references public.base_templates (id) on delete set null,
  category public.outdoor_category not null,
  title text not null,
  description text,
  is_public boolean not null default true,
  -- The foreign key follows with the table of media.
  cover_media_id uuid,
  view_count integer not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  created_by uuid references auth.users (id) on delete set null,
  updated_by uuid references auth.users (id) on delete set null,
  search tsvector not null generated always as (
    setweight(to_tsvector('english', title), 'A')
    || setweight(to_tsvector('english', coalesce(description, '')), 'B')
  ) stored,
  constraint setups_title_length check (char_length(title) between 3 and 120),
  constraint setups_view_count_positive check (view_count >= 0),
  -- So that rows of a setup can repeat its account and be held to it.
  constraint setups_account_key unique (account_id, id)
);

create unique index setups_title_once_per_account on public.setups (account_id, lower(title));
create index setups_base_template_id_idx on public.setups (base_template_id);
create index setups_search_idx on public.setups using gin (search);
create index setups_newest_public_idx on public.setups (created_at desc) where is_public;

create table public.setup_items (
  setup_id uuid not null references public.setups (id) on delete cascade,
  gear_item_id uuid not null references public.gear (id) on delete restrict,
  quantity integer not null default 1,
  is_essential boolean not null default false,
  notes text,
  primary key (setup_id, gear_item_id),
  constraint setup_items_quantity_positive check (quantity > 0)
);

create index setup_items_gear_item_id_idx on public.setup_items (gear_item_id);

-- A private setup holds gear of the catalogue and of its own account: what another vendor sells is not listed where nobody sees it.
create function public.check_gear_of_setup()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if exists (
    select from public.setups kept
    join public.gear item on item.id = new.gear_item_id
    where kept.id = new.setup_id
      and not kept.is_public
      and item.account_id <> kept.account_id
  ) then
    raise exception 'Gear of another account cannot be part of a private setup';
  end if;

  return new;
end
$$;

create trigger check_gear_of_setup
  before insert or update on public.setup_items
  for each row execute function public.check_gear_of_setup();

create trigger setups_touch_updated_at
  before update on public.setups
  for each row execute function kit.touch_updated_at();

create trigger setups_set_user_tracking
  before insert or update on public.setups
  for each row execute function public.trigger_set_user_tracking();

alter table public.setups enable row level security;
alter table public.setup_items enable row level security;

revoke all on public.setups, public.setup_items from anon, authenticated, service_role;
grant select, insert, update, delete on public.setups, public.setup_items to authenticated, service_role;

-- May the caller write for the account: one's own, or a team that one belongs to?
create function public.can_edit_for_account(target_account_id uuid)
returns boolean
language sql
stable
security definer
set search_path = ''
as $$
  select target_account_id = auth.uid() or public.has_role_on_account(target_account_id)
$$;

grant execute on function public.can_edit_for_account(uuid) to authenticated, service_role;

create policy setups_read on public.setups
  for select to authenticated
  using (is_public or public.can_edit_for_account(account_id));

create policy setups_insert on public.setups
  for insert to authenticated
  with check (public.can_edit_for_account(account_id));

create policy setups_update on public.setups
  for update to authenticated
  using (public.can_edit_for_account(account_id))
  with check (public.can_edit_for_account(account_id));

create policy setups_delete on public.setups
  for delete to authenticated
  using (
    account_id = (select auth.uid())
    or public.has_permission((select auth.uid()), account_id, 'settings.manage')
  );

create policy setup_items_read on public.setup_items
  for select to authenticated
  using (exists (select from public.setups seen where seen.id = setup_id));

create policy setup_items_write on public.setup_items
  for all to authenticated
  using (
    exists (select from public.setups edited where edited.id = setup_id and public.can_edit_for_account(edited.account_id))
  )
  with check (
    exists (select from public.setups edited where edited.id = setup_id and public.can_edit_for_account(edited.account_id))
  );
