import type { Case } from './cases.ts'

/** What columns mean, what the columns of a row say of each other, and what look-up tables hold. */
export const meaningCases: readonly Case[] = [
  {
    name: 'a status and its dates say the same',
    given: `create table posts (id serial primary key, title text not null, status text not null default 'draft' check (status in ('draft', 'published', 'archived')),
              published_at timestamptz, archived_at timestamptz, created_at timestamptz not null default now());
            create table orders (id serial primary key, status text not null, paid_at timestamptz, shipped_at timestamptz, delivered_at timestamptz, cancelled_at timestamptz,
              cancellation_reason text, created_at timestamptz not null);
            create table tasks (id serial primary key, title text, status text not null check (status in ('todo', 'in_progress', 'done')), is_completed boolean not null default false,
              started_at timestamptz, completed_at timestamptz, created_at timestamptz not null);`,
    asking: { rows: 120 },
    holds: [
      `select bool_and((status in ('published', 'archived')) = (published_at is not null)) and count(published_at) > 10 from posts`,
      `select bool_and((status = 'archived') = (archived_at is not null)) from posts`,
      'select bool_and(archived_at >= published_at) from posts',
      'select bool_and(published_at is null or published_at >= created_at) from posts',
      `select bool_and((status = 'cancelled') = (cancelled_at is not null)) and count(cancelled_at) > 0 from orders`,
      `select bool_and(cancellation_reason is null or status = 'cancelled') from orders`,
      `select bool_and(status <> 'pending' or (paid_at is null and shipped_at is null and delivered_at is null)) from orders`,
      'select bool_and(shipped_at is null or paid_at is not null) from orders',
      'select coalesce(bool_and(shipped_at >= paid_at), false) from orders where shipped_at is not null',
      'select coalesce(bool_and(delivered_at >= shipped_at), false) from orders where delivered_at is not null',
      `select bool_and((status = 'done') = is_completed and (status = 'done') = (completed_at is not null) and (status = 'todo') = (started_at is null)) from tasks`,
      'select coalesce(bool_and(completed_at >= started_at and started_at >= created_at), false) from tasks where completed_at is not null',
    ],
  },
  {
    name: 'a flag and its date say the same',
    given: `create table users (id uuid primary key, email text unique not null, email_verified boolean not null default false, email_verified_at timestamptz, is_banned boolean not null default false, banned_at timestamptz);
            create table mails (id serial primary key, is_read boolean not null, read_at timestamptz);`,
    asking: { rows: 80 },
    holds: [
      'select bool_and(email_verified = (email_verified_at is not null)) and count(email_verified_at) between 20 and 79 from users',
      'select bool_and(is_banned = (banned_at is not null)) from users',
      'select bool_and(is_read = (read_at is not null)) and count(distinct is_read) = 2 from mails',
    ],
  },
  {
    name: 'money adds up though no check says so',
    given: `create table invoices (id serial primary key, subtotal numeric(10,2) not null, tax numeric(10,2) not null, discount numeric(10,2) not null, shipping_cost numeric(10,2), total numeric(10,2) not null);
            create table lines (id serial primary key, quantity int not null, unit_price numeric(10,2) not null, total numeric(12,2) not null);
            create table carts (id serial primary key, quantity int not null, unit_price_cents int not null, subtotal_cents int not null, tax_cents int not null, total_cents int not null);`,
    holds: [
      'select bool_and(total = subtotal + tax + coalesce(shipping_cost, 0) - discount) and bool_and(tax > 0 and tax < subtotal and discount < subtotal) from invoices',
      'select bool_and(total = quantity * unit_price) from lines',
      'select bool_and(subtotal_cents = quantity * unit_price_cents and total_cents = subtotal_cents + tax_cents and tax_cents <= subtotal_cents) from carts',
    ],
  },
  {
    name: 'bounds in pairs, and prices above prices',
    given: `create table jobs (id serial primary key, title text, salary_min int not null, salary_max int not null);
            create table products (id serial primary key, name text not null, price numeric(10,2) not null, compare_at_price numeric(10,2), min_quantity int not null, max_quantity int not null);`,
    holds: [
      'select bool_and(salary_min < salary_max) from jobs',
      'select bool_and(compare_at_price is null or compare_at_price > price) and bool_and(min_quantity < max_quantity) from products',
    ],
  },
  {
    name: 'a check has the last word over what names say',
    given: `create table offers (id serial primary key, status text not null check (status in ('open', 'sent', 'accepted')), accepted_at timestamptz,
              subtotal numeric(10,2) not null, tax numeric(10,2) not null, total numeric(10,2) not null check (total = subtotal - tax), check ((status = 'open') = (accepted_at is not null)), check (tax <= subtotal));`,
    holds: [
      `select count(*) = 20 and bool_and((status = 'open') = (accepted_at is not null)) and bool_and(total = subtotal - tax) from offers`,
    ],
  },
  {
    name: 'a person is one person, a place one place, a company one company',
    given: `create table people (id serial primary key, first_name text not null, last_name text not null, full_name text not null, email text not null unique, username text not null, initials text not null,
              city text not null, country text not null, country_code char(2) not null, latitude numeric(9,6) not null, longitude float8 not null, timezone text not null, currency char(3));
            create table firms (id serial primary key, company_name text not null, domain text not null, website text not null, contact_email text);`,
    asking: { rows: 40 },
    holds: [
      `select bool_and(full_name = first_name || ' ' || last_name) from people`,
      `select count(*) filter (where lower(split_part(email, '@', 1)) ~ lower(left(first_name, 1))) > 30 from people`,
      `select bool_and(upper(left(initials, 1)) = upper(left(first_name, 1))) from people where first_name ~ '^[A-Za-z]'`,
      'select bool_and(n = 1) from (select count(distinct country) n from people group by country_code) s',
      'select bool_and(n = 1) from (select count(distinct country_code) n from people group by city) s',
      'select bool_and(n = 1) from (select count(distinct timezone) n from people group by city) s',
      'select bool_and(abs(latitude) <= 90 and abs(longitude) <= 180) and bool_and(n < 3) from people, lateral (select max(latitude) - min(latitude) n from people p where p.city = people.city) s',
      `select bool_and(website like '%' || domain || '%') from firms`,
    ],
  },
  {
    name: 'a file is one file, a text speaks of its title',
    given: `create table files (id serial primary key, file_name text not null, mime_type text not null, size_bytes bigint not null);
            create table articles (id serial primary key, title text not null, slug text not null unique, excerpt text, body text not null);`,
    asking: { rows: 40 },
    holds: [
      `select bool_and(n = 1) from (select count(distinct mime_type) n from files group by lower(substring(file_name from '[.]([^.]+)$'))) s`,
      'select bool_and(size_bytes > 0) from files',
      `select bool_and(slug like left(trim(both '-' from regexp_replace(lower(title), '[^a-z0-9]+', '-', 'g')), 5) || '%') from articles where title ~ '^[A-Za-z0-9 ]+$'`,
      `select bool_and(body !~* 'lorem|ipsum') from articles`,
    ],
  },
  {
    name: 'countries, currencies, languages and time zones are those of the world',
    given: `create table countries (code char(2) primary key check (code ~ '^[A-Z]{2}$'), iso3 char(3) not null unique, name text not null unique, phone_code varchar(8), currency_code char(3));
            create table currencies (id serial primary key, code varchar(3) not null unique, name text not null, symbol text not null, decimal_digits int not null);
            create table languages (code text primary key, name varchar(40) not null, native_name text);
            create table time_zones (name text primary key, utc_offset text not null);
            create table cities (id serial primary key, name text not null, country_code char(2) not null references countries);`,
    asking: { rows: 50 },
    finds: ['rows-listed'],
    holds: [
      `select count(*) >= 40 and bool_or(code = 'DE' and iso3 = 'DEU' and name = 'Germany' and phone_code = '49' and currency_code = 'EUR') from countries`,
      `select count(*) >= 25 and bool_or(code = 'JPY' and name = 'Japanese Yen' and symbol = '¥' and decimal_digits = 0) from currencies`,
      `select bool_or(code = 'sv' and name = 'Swedish' and native_name = 'Svenska') from languages`,
      `select bool_or(name = 'Asia/Tokyo' and utc_offset = '+09:00') from time_zones`,
      'select count(*) = 50 and count(distinct country_code) > 5 from cities',
    ],
  },
  {
    name: 'look-up tables of an app: roles, permissions, plans, statuses, priorities',
    given: `create table roles (id serial primary key, name varchar(30) not null unique, description text);
            create table permissions (id serial primary key, name text not null unique, description text);
            create table role_permissions (role_id int references roles, permission_id int references permissions, primary key (role_id, permission_id));
            create table plans (id uuid primary key, name text not null, slug text not null unique, price_monthly numeric(8,2) not null);
            create table order_statuses (id smallint primary key, code text not null unique, label text not null);
            create table priorities (id serial primary key, name text unique not null, level int not null);
            create table payment_methods (id serial primary key, code text not null unique, name text not null);
            create table orders (id serial primary key, status_id smallint not null references order_statuses, payment_method_id int references payment_methods);`,
    holds: [
      `select bool_or(name = 'Admin') and count(*) between 6 and 20 from roles`,
      `select bool_and(name ~ '^[a-z]+[.](read|create|update|delete)$') and bool_and(description like 'May %') and count(*) = 20 from permissions`,
      'select count(*) = 20 from role_permissions',
      `select bool_or(name = 'Pro' and slug = 'pro') and count(*) = 6 from plans`,
      `select bool_or(code = 'shipped' and label = 'Shipped') from order_statuses`,
      `select bool_and(level = id) from priorities`,
      `select bool_or(code = 'bank_transfer' and name = 'Bank transfer') from payment_methods`,
      'select count(*) = 20 from orders',
    ],
  },
  {
    name: 'a list is capped by --rows, in its order',
    given: `create table currencies (code char(3) primary key, name text not null); create table genres (id serial primary key, name text not null unique);`,
    asking: { rows: 3 },
    holds: [
      `select array_agg(code::text order by code) = '{EUR,GBP,USD}' from currencies`,
      `select array_agg(name order by id) = '{Drama,Comedy,Thriller}' from genres`,
    ],
  },
  {
    name: 'more rows than an open list has are made up',
    given: `create table roles (id serial primary key, name text not null unique); create table genres (id serial primary key, name text not null unique);`,
    asking: { tables: { roles: 6, genres: 60 } },
    holds: [`select count(*) = 6 and bool_or(name = 'Owner') from roles`, 'select count(*) = 60 from genres'],
  },
  {
    name: 'a list that a check does not take is none; one that it takes in part is used as far as it goes',
    given: `create table roles (id serial primary key, name text not null unique check (name in ('admin', 'member')));
            create table languages (code char(2) primary key check (code in ('en', 'de', 'fr')), name text not null);
            create table genders (id serial primary key, name text not null check (length(name) <= 6));`,
    asking: { rows: 10 },
    holds: [
      'select count(*) = 2 from roles',
      `select count(*) = 3 and bool_or(code = 'de' and name = 'German') from languages`,
      `select count(*) = 2 and bool_and(name in ('Female', 'Male')) from genders`,
    ],
  },
  {
    name: 'roles of a tenant, cards of a customer and joins are no look-up tables',
    given: `create table tenants (id uuid primary key, name text);
            create table users (id uuid primary key, email text unique not null);
            create table roles (id uuid primary key, tenant_id uuid not null references tenants, name text not null, unique (tenant_id, name));
            create table payment_methods (id uuid primary key, user_id uuid not null references users, last4 char(4), brand text);
            create table user_roles (user_id uuid not null references users, role_id uuid not null references roles, primary key (user_id, role_id));`,
    holds: [
      'select count(*) = 20 from roles',
      'select count(*) = 20 from payment_methods',
      'select count(*) = 20 from user_roles',
    ],
  },
  {
    name: 'books that tools keep stay empty',
    given: `create table _prisma_migrations (id varchar(36) primary key, checksum varchar(64) not null, migration_name text not null);
            create table schema_migrations (version text primary key);
            create table oban_jobs (id bigserial primary key, worker text not null);
            create table solid_queue_jobs (id bigserial primary key, queue_name text not null);
            create table directus_settings (id serial primary key, project_name text);
            create table failed_jobs (id bigserial primary key, connection text not null, queue text not null, payload text not null, exception text not null);
            create table jobs (id uuid primary key, title text not null, salary_min int, places float8);
            create schema graphile_worker; create table graphile_worker.jobs (id bigserial primary key, task_identifier text not null);`,
    leaves: [
      '_prisma_migrations',
      'schema_migrations',
      'oban_jobs',
      'solid_queue_jobs',
      'directus_settings',
      'failed_jobs',
    ],
    holds: [
      'select count(*) = 0 from (select version from schema_migrations union all select id::text from _prisma_migrations union all select worker from oban_jobs union all select task_identifier from graphile_worker.jobs) s',
      'select count(*) = 20 from jobs',
    ],
  },
  {
    name: 'counters count the children',
    given: `create table forums (id serial primary key, name text not null, topics_count int not null default 0, views int not null default 0);
            create table topics (id uuid primary key, forum_id int not null references forums, title text not null, num_replies int not null, reply_likes_count smallint);
            create table topic_replies (id serial primary key, topic_id uuid not null references topics, body text not null);`,
    asking: { tables: { forums: 5, topics: 40, topic_replies: 200 } },
    holds: [
      'select bool_and(topics_count = (select count(*) from topics where forum_id = forums.id)) and count(distinct topics_count) > 1 from forums',
      'select bool_and(num_replies = (select count(*) from topic_replies r where r.topic_id = topics.id)) and sum(num_replies) = 200 from topics',
      'select count(distinct views) > 1 from forums',
    ],
  },
  {
    name: 'edge cases on request, and all of them accepted',
    given: `create table shops (id serial primary key, name varchar(60) not null, motto varchar(12), notes text not null check (length(notes) between 3 and 90 and notes = trim(notes)), founded date not null,
              visits int not null check (visits between 0 and 5000), opened_at timestamptz not null, email text not null unique, code text not null check (code ~ '^[A-Z]{3}$'), created_at timestamptz not null default now());
            create table sales (id serial primary key, shop_id int not null references shops, quantity smallint not null, remark text, created_at timestamptz not null);`,
    asking: { rows: 80, edgeCases: true },
    holds: [
      'select bool_or(length(name) = 60) and bool_or(length(name) = 1) from shops',
      `select bool_or(name ~ '[א-ת]' or notes ~ '[א-ת]') and bool_or(notes ~ '[؀-ۿ]') from shops`,
      `select bool_or(remark like '%🎉%') from sales`,
      'select max(length(motto)) = 12 and min(length(motto)) = 1 from shops',
      'select max(visits) = 5000 and min(visits) = 0 from shops',
      'select max(quantity) = 32767 from sales',
      `select bool_or(founded = '1970-01-01') or bool_or(opened_at = '1970-01-01T00:00:00Z') from shops`,
      `select bool_and(email ~ '(example|test|invalid)([.][a-z]+)?$') from shops`,
      'select bool_and(s.created_at >= shops.created_at) from sales s join shops on shops.id = s.shop_id',
      'select count(*) filter (where length(name) between 2 and 59) > 50 from shops',
    ],
  },
  {
    name: 'texts speak of what the table holds',
    given: `create table tax_classes (id serial primary key, name text not null, description text not null);
            create table hotel_rooms (id serial primary key, name varchar(40) not null unique, description varchar(200) not null, hotel_id int, price_per_night numeric(8,2));
            create table products (id serial primary key, name text not null, description text); create table tasks (id serial primary key, title text not null);
            create table reviews (id serial primary key, rating int not null check (rating between 1 and 5), body text not null);`,
    asking: { rows: 30 },
    holds: [
      `select bool_and(name like '% Tax Class') and bool_and(description ilike '%tax class%') and count(distinct description) > 20 from tax_classes`,
      `select bool_and(description ilike '%room%') and bool_and(length(description) <= 200) from hotel_rooms`,
      `select bool_and(body !~* 'lorem|ipsum|dolor sit') from reviews`,
      'select count(distinct title) > 20 from tasks',
    ],
  },
  {
    name: 'settings hold what their keys ask for',
    given: 'create table settings (id serial primary key, key text not null, value text not null);',
    asking: { rows: 60 },
    holds: [
      `select bool_and(value in ('light', 'dark', 'system')) from settings where key = 'theme'`,
      `select bool_and(value ~ '^[0-9]+$') and count(*) > 0 from settings where key = 'page_size'`,
    ],
  },
  {
    name: 'words of known lists: blood groups, campaigns, difficulties, media',
    given: `create table patients (id serial primary key, blood_type varchar(3) not null, marital_status text not null, nationality text);
            create table visits (id serial primary key, utm_source text not null, utm_medium text not null, browser text not null, device_type text not null);
            create table recipes (id serial primary key, title text, difficulty text not null, cuisine text not null);
            create table subscriptions (id serial primary key, plan text not null, provider varchar(6) not null);
            create table users (id uuid primary key); create table identities (id serial primary key, user_id uuid not null references users, provider text not null, unique (user_id, provider));`,
    holds: [
      `select bool_and(blood_type ~ '^(A|B|AB|O)[+-]$') and bool_and(marital_status in ('single', 'married', 'divorced', 'widowed')) from patients`,
      `select bool_and(utm_medium in ('email', 'cpc', 'social', 'organic', 'referral')) and bool_and(browser in ('Chrome', 'Safari', 'Firefox', 'Edge')) from visits`,
      `select bool_and(difficulty in ('beginner', 'easy', 'medium', 'hard', 'advanced')) and count(distinct cuisine) > 3 from recipes`,
      `select bool_and(plan in ('free', 'pro', 'business', 'enterprise')) and bool_and(length(provider) <= 6) from subscriptions`,
      `select bool_and(provider in ('email', 'google', 'github')) and count(*) = 20 from identities`,
    ],
  },
  {
    name: 'times: children after parents, ends after starts, mostly in working hours',
    given: `create table users (id uuid primary key, email text unique not null, created_at timestamptz not null default now());
            create table bookings (id uuid primary key, user_id uuid not null references users, starts_at timestamptz not null, ends_at timestamptz not null, created_at timestamptz not null default now(), updated_at timestamptz not null default now());`,
    asking: { tables: { users: 30, bookings: 300 } },
    holds: [
      'select bool_and(b.created_at >= u.created_at) from bookings b join users u on u.id = b.user_id',
      'select bool_and(ends_at >= starts_at) and bool_and(updated_at >= created_at) from bookings',
      `select count(*) filter (where extract(hour from starts_at at time zone 'UTC') between 6 and 22) > 200 from bookings`,
    ],
  },
  {
    name: 'houses have names of houses, and who did something is a person',
    given: `create table properties (id uuid primary key default gen_random_uuid(), name text not null, address text, year_built int, total_units int);
            create table repairs (id uuid primary key default gen_random_uuid(), property_id uuid not null references properties, assigned_to text, reported_by text not null);`,
    holds: [
      `select bool_and(name ilike '%property') from properties`,
      `select bool_and(reported_by ~ '^[[:upper:]][^ ]* [[:upper:]]') from repairs`,
      `select bool_and(assigned_to ~ '^[[:upper:]][^ ]* [[:upper:]]') from repairs`,
    ],
  },
]
