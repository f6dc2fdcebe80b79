create extension if not exists btree_gist with schema extensions;
create type public.booking_status as enum ('requested', 'confirmed', 'completed', 'cancelled', 'no_show');

create table public.practitioners (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null unique references auth.users (id) on delete cascade,
  full_name text not null,
  specialty text not null
);

create table public.rooms (
  code text primary key check (code ~ '^[A-Z][0-9]{1,2}$'),
  floor int not null
);

create table public.treatments (
  id bigint generated always as identity primary key,
  name text not null unique,
  minutes int not null check (minutes between 10 and 180),
  price numeric(8, 2) not null check (price >= 0)
);

create table public.patients (
  id uuid primary key default gen_random_uuid(),
  patient_number text not null unique check (patient_number ~ '^P-[0-9]{5}$'),
  full_name text not null,
  email text,
  birth_date date not null check (birth_date > date '1900-01-01'),
  created_at timestamptz not null default now()
);

create table public.bookings (
  id uuid primary key default gen_random_uuid(),
  patient_id uuid not null references public.patients (id) on delete cascade,
  practitioner_id uuid not null references public.practitioners (id),
  treatment_id bigint not null references public.treatments (id),
  room_code text not null references public.rooms (code),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  status public.booking_status not null default 'requested',
  cancelled_at timestamptz,
  check (ends_at > starts_at),
  check ((status = 'cancelled') = (cancelled_at is not null)),
  exclude using gist (room_code with =, tstzrange(starts_at, ends_at) with &&) where (status <> 'cancelled')
);

create table public.visit_notes (
  id uuid primary key default gen_random_uuid(),
  booking_id uuid not null unique references public.bookings (id) on delete cascade,
  body text not null,
  created_at timestamptz not null default now()
);

alter table public.bookings enable row level security;
create policy "practitioners see their bookings" on public.bookings for select to authenticated
  using (practitioner_id in (select id from public.practitioners where user_id = auth.uid()));
