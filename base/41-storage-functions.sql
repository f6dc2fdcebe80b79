-- What policies on `storage.objects` are written with, and the triggers of the tables.

set local role supabase_storage_admin;

create function storage.foldername(name text) returns text[]
language sql immutable
as $$
  select (string_to_array(name, '/'))[1 : cardinality(string_to_array(name, '/')) - 1]
$$;
comment on function storage.foldername(text) is 'The folders of an object: a/b/c.png → {a,b}';

create function storage.filename(name text) returns text
language sql immutable
as $$
  select (string_to_array(name, '/'))[cardinality(string_to_array(name, '/'))]
$$;
comment on function storage.filename(text) is 'The last part of an object’s path: a/b/c.png → c.png';

create function storage.extension(name text) returns text
language sql immutable
as $$
  select reverse(split_part(reverse(storage.filename(name)), '.', 1))
$$;
comment on function storage.extension(text) is 'What follows the last dot of the file name: a/b/c.png → png';

create function storage.operation() returns text
language sql stable
as $$
  select current_setting('storage.operation', true)
$$;
comment on function storage.operation() is 'What the current request to Supabase Storage does';

create function storage.get_size_by_bucket() returns table (size bigint, bucket_id text)
language sql stable
as $$
  select sum((o.metadata ->> 'size')::bigint)::bigint, o.bucket_id
  from storage.objects o
  group by o.bucket_id
$$;

-- Tries an insert and always takes it back: with PT200 if it was allowed, else with the error that it met.
create function storage.can_insert_object(bucketid text, name text, owner uuid, metadata jsonb) returns void
language plpgsql
as $$
begin
  insert into storage.objects (bucket_id, name, owner, metadata)
  values (bucketid, name, owner, metadata);
  raise sqlstate 'PT200' using message = 'ROLLBACK', detail = 'The insert would have been allowed';
end
$$;

-- Lists one level of a bucket: the files on it, and the folders that lead deeper (their columns are NULL but for the name).
create function storage.search(
  prefix text,
  bucketname text,
  limits integer default 100,
  levels integer default 1,
  offsets integer default 0,
  search text default '',
  sortcolumn text default 'name',
  sortorder text default 'asc'
) returns table (
  name text,
  id uuid,
  updated_at timestamptz,
  created_at timestamptz,
  last_accessed_at timestamptz,
  metadata jsonb
)
language sql stable
as $$
  with found as (
    select o.path_tokens[levels] as entry, cardinality(o.path_tokens) = levels as is_file, o.*
    from storage.objects o
    where o.bucket_id = bucketname
      and cardinality(o.path_tokens) >= levels
      and starts_with(lower(o.name), lower(coalesce(prefix, '') || coalesce(search, '')))
  ),
  entries as (
    select distinct f.entry, null::uuid as id, null::timestamptz as updated_at, null::timestamptz as created_at,
      null::timestamptz as last_accessed_at, null::jsonb as metadata
    from found f
    where not f.is_file
    union all
    select f.entry, f.id, f.updated_at, f.created_at, f.last_accessed_at, f.metadata
    from found f
    where f.is_file
  ),
  sorted as (
    select e.*, row_number() over (
      order by
        e.id is not null,
        case sortcolumn
          when 'updated_at' then e.updated_at
          when 'created_at' then e.created_at
          when 'last_accessed_at' then e.last_accessed_at
        end,
        e.entry collate "C"
    ) as place
    from entries e
  )
  select s.entry, s.id, s.updated_at, s.created_at, s.last_accessed_at, s.metadata
  from sorted s
  order by case when sortorder = 'desc' then -s.place else s.place end
  limit limits offset offsets
$$;

create function storage.update_updated_at_column() returns trigger
language plpgsql
as $$
begin
  new.updated_at := now();
  return new;
end
$$;

create trigger update_objects_updated_at
before update on storage.objects
for each row execute function storage.update_updated_at_column();

create function storage.enforce_bucket_name_length() returns trigger
language plpgsql
as $$
begin
  if length(new.name) > 100 then
    raise exception 'The name of the bucket is too long: % characters, at most 100', length(new.name);
  end if;
  return new;
end
$$;

create trigger enforce_bucket_name_length_trigger
before insert or update of name on storage.buckets
for each row execute function storage.enforce_bucket_name_length();

-- A row that goes without its bytes leaves them behind for ever: so rows are deleted through the API of Supabase Storage, or by those who
-- say that they know. Once per statement, so that it costs nothing per row, and stops also a DELETE that would meet none.
create function storage.protect_delete() returns trigger
language plpgsql
as $$
begin
  if coalesce(current_setting('storage.allow_delete_query', true), 'false') <> 'true' then
    raise exception 'Direct deletion from storage tables is not allowed'
      using errcode = '42501',
        hint = 'Delete through the Storage API, or first: set local storage.allow_delete_query = ''true''';
  end if;
  return null;
end
$$;

create trigger protect_buckets_delete
before delete on storage.buckets
for each statement execute function storage.protect_delete();

create trigger protect_objects_delete
before delete on storage.objects
for each statement execute function storage.protect_delete();

reset role;
