-- Without supa-seed: dates counted from now(), rooms kept apart by hand.
insert into auth.users (instance_id, id, aud, role, email, encrypted_password, email_confirmed_at, raw_app_meta_data, raw_user_meta_data,
  created_at, updated_at, confirmation_token, recovery_token, email_change, email_change_token_new)
values ('00000000-0000-0000-0000-000000000000', '33333333-3333-4333-8333-333333333333', 'authenticated', 'authenticated', 'dr.okafor@example.com',
  crypt('testingpassword', gen_salt('bf', 4)), now(), '{"provider": "email", "providers": ["email"]}', '{}', now(), now(), '', '', '', '');
insert into auth.identities (id, user_id, provider, provider_id, identity_data, created_at, updated_at)
select gen_random_uuid(), id, 'email', id, jsonb_build_object('sub', id, 'email', email), now(), now() from auth.users;

insert into public.practitioners (id, user_id, full_name, specialty) values
  ('cccccccc-0000-4000-8000-000000000001', '33333333-3333-4333-8333-333333333333', 'Ada Okafor', 'physiotherapy');
insert into public.rooms values ('A1', 0), ('A2', 0), ('B1', 1);
insert into public.treatments (name, minutes, price) values ('First visit', 60, 95), ('Follow-up', 30, 55), ('Sports massage', 45, 70);
insert into public.patients (patient_number, full_name, email, birth_date) values
  ('P-00007', 'Jonas Lindqvist', 'jonas@example.com', '1984-02-29');
insert into public.patients (patient_number, full_name, birth_date)
select 'P-' || lpad((100 + n)::text, 5, '0'), 'Patient ' || n, date '1950-01-01' + n * 200 from generate_series(1, 60) n;

insert into public.bookings (patient_id, practitioner_id, treatment_id, room_code, starts_at, ends_at, status)
select p.id, 'cccccccc-0000-4000-8000-000000000001', 2, 'A1', now() - interval '2 days', now() - interval '2 days' + interval '30 minutes', 'completed'
from public.patients p where patient_number = 'P-00007';
insert into public.bookings (patient_id, practitioner_id, treatment_id, room_code, starts_at, ends_at, status)
select p.id, 'cccccccc-0000-4000-8000-000000000001', 1, 'A1', now() + interval '1 week', now() + interval '1 week 1 hour', 'confirmed'
from public.patients p where patient_number = 'P-00007';
insert into public.visit_notes (booking_id, body)
select id, 'Knee much better; go on with the exercises.' from public.bookings where status = 'completed';
insert into public.bookings (patient_id, practitioner_id, treatment_id, room_code, starts_at, ends_at, status)
select p.id, 'cccccccc-0000-4000-8000-000000000001', 2, 'B1', now() - n * interval '1 day', now() - n * interval '1 day' + interval '30 minutes', 'completed'
from generate_series(1, 150) n
cross join lateral (select id from public.patients order by md5(id::text || n) limit 1) p;
