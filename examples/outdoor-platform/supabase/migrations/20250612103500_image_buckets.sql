-- Where the pictures lie: <id of the setup, the gear or the profile>/<file name>. Everybody may look, owners may write.

insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
values
  ('setup-images', 'setup-images', true, 10485760, array['image/jpeg', 'image/png', 'image/webp', 'image/svg+xml']),
  ('gear-images', 'gear-images', true, 5242880, array['image/jpeg', 'image/png', 'image/webp', 'image/svg+xml']),
  ('profile-images', 'profile-images', true, 5242880, array['image/jpeg', 'image/png', 'image/webp'])
on conflict (id) do nothing;

-- The first folder of a path as a uuid; null where it is none.
create function kit.owner_folder(name text)
returns uuid
language sql
immutable
set search_path = ''
as $$
  select case
    when split_part(name, '/', 1) ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then split_part(name, '/', 1)::uuid
  end
$$;

grant execute on function kit.owner_folder(text) to authenticated, service_role;

create policy setup_images on storage.objects
  for all to authenticated
  using (bucket_id = 'setup-images' and public.can_edit_media(kit.owner_folder(name), null, null))
  with check (bucket_id = 'setup-images' and public.can_edit_media(kit.owner_folder(name), null, null));

create policy gear_images on storage.objects
  for all to authenticated
  using (bucket_id = 'gear-images' and public.can_edit_media(null, kit.owner_folder(name), null))
  with check (bucket_id = 'gear-images' and public.can_edit_media(null, kit.owner_folder(name), null));

create policy profile_images on storage.objects
  for all to authenticated
  using (bucket_id = 'profile-images' and kit.owner_folder(name) = (select auth.uid()))
  with check (bucket_id = 'profile-images' and kit.owner_folder(name) = (select auth.uid()));
