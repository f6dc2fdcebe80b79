-- Who may do what in schema `storage`: the API roles may do everything that a policy allows, and there is no policy yet.

set local role supabase_storage_admin;

do $$
declare
  found name;
begin
  for found in select tablename from pg_catalog.pg_tables where schemaname = 'storage' loop
    execute format('alter table storage.%I enable row level security', found);
  end loop;
end
$$;

grant usage on schema storage to postgres, anon, authenticated, service_role, dashboard_user;
grant all on storage.buckets, storage.objects to anon, authenticated, service_role, dashboard_user;
grant all on storage.buckets, storage.objects to postgres with grant option;
grant select on storage.buckets_analytics, storage.buckets_vectors, storage.vector_indexes,
  storage.s3_multipart_uploads, storage.s3_multipart_uploads_parts to anon, authenticated, service_role, postgres;
grant all on storage.buckets_analytics, storage.buckets_vectors, storage.vector_indexes,
  storage.s3_multipart_uploads, storage.s3_multipart_uploads_parts,
  storage.iceberg_namespaces, storage.iceberg_tables to service_role;

reset role;
