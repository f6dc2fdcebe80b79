import type { CheckCase } from '../check-case.ts'

const presence = (
  column: string,
  when: string,
  values: readonly unknown[],
  rest: { null?: boolean; not?: boolean; only?: boolean } = {},
) => ({ kind: 'presence', column, null: false, when, values, not: false, only: false, ...rest }) as never

export const presenceCases: readonly CheckCase[] = [
  {
    table: 'a int, b int, check (num_nonnulls(a, b) = 1)',
    rules: [{ kind: 'present', columns: ['a', 'b'], min: 1, max: 1 }],
  },
  {
    table: 'a int, b int, c int, check (num_nonnulls(a, b, c) >= 1)',
    rules: [{ kind: 'present', columns: ['a', 'b', 'c'], min: 1, max: 3 }],
  },
  {
    table: 'a int, b int, c int, check (num_nulls(a, b, c) = 2)',
    rules: [{ kind: 'present', columns: ['a', 'b', 'c'], min: 1, max: 1 }],
  },
  { table: 'a int, b int, check (num_nonnulls(a, b) in (0, 2))', rules: [{ kind: 'together', columns: ['a', 'b'] }] },
  {
    table: 'a int, b int, check ((a is not null)::int + (b is not null)::int = 1)',
    rules: [{ kind: 'present', columns: ['a', 'b'], min: 1, max: 1 }],
  },
  {
    table:
      'a int, b int, c int, check (case when a is not null then 1 else 0 end + case when b is null then 0 else 1 end + (c is not null)::int <= 1)',
    rules: [{ kind: 'present', columns: ['a', 'b', 'c'], min: 0, max: 1 }],
  },
  {
    table: 'a int, b int, check ((a is null) <> (b is null))',
    rules: [{ kind: 'present', columns: ['a', 'b'], min: 1, max: 1 }],
  },
  {
    table: 'a int, b int, check ((a is null) != (b is null))',
    rules: [{ kind: 'present', columns: ['a', 'b'], min: 1, max: 1 }],
  },
  { table: 'a int, b int, check ((a is null) = (b is null))', rules: [{ kind: 'together', columns: ['a', 'b'] }] },
  {
    table: 'a int, b int, check ((a is not null) = (b is null))',
    rules: [{ kind: 'present', columns: ['a', 'b'], min: 1, max: 1 }],
  },
  {
    table: 'a int, b int, check ((a is null and b is null) or (a is not null and b is not null))',
    rules: [{ kind: 'together', columns: ['a', 'b'] }],
  },
  {
    table: 'a int, b int, check ((a is null and b is not null) or (a is not null and b is null))',
    rules: [{ kind: 'present', columns: ['a', 'b'], min: 1, max: 1 }],
  },
  {
    table: 'a int, b int, check (a is not null or b is not null)',
    rules: [{ kind: 'present', columns: ['a', 'b'], min: 1, max: 2 }],
  },
  {
    table: 'a int, b int, check (coalesce(a, b) is not null)',
    rules: [{ kind: 'present', columns: ['a', 'b'], min: 1, max: 2 }],
  },
  {
    table: 'a int, b int, check (a is null or b is null)',
    rules: [{ kind: 'present', columns: ['a', 'b'], min: 0, max: 1 }],
  },
  {
    table: 'a int, b int, check (not (a is not null and b is not null))',
    rules: [{ kind: 'present', columns: ['a', 'b'], min: 0, max: 1 }],
  },
  {
    table: 'a int, b int, c int, check ((a is null) = (b is null) and (b is null) = (c is null))',
    rules: [{ kind: 'together', columns: ['a', 'b', 'c'] }],
  },
  { table: 'a int, b int, check (a is null or b is not null)', rules: [presence('b', 'a', [null], { not: true })] },
  { table: 'a int, b int, check ((a, b) is not null)', domains: { a: { notNull: true }, b: { notNull: true } } },
  { table: "s text, d date, check (s <> 'done' or d is not null)", rules: [presence('d', 's', ['done'])] },
  { table: "s text, d date, check (not (s = 'done' and d is null))", rules: [presence('d', 's', ['done'])] },
  {
    table: "s text not null, d date, check ((s = 'done') = (d is not null))",
    rules: [presence('d', 's', ['done'], { only: true })],
  },
  {
    table: "s text, d date, check ((s = 'done') = (d is not null))",
    rules: [presence('d', 's', ['done'], { only: true })],
  },
  {
    table: "s text, d date, check ((d is null) = (s not in ('done', 'shut')))",
    rules: [presence('d', 's', ['done', 'shut'], { only: true })],
  },
  {
    table: "s mood, d date, check ((s = 'happy' and d is not null) or (s <> 'happy' and d is null))",
    domains: { s: { values: ['sad', 'ok', 'happy'], notNull: true } },
    rules: [presence('d', 's', ['happy'], { only: true })],
  },
  {
    table: "s mood not null, d date, check (s = 'happy' or d is null)",
    rules: [presence('d', 's', ['sad', 'ok'], { null: true })],
  },
  { table: 'p boolean not null, d date, check (not p or d is not null)', rules: [presence('d', 'p', [true])] },
  {
    table: 'p boolean not null default false, d date, check (p = (d is not null))',
    rules: [presence('d', 'p', [true], { only: true })],
  },
  {
    table: 'p boolean, d date, check (case when p then d is not null else true end)',
    rules: [presence('d', 'p', [true])],
  },
  {
    table: 'p boolean not null, d date, check (case when p then d is not null else d is null end)',
    rules: [presence('d', 'p', [true], { only: true })],
  },
  {
    table:
      "t text, x int, y int, check ((t = 'a' and x is not null and y is null) or (t = 'b' and x is null and y is not null))",
    domains: { t: { values: ['a', 'b'], notNull: true } },
    rules: [presence('x', 't', ['a'], { only: true }), presence('y', 't', ['b'], { only: true })],
  },
  {
    table: "t text, x int, y int, check (t = 'a' and x is not null or t = 'b' and y is not null or t = 'c')",
    domains: { t: { values: ['a', 'b', 'c'], notNull: true } },
    rules: [presence('x', 't', ['a']), presence('y', 't', ['b'])],
  },
  {
    table: "t text, x int, check ((t = 'a' and x > 5) or (t = 'b' and x is null))",
    domains: { t: { values: ['a', 'b'], notNull: true }, x: { min: 6 } },
    rules: [presence('x', 't', ['b'], { null: true })],
  },
  {
    table:
      "t text check (t in ('post', 'page')), post_id int, page_id int, check (case t when 'post' then post_id is not null and page_id is null when 'page' then page_id is not null and post_id is null end)",
    rules: [presence('post_id', 't', ['post'], { only: true }), presence('page_id', 't', ['page'], { only: true })],
    domains: { t: { values: ['post', 'page'] } },
  },
  {
    table:
      "t text not null check (t in ('percent', 'fixed')), v numeric(9,2) not null check (v > 0), check (t <> 'percent' or v <= 100)",
    domains: { v: { min: 0.01, max: 100, scale: 2, notNull: true } },
  },
  { table: 'a int not null, b int, check (num_nonnulls(a, b) = 1)', domains: { b: { values: [null] } } },
  { table: 'a int not null, b int, check ((a is null) = (b is null))', domains: { b: { notNull: true } } },
  {
    table: "k text check (k in ('a', 'b')), x int not null, check ((k = 'a') = (x is not null))",
    domains: { k: { values: ['a'] } },
  },
  {
    table: "s text, x int, y int, check (s <> 'done' or (x is not null and y is not null))",
    rules: [presence('x', 's', ['done']), presence('y', 's', ['done'])],
  },
  {
    table: 'a date, b date, c date, check (a is null or (b is not null and b > a))',
    rules: [presence('b', 'a', [null], { not: true }), { kind: 'order', lower: 'a', higher: 'b', strict: true }],
  },
  {
    table: 'parent_id int, id int not null, check (parent_id is null or parent_id <> id)',
    rules: [{ kind: 'differ', columns: ['parent_id', 'id'] }],
  },
  {
    table: "s text not null, at date, check ((s = 'planned' and at is not null) or s <> 'planned')",
    rules: [presence('at', 's', ['planned'])],
  },
  {
    table:
      "s text not null check (s in ('active', 'left', 'barred')), at date, by_id int, check ((s = 'active' and at is null and by_id is null) or (s in ('left', 'barred') and at is not null))",
    rules: [
      presence('at', 's', ['left', 'barred'], { only: true }),
      presence('by_id', 's', ['active'], { null: true }),
    ],
  },
  {
    table:
      'shared boolean not null, home int, check ((shared = true and home is not null) or (shared = false and home is null))',
    rules: [presence('home', 'shared', [true], { only: true })],
  },
  {
    table: 'ok boolean not null, code text, check ((ok and code is null) or (not ok and code is not null))',
    rules: [presence('code', 'ok', [false], { only: true })],
  },
  {
    table: 'round boolean not null, back int, check ((round = false and back is null) or round = true)',
    rules: [presence('back', 'round', [false], { null: true })],
  },
  {
    table:
      "via text, run text, agent text, check ((via is null and run is null and agent is null) or (via = 'robot' and run is not null and agent is null) or (via = 'agent' and run is not null and agent is not null))",
    domains: { via: { values: ['robot', 'agent'] } },
    rules: [
      presence('run', 'via', ['robot', 'agent'], { only: true }),
      presence('agent', 'via', ['agent'], { only: true }),
    ],
  },
  {
    table:
      "s mood not null, at date, by_id int, check (case when s = 'happy'::mood then at is not null and by_id is not null else at is null and by_id is null end)",
    rules: [presence('at', 's', ['happy'], { only: true }), presence('by_id', 's', ['happy'], { only: true })],
  },
  {
    table:
      'kind int not null, file int, body bytea, check ((kind = 2 and file is not null and octet_length(body) = 0) or (kind <> 2 and file is null))',
    domains: { body: { maxLength: 0 } },
    rules: [presence('file', 'kind', [2], { only: true })],
  },
  {
    table:
      'sku int, version int, price int, check ((sku is null and version is null and price is null) or (sku is not null and version is not null and version > 0 and price is not null and price > 0))',
    domains: { version: { min: 1 }, price: { min: 1 } },
    rules: [{ kind: 'together', columns: ['sku', 'version', 'price'] }],
  },
  {
    table: 'lat float8, lon float8, check ((lat is null and lon is null) or (lat is not null and lon is not null))',
    rules: [{ kind: 'together', columns: ['lat', 'lon'] }],
  },
  {
    table:
      "k text not null check (k in ('sale', 'rent')), price int, check (k <> 'sale' or (price is not null and price > 0))",
    domains: { price: { min: 1 } },
    rules: [presence('price', 'k', ['sale'])],
  },
]
