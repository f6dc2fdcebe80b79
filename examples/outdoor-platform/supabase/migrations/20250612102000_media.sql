-- Pictures, each of one setup, one piece of gear or one post. The files lie in storage, in a folder named after that row.

create table public.media_attachments (
  id uuid primary key default gen_random_uuid(),
  setup_id uuid references public.setups (id) on delete cascade,
  gear_id uuid references public.gear (id) on delete cascade,
  post_id uuid references public.posts (id) on delete cascade,
  file_name text not null,
  storage_path text not null unique,
  file_type text not null default 'image/jpeg',
  file_size integer,
  alt_text text,
  is_cover boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  created_by uuid references auth.users (id) on delete set null,
  updated_by uuid references auth.users (id) on delete set null,
  constraint media_attachments_of_one_thing check (num_nonnulls(setup_id, gear_id, post_id) = 1),
  constraint media_attachments_file_name_plain check (file_name ~ '^[a-z0-9][a-z0-9._-]*$'),
  constraint media_attachments_path_in_folder
    check (storage_path = coalesce(setup_id, gear_id, post_id)::text || '/' || file_name),
  constraint media_attachments_file_type check (file_type in ('image/jpeg', 'image/png', 'image/webp', 'image/svg+xml')),
  constraint media_attachments_file_size_positive check (file_size > 0)
);

create unique index media_attachments_one_cover_per_setup on public.media_attachments (setup_id) where is_cover;
create index media_attachments_setup_id_idx on public.media_attachments (setup_id);
create index media_attachments_gear_id_idx on public.media_attachments (gear_id);
create index media_attachments_post_id_idx on public.media_attachments (post_id);

-- A setup and its cover may come in one transaction, in either order.
alter table public.setups
  add constraint setups_cover_media_id_fkey foreign key (cover_media_id)
  references public.media_attachments (id) on delete set null
  deferrable initially deferred;

create index setups_cover_media_id_idx on public.setups (cover_media_id);

create trigger media_attachments_touch_updated_at
  before update on public.media_attachments
  for each row execute function kit.touch_updated_at();

create trigger media_attachments_set_user_tracking
  before insert or update on public.media_attachments
  for each row execute function public.trigger_set_user_tracking();

alter table public.media_attachments enable row level security;
revoke all on public.media_attachments from anon, authenticated, service_role;
grant select, insert, update, delete on public.media_attachments to authenticated, service_role;

create function public.can_edit_media(setup_id uuid, gear_id uuid, post_id uuid)
returns boolean
language sql
stable
security definer
set search_path = ''
as $$
  select case
    when can_edit_media.setup_id is not null then exists (
      select from public.setups whole
      where whole.id = can_edit_media.setup_id and public.can_edit_for_account(whole.account_id)
    )
    when can_edit_media.gear_id is not null then exists (
      select from public.gear whole
      where whole.id = can_edit_media.gear_id and public.has_role_on_account(whole.account_id)
    )
    else exists (
      select from public.posts whole
      where whole.id = can_edit_media.post_id and whole.author_id = auth.uid()
    )
  end
$$;

grant execute on function public.can_edit_media(uuid, uuid, uuid) to authenticated, service_role;

-- Who sees the thing sees its pictures.
create policy media_attachments_read on public.media_attachments
  for select to authenticated
  using (
    exists (select from public.setups whole where whole.id = setup_id)
    or exists (select from public.gear whole where whole.id = gear_id)
    or exists (select from public.posts whole where whole.id = post_id)
  );

create policy media_attachments_write on public.media_attachments
  for all to authenticated
  using (public.can_edit_media(setup_id, gear_id, post_id))
  with check (public.can_edit_media(setup_id, gear_id, post_id));
