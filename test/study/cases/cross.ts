import type { CheckCase } from '../check-case.ts'

const DAY = 86_400_000

export const crossCases: readonly CheckCase[] = [
  { table: 'a text, b text, check (a = b)', rules: [{ kind: 'text', target: 'a', parts: [{ columns: ['b'] }] }] },
  {
    table: "a text, b text, check (b || 'x' = a)",
    rules: [{ kind: 'text', target: 'a', parts: [{ columns: ['b'] }, 'x'] }],
  },
  {
    table:
      "path text not null, a uuid, b int, name varchar(20) not null, check (path = coalesce(a::text, b::text) || '/' || name)",
    rules: [{ kind: 'text', target: 'path', parts: [{ columns: ['a', 'b'] }, '/', { columns: ['name'] }] }],
  },
  {
    table: "path text, a uuid, b uuid, check (path = 'of/' || coalesce(a, b)::text || '/')",
    rules: [{ kind: 'text', target: 'path', parts: ['of/', { columns: ['a', 'b'] }, '/'] }],
  },
  { table: 'a int, b int, check (a < b)', rules: [{ kind: 'order', lower: 'a', higher: 'b', strict: true }] },
  { table: 'a int, b int, check (a >= b)', rules: [{ kind: 'order', lower: 'b', higher: 'a', strict: false }] },
  { table: 'a int, b int, check (b - a > 0)', rules: [{ kind: 'order', lower: 'a', higher: 'b', strict: true }] },
  { table: 'a int, b int, check (not (a > b))', rules: [{ kind: 'order', lower: 'a', higher: 'b', strict: false }] },
  {
    table: 'a numeric(8,2), b numeric(8,2), check (a <= b)',
    rules: [{ kind: 'order', lower: 'a', higher: 'b', strict: false }],
  },
  {
    table: 'a timestamptz, b timestamptz, check (b > a)',
    rules: [{ kind: 'order', lower: 'a', higher: 'b', strict: true }],
  },
  {
    table: 'a date not null, b date, check (b is null or b >= a)',
    rules: [{ kind: 'order', lower: 'a', higher: 'b', strict: false }],
  },
  {
    table: 'a date, b date, check (a is null or b is null or a < b)',
    rules: [{ kind: 'order', lower: 'a', higher: 'b', strict: true }],
  },
  {
    table: "a timestamptz, b timestamptz, check (coalesce(b, 'infinity') > a)",
    rules: [{ kind: 'order', lower: 'a', higher: 'b', strict: true }],
  },
  {
    table: 'a date, b date, check (coalesce(b, a) >= a)',
    rules: [{ kind: 'order', lower: 'a', higher: 'b', strict: false }],
  },
  {
    table: 'a int, b int, check (coalesce(a, 0) <= b)',
    domains: { b: { min: 0 } },
    rules: [{ kind: 'order', lower: 'a', higher: 'b', strict: false }],
  },
  {
    table: "a timestamptz, b timestamptz, check (b >= a + interval '1 hour')",
    rules: [{ kind: 'apart', lower: 'a', higher: 'b', min: 3_600_000, max: null }],
  },
  {
    table: "a timestamp, b timestamp, check (b <= a + interval '2 days' and b >= a)",
    rules: [
      { kind: 'apart', lower: 'a', higher: 'b', min: null, max: 2 * DAY },
      { kind: 'order', lower: 'a', higher: 'b', strict: false },
    ],
  },
  {
    table: 'a date, b date, check (b - a between 1 and 30)',
    rules: [
      { kind: 'apart', lower: 'a', higher: 'b', min: DAY, max: null },
      { kind: 'apart', lower: 'a', higher: 'b', min: null, max: 30 * DAY },
    ],
  },
  {
    table: "a timestamptz, b timestamptz, check (b - a <= interval '8 hours')",
    rules: [{ kind: 'apart', lower: 'a', higher: 'b', min: null, max: 28_800_000 }],
  },
  {
    table: 'a int, b int, check (b >= a + 10)',
    rules: [{ kind: 'apart', lower: 'a', higher: 'b', min: 10, max: null }],
  },
  { table: 'a int, b int, check (a <> b)', rules: [{ kind: 'differ', columns: ['a', 'b'] }] },
  { table: 'a uuid, b uuid, check (a <> b)', rules: [{ kind: 'differ', columns: ['a', 'b'] }] },
  { table: 'a uuid, b uuid, check (a < b)', rules: [{ kind: 'order', lower: 'a', higher: 'b', strict: true }] },
  { table: 'a varchar(9), b text, check (a <> b)', rules: [{ kind: 'differ', columns: ['a', 'b'] }] },
  {
    table: 'a int not null, b int not null, check (a is distinct from b)',
    domains: {},
    rules: [{ kind: 'differ', columns: ['a', 'b'] }],
  },
  {
    table: 'a int, b int, check (a is distinct from b)',
    rules: [
      { kind: 'differ', columns: ['a', 'b'] },
      { kind: 'present', columns: ['a', 'b'], min: 1, max: 2 },
    ],
  },
  {
    table: 'total numeric(12,2), sub numeric(10,2), tax numeric(10,2), check (total = sub + tax)',
    rules: [
      {
        kind: 'sum',
        target: 'total',
        terms: [
          { column: 'sub', factor: 1 },
          { column: 'tax', factor: 1 },
        ],
        constant: 0,
      },
    ],
  },
  {
    table: 'total int, sub int, off int, check (sub - off = total)',
    rules: [
      {
        kind: 'sum',
        target: 'total',
        terms: [
          { column: 'sub', factor: 1 },
          { column: 'off', factor: -1 },
        ],
        constant: 0,
      },
    ],
  },
  {
    table: 'total int, a int, b int, check (total = coalesce(a, 0) + coalesce(b, 0))',
    domains: { a: { notNull: true, min: -1073741823, max: 1073741823 } },
    rules: [
      {
        kind: 'sum',
        target: 'total',
        terms: [
          { column: 'a', factor: 1 },
          { column: 'b', factor: 1 },
        ],
        constant: 0,
      },
    ],
  },
  {
    table: 'total numeric, qty int, price numeric(8,2), check (total = qty * price)',
    rules: [{ kind: 'product', target: 'total', factors: ['qty', 'price'], scale: null }],
  },
  {
    table:
      'total numeric(12,2), qty int check (qty between 1 and 9), price numeric(6,3), check (total = round(qty * price, 2))',
    rules: [{ kind: 'product', target: 'total', factors: ['qty', 'price'], scale: 2 }],
  },
  {
    table: 'a int check (a >= 0), b int check (b >= 0), check (a + b <= 100)',
    domains: { a: { min: 0, max: 50 }, b: { min: 0, max: 50 } },
  },
  {
    table: 'a int check (a >= 0), b int check (b >= 0), c int, check (a + b <= c)',
    domains: { a: { min: 0, max: 50 }, b: { min: 0, max: 50 }, c: { min: 100 } },
  },
  { table: 'a int, b int, check (a * b >= 0)', domains: { a: { min: 0, max: 46340 }, b: { min: 0, max: 46340 } } },
  {
    table:
      'debit numeric(9,2) not null check (debit >= 0), credit numeric(9,2) not null check (credit >= 0), check (debit = 0 or credit = 0), check (debit + credit > 0)',
    domains: { credit: { min: 0.01, max: 9999999.99, scale: 2, notNull: true }, debit: { values: [0], notNull: true } },
  },
  { table: 'a int, b int, check (greatest(a, b) <= 10)', domains: { a: { max: 10 }, b: { max: 10 } } },
  {
    table: 'a int, b int, c int, check (a < b and b < c)',
    rules: [
      { kind: 'order', lower: 'a', higher: 'b', strict: true },
      { kind: 'order', lower: 'b', higher: 'c', strict: true },
    ],
  },
  {
    table: "a int, b int, c text check (c in ('x', 'y')), check (c <> 'x' or a < b)",
    rules: [{ kind: 'order', lower: 'a', higher: 'b', strict: true }],
  },
  {
    table:
      "country text, state text, check ((country = 'DE' and state in ('BY', 'BE')) or (country = 'US' and state in ('CA', 'NY')))",
    domains: {
      country: { values: ['DE', 'US'], notNull: true },
      state: { values: ['BY', 'BE', 'CA', 'NY'], notNull: true },
    },
    rules: [
      {
        kind: 'tuples',
        columns: ['country', 'state'],
        tuples: [
          ['DE', 'BY'],
          ['DE', 'BE'],
          ['US', 'CA'],
          ['US', 'NY'],
        ],
      },
    ],
  },
  {
    table: 'a int, b int, check ((a, b) in ((1, 2), (3, 4)))',
    domains: { a: { values: [1, 3], notNull: true }, b: { values: [2, 4], notNull: true } },
    rules: [
      {
        kind: 'tuples',
        columns: ['a', 'b'],
        tuples: [
          [1, 2],
          [3, 4],
        ],
      },
    ],
  },
]
