-- Stories, what people say about them, and who likes them.

create type public.post_status as enum ('draft', 'published', 'archived');

create table public.posts (
  id uuid primary key default gen_random_uuid(),
  author_id uuid not null references public.profiles (id) on delete cascade,
  title text not null,
  slug text not null unique,
  excerpt text,
  content text not null,
  category public.outdoor_category,
  tags text[] not null default '{}',
  status public.post_status not null default 'draft',
  published_at timestamptz,
  read_minutes integer not null default 1,
  like_count integer not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint posts_title_length check (char_length(title) between 3 and 200),
  constraint posts_slug_format check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  constraint posts_tags_few check (cardinality(tags) <= 12),
  constraint posts_published_have_a_date check (status = 'draft' or published_at is not null),
  constraint posts_read_minutes_positive check (read_minutes > 0),
  constraint posts_like_count_positive check (like_count >= 0)
);

comment on column public.posts.like_count is 'Kept by a trigger on post_likes';

create index posts_author_id_idx on public.posts (author_id);
create index posts_newest_idx on public.posts (published_at desc) where status = 'published';
create index posts_tags_idx on public.posts using gin (tags);

create table public.post_likes (
  post_id uuid not null references public.posts (id) on delete cascade,
  profile_id uuid not null references public.profiles (id) on delete cascade,
  created_at timestamptz not null default now(),
  primary key (post_id, profile_id)
);

create index post_likes_profile_id_idx on public.post_likes (profile_id);

create table public.comments (
  id bigint primary key generated always as identity,
  post_id uuid not null references public.posts (id) on delete cascade,
  parent_id bigint,
  author_id uuid not null references public.profiles (id) on delete cascade,
  body text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint comments_body_length check (char_length(body) between 1 and 2000),
  constraint comments_post_key unique (post_id, id),
  -- An answer stands under the same post as what it answers.
  constraint comments_parent_fkey foreign key (post_id, parent_id)
    references public.comments (post_id, id) on delete cascade
);

create index comments_parent_idx on public.comments (post_id, parent_id);
create index comments_author_id_idx on public.comments (author_id);

create function public.count_post_likes()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if tg_op = 'INSERT' then
    update public.posts set like_count = like_count + 1 where id = new.post_id;
  else
    update public.posts set like_count = like_count - 1 where id = old.post_id;
  end if;

  return null;
end
$$;

create trigger count_post_likes
  after insert or delete on public.post_likes
  for each row execute function public.count_post_likes();

-- A like is no change of the story.
create trigger posts_touch_updated_at
  before update of title, slug, excerpt, content, category, tags, status on public.posts
  for each row execute function kit.touch_updated_at();

create trigger comments_touch_updated_at
  before update on public.comments
  for each row execute function kit.touch_updated_at();

alter table public.posts enable row level security;
alter table public.post_likes enable row level security;
alter table public.comments enable row level security;

revoke all on public.posts, public.post_likes, public.comments from anon, authenticated, service_role;
grant select, insert, update, delete on public.posts, public.comments to authenticated, service_role;
grant select, insert, delete on public.post_likes to authenticated, service_role;

create policy posts_read on public.posts
  for select to authenticated
  using (status = 'published' or author_id = (select auth.uid()));

create policy posts_insert on public.posts
  for insert to authenticated
  with check (author_id = (select auth.uid()));

create policy posts_update on public.posts
  for update to authenticated
  using (author_id = (select auth.uid()))
  with check (author_id = (select auth.uid()));

create policy posts_delete on public.posts
  for delete to authenticated
  using (author_id = (select auth.uid()));

create policy post_likes_read on public.post_likes
  for select to authenticated
  using (exists (select from public.posts seen where seen.id = post_id));

create policy post_likes_insert on public.post_likes
  for insert to authenticated
  with check (
    profile_id = (select auth.uid())
    and exists (select from public.posts seen where seen.id = post_id)
  );

create policy post_likes_delete on public.post_likes
  for delete to authenticated
  using (profile_id = (select auth.uid()));

create policy comments_read on public.comments
  for select to authenticated
  using (exists (select from public.posts seen where seen.id = post_id));

create policy comments_insert on public.comments
  for insert to authenticated
  with check (
    author_id = (select auth.uid())
    and exists (select from public.posts seen where seen.id = post_id and seen.status = 'published')
  );

create policy comments_update on public.comments
  for update to authenticated
  using (author_id = (select auth.uid()))
  with check (author_id = (select auth.uid()));

create policy comments_delete on public.comments
  for delete to authenticated
  using (author_id = (select auth.uid()));
