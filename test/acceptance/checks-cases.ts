import type { Case } from './cases.ts'

const ALL = (...tables: string[]): string[] => tables.map((table) => `select count(*) = 20 from ${table}`)

/** Checks of one column and of several, as real schemas have them. That no row was refused says that they hold. */
export const checksCases: readonly Case[] = [
  {
    name: 'checks on texts: case, blanks, patterns of every notation, prefixes, lengths in bytes',
    given: `create table t (id serial primary key, a text not null check (lower(a) = a), b text not null check (trim(b) <> ''), c text not null check (c similar to '[A-Z]{2}[0-9]{3,5}'),
              d text not null check (d ~* '^[a-z]+@[a-z]+\\.(com|org)$'), e text not null check (octet_length(e) = 16), f text not null check (char_length(f) between 3 and 5), g text not null check (g like 'usr_%'),
              h text not null check (h like 'A__-%' and length(h) < 12), i text not null check (i !~ '\\s'), k text not null check (upper(k) = k and length(k) = 3), l text not null check (position('@' in l) > 1),
              o text not null check (starts_with(o, 'https://')), v text not null check (right(v, 4) = '.pdf'), x text not null check (split_part(x, ':', 1) in ('a', 'b')), y text not null check (y ilike '%foo%'), z text not null check (z not like '% %'));`,
    holds: ALL('t'),
  },
  {
    name: 'a number that is not zero, a remainder, a bit, a step',
    given: `create table t (id serial primary key, g int not null check (g <> 0), h numeric(6,2) not null check (h <> 0), e int not null check (e % 5 = 0), w int not null check (mod(w, 3) = 1), q int not null check (q & 1 = 0),
              f int not null check (abs(f) <= 3), r int not null check (power(r, 2) < 100), v numeric not null check (scale(v) <= 1), u int not null check (not (u between 3 and 800)), l numeric(3,0) not null check (l > 990), n numeric(4,4) not null, o numeric(2,-3) not null);`,
    holds: [...ALL('t'), 'select count(distinct g) > 5 and count(distinct w) > 5 from t'],
  },
  {
    name: 'three columns that sum up to nothing, also under a key and within bounds',
    given: `create table cubes (x int not null, y int not null, z int not null, check (x + y + z = 0), primary key (x, y, z));
            create table hexes (id serial primary key, q int not null, r int not null, s int not null, check (q + r + s = 0), check (q between -5 and 5), check (r between -5 and 5), check (s between -5 and 5));
            create table shares (id serial primary key, a int not null, b int not null, check (a + b = 100), check (a between 0 and 100), check (b between 0 and 100));
            create table twice (id serial primary key, d int not null, e int not null, check (d = e * 2 + 1));`,
    holds: [...ALL('cubes', 'hexes', 'shares', 'twice'), 'select count(distinct a) > 5 from shares'],
  },
  {
    name: 'totals of several parts, some of them taken away',
    given: `create table invoice (id serial primary key, total numeric(12,2) not null, sub numeric(12,2) not null, tax numeric(12,2) not null, discount numeric(12,2) not null default 0,
              check (total = sub + tax - discount), check (total >= 0), check (discount >= 0), rate numeric not null, fee numeric not null, check (fee = round(rate * 0.2, 2)));`,
    holds: [...ALL('invoice'), 'select bool_and(total = sub + tax - discount) from invoice'],
  },
  {
    name: 'two flags, two labels, two numbers that differ',
    given: `create type side as enum ('left', 'right', 'top');
            create table t (id serial primary key, j boolean not null, k boolean not null, check (j != k), a side not null, b side not null, check (a <> b), m int not null, n int not null, check (m <> n),
              o text not null check (o in ('x', 'y')), p text not null check (p in ('x', 'y')), check (o <> p));`,
    holds: [
      ...ALL('t'),
      'select count(*) filter (where j) between 1 and 19 from t',
      'select count(distinct (a, b)) > 3 from t',
    ],
  },
  {
    name: 'times of day in their order',
    given: `create table shift (id serial primary key, starts time not null, ends time not null, check (ends > starts), opens time, closes time, check (closes > opens), noon time not null check (noon >= '08:00' and noon < '18:00'));`,
    holds: [...ALL('shift'), 'select bool_and(ends > starts) and count(distinct starts) > 5 from shift'],
  },
  {
    name: 'dates: distances, ages, weekdays, first days, whole hours, one year',
    given: `create table t (id serial primary key, starts_on date not null, ends_on date not null, check (ends_on - starts_on <= 30), check (ends_on >= starts_on), birth date not null check (birth < current_date - interval '18 years'),
              adult date not null check (age(adult) >= interval '18 years'), d timestamptz not null, e timestamptz not null, check (e - d <= interval '2 hours'), check (e > d), g date not null check (extract(dow from g) = 1),
              h date not null check (date_trunc('month', h) = h), i timestamp not null check (extract(year from i) = 2024), l timestamptz not null check (date_part('minute', l) in (0, 30)), m date not null, n int not null check (n > 0), p date not null, check (p = m + n),
              f interval not null check (f > interval '0' and f <= interval '1 day'), v date not null check (isfinite(v)));`,
    holds: [...ALL('t'), 'select count(distinct g) > 5 from t'],
  },
  {
    name: 'JSON of a kind, with keys, with members of a kind, deeper down',
    given: `create table t (id serial primary key, a jsonb not null check (jsonb_typeof(a) = 'object'), b jsonb not null check (b ? 'name'), c jsonb not null check (c ?& array['x','y']), f jsonb not null check (jsonb_array_length(f) between 1 and 3),
              k jsonb not null check (k @> '{"v": 1}'), l jsonb not null check (l ? 'a' and jsonb_typeof(l -> 'a') = 'number'), n jsonb not null check (n #>> '{a,b}' is not null), s jsonb not null check (jsonb_typeof(s) = 'string'),
              p jsonb not null check (jsonb_path_exists(p, '$.a')), i jsonb not null check (i <> '{}'), h jsonb not null check ((h ->> 'amount')::numeric > 0));`,
    holds: ALL('t'),
  },
  {
    name: 'arrays: their length, their items, two of one length, one counted by a column',
    given: `create table t (id serial primary key, a text[] not null check (array_length(a, 1) between 1 and 3), b int[] not null check (cardinality(b) = 3), c text[] not null check (c <@ array['x','y','z']), e int[] not null, f int[] not null, check (cardinality(e) = cardinality(f)),
              g text[] not null, h numeric[] not null, check (array_length(g, 1) = array_length(h, 1)), i int[] not null check (0 < all (i)), j text[] not null check (array_position(j, null) is null), k text[] not null check ('main' = any (k)), l text[] not null check (l @> array['root']),
              m float8[] not null check (array_length(m, 1) = 2 and m[1] between -180 and 180 and m[2] between -90 and 90), p int[] not null check (p[1] < p[2]), q text[] not null, r int not null, check (cardinality(q) = r));`,
    holds: ALL('t'),
  },
  {
    name: 'exactly one of several: by a sum of CASE, of casts, by num_nonnulls, num_nulls and by hand',
    given: `create table p1 (id serial primary key); create table p2 (id serial primary key); create table p3 (id serial primary key);
            create table a (id serial primary key, a int references p1, b int references p2, c int references p3, check ((case when a is null then 0 else 1 end + case when b is null then 0 else 1 end + case when c is null then 0 else 1 end) = 1));
            create table b (id serial primary key, a int, b int, c int, check ((a is not null)::int + (b is not null)::int + (c is not null)::int = 1));
            create table c (id serial primary key, a int references p1, b int references p2, check (num_nonnulls(a, b) = 1)); create table d (id serial primary key, a int, b int, check (num_nulls(a, b) = 1));
            create table e (id serial primary key, a text, b text, check (a is null or b is null), check (a is not null or b is not null)); create table f (id serial primary key, a int, b int, check ((a is null) <> (b is null)));`,
    holds: [
      ...ALL('a', 'b', 'c', 'd', 'e', 'f'),
      'select count(a) between 1 and 19 from a',
      'select count(a) between 1 and 19 from f',
    ],
  },
  {
    name: 'exactly one of several parents, told by a scope column',
    given: `create table p1 (id serial primary key); create table p2 (id serial primary key); create table p3 (id serial primary key);
            create table x (id serial primary key, scope text not null check (scope in ('a','b','c')), a int references p1, b int references p2, c int references p3, check ((scope = 'a') = (a is not null)), check ((scope = 'b') = (b is not null)), check ((scope = 'c') = (c is not null)));
            create table y (id serial primary key, scope text not null, a int references p1, b int references p2, check ((scope = 'a' and a is not null and b is null) or (scope = 'b' and a is null and b is not null)));
            create table z (id serial primary key, owner_type text not null check (owner_type in ('user','team')), user_id int references p1, team_id int references p2, check (case owner_type when 'user' then user_id is not null and team_id is null when 'team' then team_id is not null and user_id is null end));`,
    holds: [
      ...ALL('x', 'y', 'z'),
      'select count(distinct scope) = 3 from x',
      'select count(distinct scope) = 2 from y',
    ],
  },
  {
    name: 'a state machine: each state has its time, and the times follow each other',
    given: `create table orders (id serial primary key, status text not null default 'draft' check (status in ('draft','placed','paid','shipped','cancelled')), placed_at timestamptz, paid_at timestamptz, shipped_at timestamptz, cancelled_at timestamptz, cancel_reason text,
              check (status = 'draft' or placed_at is not null), check (status not in ('paid','shipped') or paid_at is not null), check ((status = 'shipped') = (shipped_at is not null)), check ((status = 'cancelled') = (cancelled_at is not null)),
              check (cancelled_at is null or cancel_reason is not null), check (paid_at is null or paid_at >= placed_at), check (shipped_at is null or shipped_at >= paid_at));
            create table subs (id serial primary key, state text not null, trial_ends_at timestamptz, ended_at timestamptz, starts_at timestamptz not null, check (state in ('trial','active','ended')),
              check (case state when 'trial' then trial_ends_at is not null and ended_at is null when 'active' then ended_at is null else ended_at is not null end), check (ended_at is null or ended_at > starts_at));`,
    holds: [...ALL('orders', 'subs'), 'select count(distinct status) > 2 from orders'],
  },
  {
    name: 'implication, and a form for each kind of payment',
    given: `create table pay (id serial primary key, type text not null, card_last4 char(4), iban text, check ((type = 'card' and card_last4 ~ '^[0-9]{4}$' and iban is null) or (type = 'bank' and iban is not null and card_last4 is null) or (type = 'cash' and iban is null and card_last4 is null)));
            create table impl (id serial primary key, featured boolean not null default false, featured_until date, rank int, check (not featured or (featured_until is not null and rank between 1 and 10)), check (featured or rank is null));
            create table disc (id serial primary key, min_qty int not null default 1, max_qty int, discount_type text not null check (discount_type in ('percentage','fixed')), value numeric(10,2) not null check (value > 0), check (discount_type <> 'percentage' or value <= 100), check (max_qty is null or max_qty >= min_qty), starts date, ends date, check (starts is null or ends is null or ends >= starts));`,
    holds: ALL('pay', 'impl', 'disc'),
  },
  {
    name: 'one column is a function of another',
    given: `create table t (id serial primary key, h int not null, i int not null, check (h = i), j text not null, k text not null, check (j = upper(k)), l text not null, m text not null, check (lower(l) = m), n int not null, o text not null, check (n = length(o)),
              u date not null, v int not null, check (extract(year from u) = v), w timestamptz not null, x date not null, check (x = (w at time zone 'UTC')::date), aa int not null, bb int not null, check (aa between bb and bb + 10), cc numeric(5,2) not null, check (cc % 0.25 = 0), y int not null, z int not null, check (greatest(y, z) < 10));`,
    holds: ALL('t'),
  },
  {
    name: 'functions of the schema judge the values, in SQL and PL/pgSQL, and texts that must be read as another type',
    given: `create function valid_email(t text) returns boolean language sql immutable as $$ select t ~ '^[^@]+@[^@]+$' $$;
            create function seven(t text) returns boolean language plpgsql immutable as $$ begin return length(t) = 7 and t ~ '^[0-9]+$'; end $$;
            create table a (id serial primary key, e text not null check (valid_email(e))); create table b (id serial primary key, c text not null check (seven(c)));
            create table c (id serial primary key, tz text not null check (now() at time zone tz is not null)); create table d (id serial primary key, u text not null check (u::uuid is not null));
            create table e (id serial primary key, d text not null check (d::date > '2000-01-01')); create table f (id serial primary key, n text not null check (n::numeric >= 0));`,
    holds: ALL('a', 'b', 'c', 'd', 'e', 'f'),
  },
  {
    name: 'a function looks up what is there already',
    given: `create table kinds (name text primary key); insert into kinds values ('first'), ('second');
            create function is_kind(t text) returns boolean language sql stable as $$ select exists (select 1 from kinds where name = t) $$;
            create table t (id serial primary key, kind text not null check (is_kind(kind)));`,
    holds: [...ALL('t'), 'select count(distinct kind) = 2 from t'],
  },
  {
    name: 'a check that nothing passes leaves its table out before anything is written, though nobody could read it',
    given: `create function never(t text) returns boolean language plpgsql immutable as $$ begin return length(t) > 5 and length(t) < 3; end $$;
            create table odd (id serial primary key, x text not null check (never(x))); create table even (id serial primary key);`,
    leaves: ['odd'],
    holds: ['select count(*) = 0 from odd', ...ALL('even')],
  },
  {
    name: 'values of a generated column fit its type',
    given: `create table line (id serial primary key, quantity int not null check (quantity > 3), total numeric(5,2) generated always as (quantity * 1.5) stored, label text not null, short varchar(12) generated always as (label) stored);`,
    holds: [...ALL('line'), 'select bool_and(total < 1000) from line'],
  },
]
