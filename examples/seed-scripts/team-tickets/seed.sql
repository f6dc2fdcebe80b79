-- Without supa-seed: users, a team, its members and its tickets by hand; volume by generate_series.
insert into auth.users (instance_id, id, aud, role, email, encrypted_password, email_confirmed_at, raw_app_meta_data, raw_user_meta_data,
  created_at, updated_at, confirmation_token, recovery_token, email_change, email_change_token_new)
select '00000000-0000-0000-0000-000000000000', id::uuid, 'authenticated', 'authenticated', email, crypt('testingpassword', gen_salt('bf', 4)), now(),
  '{"provider": "email", "providers": ["email"]}', '{}', now(), now(), '', '', '', ''
from (values
  ('44444444-4444-4444-8444-444444444444', 'lead@example.com'),
  ('55555555-5555-4555-8555-555555555555', 'agent@example.com'),
  ('66666666-6666-4666-8666-666666666666', 'customer@example.com')
) as users (id, email);
insert into auth.identities (id, user_id, provider, provider_id, identity_data, created_at, updated_at)
select gen_random_uuid(), id, 'email', id, jsonb_build_object('sub', id, 'email', email), now(), now() from auth.users;

insert into public.accounts (id, primary_owner_user_id, name, slug, is_personal_account) values
  ('dddddddd-0000-4000-8000-000000000001', '44444444-4444-4444-8444-444444444444', 'Helpdesk', 'helpdesk', false);
insert into public.accounts_memberships (user_id, account_id, account_role) values
  ('44444444-4444-4444-8444-444444444444', 'dddddddd-0000-4000-8000-000000000001', 'owner'),
  ('55555555-5555-4555-8555-555555555555', 'dddddddd-0000-4000-8000-000000000001', 'member')
on conflict do nothing;

insert into public.ticket_labels (account_id, name) values
  ('dddddddd-0000-4000-8000-000000000001', 'bug'), ('dddddddd-0000-4000-8000-000000000001', 'billing');
insert into public.tickets (id, account_id, created_by, assigned_to, title, status, priority, created_at) values
  (501, 'dddddddd-0000-4000-8000-000000000001', '44444444-4444-4444-8444-444444444444', '55555555-5555-4555-8555-555555555555',
    'Invoice shows the wrong amount', 'open', 'urgent', now() - interval '2 days');
insert into public.ticket_messages (ticket_id, author_id, body, created_at) values
  (501, '44444444-4444-4444-8444-444444444444', 'The invoice of this month counts one seat too many.', now() - interval '2 days'),
  (501, '55555555-5555-4555-8555-555555555555', 'I am on it.', now() - interval '1 day');
insert into public.tickets_labels select 501, id from public.ticket_labels;
select setval(pg_get_serial_sequence('public.tickets', 'id'), 501);
insert into public.tickets (account_id, created_by, title, created_at)
select 'dddddddd-0000-4000-8000-000000000001', '44444444-4444-4444-8444-444444444444', 'Ticket ' || n, now() - n * interval '1 hour'
from generate_series(1, 120) n;
