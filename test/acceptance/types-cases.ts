import type { Case } from './cases.ts'

const ALL = (...tables: string[]): string[] => tables.map((table) => `select count(*) = 20 from ${table}`)

/** Types with their lengths and edges, in keys, arrays, domains and JSON. */
export const typesCases: readonly Case[] = [
  {
    name: 'texts of every length, unique as well',
    given: `create table t (id serial primary key, a char(5) not null, b varchar(3) not null, c varchar(1) not null, d name not null unique, e "char" not null unique, f text collate "C" not null unique, g bpchar not null, h varchar(2) not null unique,
              i char(1) not null unique, j varchar(4)[] not null, k char(3)[] not null, l name[] not null, m text not null check (octet_length(m) <= 12), n text not null unique check (octet_length(n) between 8 and 10));`,
    holds: [...ALL('t'), 'select count(distinct d) = 20 and count(distinct i) = 20 from t'],
  },
  {
    name: 'numbers at their edges, unique as well, and money',
    given: `create table t (id serial primary key, a smallint not null unique, b numeric(1,1) not null, c numeric(38,10) not null, d numeric(6,6) not null unique, e real not null unique, f float8 not null unique, g numeric not null unique, h money not null unique,
              i oid not null, j oid not null unique, k numeric(3,2) not null unique, l bigint not null unique, m smallint[] not null, n float8[] not null, o numeric(3,5) not null);`,
    holds: [...ALL('t'), 'select count(distinct h) = 20 from t'],
  },
  {
    name: 'types of the catalog: names of tables, types, roles, configurations, transactions, snapshots',
    given: `create table t (id serial primary key, a regclass not null, b regtype not null, c regproc not null, d regnamespace not null, e xid not null, f cid not null, g tid not null, h pg_lsn not null unique, i regrole not null, j xid8 not null unique,
              k pg_snapshot not null, m oidvector not null, n int2vector not null, o regconfig not null, p jsonpath not null, q refcursor not null);`,
    holds: ALL('t'),
  },
  {
    name: 'addresses of networks and machines, unique, of one family, within a network',
    given: `create table t (id serial primary key, a inet not null unique, b cidr not null unique, c macaddr not null unique, d macaddr8 not null unique, e inet[] not null, f inet not null check (family(f) = 4), g inet not null check (masklen(g) = 32));
            create table u (id serial primary key, h cidr not null check (family(h) = 6), i inet not null check (i << '10.0.0.0/8'));`,
    holds: ALL('t', 'u'),
  },
  {
    name: 'bits and bytes, unique and of a length; a key with few values caps its table',
    given: `create table t (id serial primary key, a bit not null, c bit varying(7) not null, d bit varying not null, e bit(12) not null unique, f bit(2)[] not null, g bytea not null unique, h bytea not null check (length(h) <= 4), i varbit(6) not null unique);
            create table few (id serial primary key, b bit(3) not null unique);`,
    finds: ['rows-capped'],
    holds: [...ALL('t'), 'select count(*) = 8 from few'],
  },
  {
    name: 'times and intervals of every precision, unique as well',
    given: `create table t (id serial primary key, a time(0) not null, b timetz not null unique, c interval day to second(0) not null, d interval year to month not null, e interval hour not null, f timestamp(0) not null unique, g timestamptz(3) not null unique,
              h time not null unique, i date not null unique, j interval not null unique, k timetz(3) not null, l interval minute to second not null, m date[] not null, n interval[] not null, o timestamptz[] not null unique);`,
    holds: ALL('t'),
  },
  {
    name: 'ranges and multiranges, bounded, unique, of types of one’s own',
    given: `create type floatr as range (subtype = float8); create type textr as range (subtype = text); create type timer as range (subtype = time);
            create table t (id serial primary key, a int4range not null unique, b numrange not null, c tstzrange not null unique, d daterange not null check (upper(d) - lower(d) <= 10), e int8multirange not null, f nummultirange not null, g tstzmultirange not null,
              h tsrange not null check (lower_inc(h) and not upper_inc(h)), i daterange[] not null, j int4range not null check (lower(j) >= 0 and upper(j) <= 100), k datemultirange not null unique, l daterange not null check (not isempty(l)), m numrange not null check (m <@ numrange(0, 100)));
            create table u (id serial primary key, a floatr not null, b textr not null, c timer not null, d floatr[]);`,
    holds: ALL('t', 'u'),
  },
  {
    name: 'documents, searches, shapes, and arrays of them',
    given: `create table t (id serial primary key, a xml not null, b tsvector not null, c tsquery not null, d json not null, f point not null, g circle not null, h box not null, i polygon not null, j path not null, k line not null, l lseg not null,
              m uuid[] not null, n xml[] not null, o jsonb[] not null, p json[] not null, q point[] not null, r jsonpath);`,
    holds: ALL('t'),
  },
  {
    name: 'composites in composites, domains over domains and over arrays, enums in arrays, all of them unique',
    given: `create type mood as enum ('a','b','c'); create type lvl1 as (a int, b mood); create type lvl2 as (x lvl1, y lvl1[], z text[]); create domain d1 as int check (value > 10); create domain d2 as d1 check (value < 20);
            create domain d3 as text not null check (value ~ '^[a-z]+$'); create domain arr as int[] check (cardinality(value) between 1 and 2); create domain em as mood check (value <> 'c');
            create table t (id serial primary key, a lvl2 not null, b d2 not null, c d3, d arr not null, e mood[] not null, f lvl1[] not null, g d2[] not null, h arr[] not null, i em not null, j em[] not null, k d3[] not null, l mood not null, m lvl2, n d3 not null unique, o lvl1 not null unique, p mood[] not null unique);`,
    holds: [...ALL('t'), 'select count(distinct o) = 20 and count(distinct p) = 20 from t'],
  },
  {
    name: 'domains over composites that functions check',
    given: `create type addr as (street text, zip text); create function ok(a addr) returns boolean language sql immutable as $$ select (a).zip ~ '^[0-9]{5}$' $$; create domain addr_d as addr check ((value).street is not null and ok(value));
            create type money_t as (amount numeric, currency char(3)); create domain price as money_t check ((value).amount >= 0 and (value).currency in ('USD', 'EUR'));
            create table t (id serial primary key, a addr_d not null, b addr_d); create table u (id serial primary key, p price not null, q price[] not null);`,
    holds: [...ALL('t', 'u'), `select bool_and(((a).zip)::text ~ '^[0-9]{5}$') from t`],
  },
  {
    name: 'domains as real schemas have them: in keys, arrays and uniques',
    given: `create domain email as text check (value ~* '^[a-z0-9._%+-]+@[a-z0-9.-]+\\.[a-z]{2,}$'); create domain pct as numeric(5,2) check (value between 0 and 100); create domain posint as int check (value > 0); create domain slug as varchar(30) check (value ~ '^[a-z0-9-]+$');
            create domain cur as char(3) check (value ~ '^[A-Z]{3}$'); create domain nn as text not null default 'x' check (length(value) > 2); create domain tags as text[] check (array_length(value, 1) <= 5); create domain js as jsonb check (jsonb_typeof(value) = 'object'); create domain kid as uuid; create domain kid2 as bigint;
            create table t (id kid primary key default gen_random_uuid(), e email not null unique, p pct not null, n posint not null unique, s slug not null unique, c cur not null, x nn, tg tags not null, j js not null);
            create table u (id kid2 primary key, t kid not null references t, e email[] not null, p pct[], r int4range check (lower(r) > 0)); create table v (id kid2 primary key, u kid2 unique references u);`,
    holds: ALL('t', 'u', 'v'),
  },
  {
    name: 'generated columns read a JSON column: its members are there and have the formats',
    given: `create table products (id uuid primary key default gen_random_uuid(), data jsonb not null, price numeric(10,2) generated always as ((data->>'price')::numeric) stored not null, name text generated always as (data->>'name') stored not null,
              stock int generated always as ((data->'inventory'->>'stock')::int) stored, active boolean generated always as ((data->>'active')::boolean) stored, released date generated always as (make_date((data->>'year')::int, 1, 1)) stored,
              slug text generated always as (lower(replace(data->>'title', ' ', '-'))) stored, sku text generated always as (upper(data #>> '{codes,sku}')) stored unique, ext uuid generated always as ((data->>'ext_id')::uuid) stored);`,
    holds: [
      ...ALL('products'),
      'select count(price) = 20 and count(stock) = 20 and count(released) = 20 and count(distinct sku) = 20 from products',
    ],
  },
  {
    name: 'JSON that generated columns read through functions and checks, and that holds the key',
    given: `create function to_date_i(text) returns date language sql immutable as $$ select to_date($1, 'YYYY-MM-DD') $$;
            create table events (id bigint primary key generated always as identity, payload jsonb not null, kind text generated always as (payload->>'type') stored, happened date generated always as (to_date_i(payload->>'date')) stored,
              amount numeric generated always as (coalesce((payload->>'amount')::numeric, 0)) stored, n bigint generated always as ((payload->>'n')::bigint) stored, tags int generated always as (jsonb_array_length(payload->'tags')) stored, check (kind in ('a', 'b', 'c')), check (amount >= 0));
            create table stripe (id text generated always as (attrs->>'id') stored primary key, attrs jsonb not null); create table m (id serial primary key, d jsonb not null); create unique index on m ((d->>'key'));`,
    holds: [
      ...ALL('events', 'stripe', 'm'),
      'select count(kind) = 20 and count(happened) = 20 and count(tags) = 20 from events',
      `select count(d->>'key') = 20 from m`,
    ],
  },
  {
    name: 'text without case, as an extension has it',
    given: `create extension if not exists citext; create table t (id serial primary key, a citext not null unique, b citext not null check (b ~ '^[a-z0-9-]{3,20}$'), c citext[] not null);`,
    holds: ALL('t'),
  },
  {
    name: 'trees by path and cubes, as extensions have them',
    given: `create extension if not exists ltree; create extension if not exists cube;
            create table t (id serial primary key, a ltree not null unique, c lquery, d ltree[] not null, e ltree not null check (nlevel(e) >= 2), f cube not null); create table cat (path ltree primary key, name text not null);`,
    holds: ALL('t', 'cat'),
  },
  {
    name: 'four hundred columns in a table, and sixty tables with thirty each',
    given: `create table wide (id serial primary key, ${Array.from({ length: 400 }, (_, i) => `c${i} ${['text', 'int', 'boolean', 'numeric(10,2)', 'timestamptz', 'jsonb', 'uuid', 'varchar(20)'][i % 8]}${i % 3 ? ' not null' : ''}`).join(', ')});
            ${Array.from({ length: 60 }, (_, i) => `create table w${i} (id serial primary key, ${Array.from({ length: 30 }, (__, j) => `f${j} ${['text', 'int', 'date', 'numeric', 'varchar(9)'][j % 5]}`).join(', ')});`).join('\n')}`,
    holds: ALL('wide', 'w0', 'w59'),
  },
  {
    name: 'odd names of every kind, tables without columns or keys, inheritance',
    given: `create table "select" ("from" serial primary key, "where" text, "Group" int not null check ("Group" > 3), "a.b" text unique, "c""d" int references "select", "e'f" text not null default 'it''s' check ("e'f" <> ''), "g%h" date, "\\x" int, "i j" numeric(5,2) generated always as ("Group" * 1.5) stored,
              "ünï" text not null unique, "1st" boolean, "$x" text, "UPPER" jsonb not null default '{}', "__proto__" text, "constructor" int not null);
            create schema "S p"; create table "S p"."T" (id serial primary key, r int not null references "select"); create table empty_cols (); create table only_id (id serial primary key); create table only_default (d timestamptz not null default now());
            create unlogged table unl (id serial primary key, a int); create table inh (extra int not null) inherits (unl); create table no_pk (a int, b text); create table all_null (a int check (a is null), b text);`,
    leaves: ['empty_cols'],
    holds: ALL('"select"', '"S p"."T"', 'only_id', 'only_default', 'inh', 'no_pk', 'all_null'),
  },
]
