import type { Case } from './cases.ts'

/** What schemas of large products brought. */
export const productsCases: readonly Case[] = [
  {
    name: 'keys beside keys: a part of the primary key is unique, states name rows, numbers and flags are told apart by an optional parent',
    given: `create table chart (id serial primary key, name text);
            create table label (id serial primary key, word text);
            create table chart_labels (chart_id int not null references chart, label_id int not null unique references label, primary key (chart_id, label_id));
            create table handshake (state text primary key, nonce text not null);
            create table org (id uuid primary key); create table plan (id uuid primary key, org_id uuid not null references org);
            create table subscription (id uuid primary key, org_id uuid not null references org);
            create table threshold (id uuid primary key, org_id uuid not null references org, plan_id uuid references plan, subscription_id uuid references subscription,
              recurring boolean not null default false, "position" int not null, deleted_at timestamptz, check ((plan_id is not null) <> (subscription_id is not null)));
            create unique index on threshold (plan_id, recurring) where recurring is true and deleted_at is null and plan_id is not null;
            create unique index on threshold (subscription_id, "position") where subscription_id is not null and deleted_at is null;`,
    holds: [
      'select count(*) = 20 and count(distinct chart_id) > 3 from chart_labels',
      'select count(*) = 20 from handshake',
      'select count(*) = 20 from threshold',
      'select count(plan_id) between 1 and 19 from threshold',
    ],
  },
  {
    name: 'a pair of type and id in a key, and one of its tables holds two rows',
    given: `create table artifact (id serial primary key, name text); create table robot (id int primary key check (id in (1, 2)), name text);
            create table schedule (id serial primary key, vendor_type varchar(16), vendor_id int, cron varchar(64), unique (vendor_type, vendor_id));`,
    holds: ['select count(*) = 20 from schedule'],
  },
  {
    name: 'two keys that share the tenant: only rows of tenants that have both',
    given: `create table tenant (id uuid primary key, name text);
            create table survey (id uuid primary key, tenant_id uuid not null references tenant, title text, unique (id, tenant_id));
            create table source (id uuid primary key, tenant_id uuid not null references tenant, name text, unique (id, tenant_id));
            create table mapping (id uuid primary key, tenant_id uuid not null, survey_id uuid not null, source_id uuid not null,
              foreign key (source_id, tenant_id) references source (id, tenant_id), foreign key (survey_id, tenant_id) references survey (id, tenant_id));`,
    holds: ['select count(*) = 20 from mapping'],
  },
  {
    name: 'texts that indexes read as numbers and flags, members that a function of the schema makes times of',
    given: `create function to_time(text) returns timestamp language sql immutable as $$ select ($1::timestamptz) at time zone 'UTC' $$;
            create table build (id serial primary key, number varchar, private text, note text, payload jsonb not null default '{}',
              began timestamp generated always as (to_time((payload ->> 'began')::varchar)) stored);
            create index on build (id, (number::integer)); create index on build (note) where private::boolean;
            create index on build (((payload ->> 'size')::bigint));`,
    holds: [
      'select count(*) = 20 and count(distinct number::integer) > 5 and count(distinct began) > 5 from build',
      `select count((payload ->> 'size')::bigint) > 5 from build`,
    ],
  },
  {
    name: 'a check of several ways, and in the one that is taken keys must not lead anywhere',
    given: `create table rate (id serial primary key, name text); create table person (id serial primary key, name text);
            create table charge (id serial primary key, mode varchar not null, pinned_id int references rate, found_id int references rate, by_id int not null references person, manual numeric, amount numeric, found_at timestamptz,
              check ((mode = 'dynamic' and pinned_id is null and manual is null and ((found_id is null and amount is null and found_at is null) or (found_id is not null and amount is not null and found_at is not null)))
                or (mode = 'manual' and pinned_id is null and found_id is null and manual > 0 and amount is not null and found_at is not null)));`,
    holds: ['select count(*) = 20 from charge'],
  },
  {
    name: 'an optional key with the tenant in it beside a key of the tenant alone',
    given: `create table network (id uuid primary key); insert into network values ('00000000-0000-4000-8000-000000000001');
            create table client (id text not null, nid uuid not null references network, name text, primary key (id, nid));
            create table flow (challenge text primary key, nid uuid not null references network on delete restrict, client_id text,
              foreign key (client_id, nid) references client (id, nid) on delete cascade);`,
    holds: ['select count(*) = 20 from flow', 'select count(*) = 20 from client'],
  },
]
