-- What such a script looks like without supa-seed: ids by hand, users by hand, volume by generate_series.
insert into auth.users (instance_id, id, aud, role, email, encrypted_password, email_confirmed_at, raw_app_meta_data, raw_user_meta_data,
  created_at, updated_at, confirmation_token, recovery_token, email_change, email_change_token_new)
select '00000000-0000-0000-0000-000000000000', id::uuid, 'authenticated', 'authenticated', email, crypt('testingpassword', gen_salt('bf', 4)), now(),
  '{"provider": "email", "providers": ["email"]}', '{}', now(), now(), '', '', '', ''
from (values
  ('11111111-1111-4111-8111-111111111111', 'alice@example.com'),
  ('22222222-2222-4222-8222-222222222222', 'bob@example.com')
) as users (id, email);
insert into auth.identities (id, user_id, provider, provider_id, identity_data, created_at, updated_at)
select gen_random_uuid(), id, 'email', id, jsonb_build_object('sub', id, 'email', email), now(), now() from auth.users;
insert into auth.users (instance_id, id, aud, role, email, encrypted_password, email_confirmed_at, created_at, updated_at)
select '00000000-0000-0000-0000-000000000000', gen_random_uuid(), 'authenticated', 'authenticated', 'user' || n || '@example.com', '', now(), now(), now()
from generate_series(1, 10) n;

insert into public.shops (id, owner_id, name, slug) values
  ('aaaaaaaa-0000-4000-8000-000000000001', '22222222-2222-4222-8222-222222222222', 'Bob''s Tents', 'bobs-tents');
insert into public.shops (owner_id, name, slug)
select id, 'Shop ' || row_number() over (), 'shop-' || row_number() over () from public.profiles limit 4;

insert into public.products (id, shop_id, sku, title, price_cents, stock, status) values
  ('bbbbbbbb-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000001', 'TENT-2', 'Two person tent', 24900, 8, 'active'),
  ('bbbbbbbb-0000-4000-8000-000000000002', 'aaaaaaaa-0000-4000-8000-000000000001', 'PEGS-10', 'Ten pegs', 1200, 0, 'sold_out');
insert into public.products (shop_id, sku, title, price_cents, stock, status)
select s.id, 'SKU-' || n || '-' || s.slug, 'Product ' || n, 100 * n, n, 'active' from public.shops s, generate_series(1, 8) n;

insert into public.orders (id, buyer_id, shop_id, status, total_cents, placed_at, shipped_at) values
  (1001, '11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000001', 'shipped', 26100, now() - interval '3 days', now() - interval '2 days'),
  (1002, '11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000001', 'cancelled', 24900, now() - interval '40 days', null);
insert into public.order_items values
  (1001, 'bbbbbbbb-0000-4000-8000-000000000001', 1, 24900), (1001, 'bbbbbbbb-0000-4000-8000-000000000002', 1, 1200),
  (1002, 'bbbbbbbb-0000-4000-8000-000000000001', 1, 24900);
select setval(pg_get_serial_sequence('public.orders', 'id'), 1002);
insert into public.orders (buyer_id, shop_id, status, total_cents, placed_at)
select p.id, s.id, 'paid', 1000 + n, now() - n * interval '1 day'
from generate_series(1, 200) n
cross join lateral (select id from public.profiles order by md5(id::text || n) limit 1) p
cross join lateral (select id from public.shops order by md5(id::text || n) limit 1) s;
