/** What a generated column may be. In checks `@` stands for the column. */
export interface ColumnForm {
  /** Columns of one family may be compared with each other; none: only their absence is looked at. */
  readonly family: 'number' | 'text' | 'time' | 'flag' | 'state' | 'none'
  /** May stand in a B-tree. */
  readonly sorts: boolean
  /** Each accepts some value by itself. */
  readonly checks: readonly string[]
  /** Expressions. */
  readonly defaults: readonly string[]
}

/** Types that the columns below need. */
export const PRELUDE = `
create type mood as enum ('low', 'mid', 'high');
create type "Only" as enum ('one');
create domain positive as integer check (value > 0);
create domain digit as positive check (value < 10);
create domain code as text check (value ~ '^[A-Z]{2}[0-9]{2}$');
create domain label as varchar(20) not null check (value <> '');
create type pair as (x integer, y text);
`

const form = (
  family: ColumnForm['family'],
  checks: readonly string[] = [],
  defaults: readonly string[] = [],
  sorts = true,
): ColumnForm => ({ family, sorts, checks, defaults })

const unsorted = (checks: readonly string[] = []): ColumnForm => form('none', checks, [], false)

/** By type as it is spelled in DDL. */
export const COLUMN_FORMS: Readonly<Record<string, ColumnForm>> = {
  smallint: form('number', ['@ between 1 and 5', '@ >= 0', '@ in (1, 2, 4, 8)', '@ not in (0, 1)'], ['1']),
  integer: form(
    'number',
    [
      '@ > 0',
      '@ between 1 and 500',
      '@ % 5 = 0',
      '@ <> 7',
      '@ in (1, 2, 3)',
      '@ = any (array[10, 20, 30])',
      '@ < 0 or @ > 100',
      '@ * 2 < 90',
      '@ & 1 = 0',
      '@ = 4',
    ],
    ['0', '42'],
  ),
  bigint: form(
    'number',
    ['@ >= 1000', '@ < 5000000000', '@ > 9007199254740993', 'abs(@) < 60', 'mod(@, 7) = 3'],
    ['1000'],
  ),
  numeric: form('number', ['@ > 0', 'round(@) = @', '@ - trunc(@) = 0.5', 'scale(@) <= 1'], ['1.5']),
  'numeric(8,2)': form('number', ['@ >= 0', '@ between 0.5 and 99.5', '@ > 0 and @ <= 1', 'round(@, 1) = @'], ['9.99']),
  'numeric(3,3)': form('number', ['@ > 0']),
  real: form('number', ['@ between 0 and 1', '@ > -90.0']),
  'double precision': form('number', ['@ >= -180 and @ <= 180', '@ > 0']),
  money: form('none', ["@ > '0'::money"]),
  text: form(
    'text',
    [
      "@ <> ''",
      'length(@) between 3 and 40',
      "@ ~ '^[a-z]{2,8}-[0-9]{3}$'",
      'lower(@) = @',
      "@ like 'x%'",
      "trim(@) <> ''",
      "@ in ('red', 'green')",
      'length(@) = 2',
      'upper(@) = @ and length(@) <= 5',
      "@ !~ '[0-9]'",
      "@ ~* '^https?://'",
      "@ = any (array['a', 'b', 'c'])",
      "@ similar to '(a|b)[0-9]+'",
      "position('.' in @) > 1",
    ],
    ["''", "'none'"],
  ),
  'varchar(12)': form(
    'text',
    [
      'char_length(@) >= 2',
      "@ in ('red', 'green', 'blue')",
      'upper(@) = @',
      'octet_length(@) <= 4',
      "starts_with(@, 'ab')",
    ],
    ["'new'"],
  ),
  'varchar(1)': form('text', ["@ <> ''", "@ between 'a' and 'f'"]),
  'char(3)': form('text', ["@ ~ '^[A-Z]{3}$'"]),
  '"char"': form('none', ["@ in ('a', 'b')"]),
  name: form('text'),
  code: form('text', ["@ > 'M'"]),
  label: form('text', ['length(@) > 4']),
  state: form('state'),
  mood: form('none', ["@ <> 'low'", "@ in ('mid', 'high')", "@ > 'low'"], ["'mid'"]),
  '"Only"': form('none'),
  boolean: form('flag', ['@', 'not @', '@ is not null'], ['false', 'true']),
  uuid: form('none', [], ['gen_random_uuid()']),
  positive: form('number', ['@ < 1000', '@ <> 1']),
  digit: form('number', ['@ > 3']),
  date: form(
    'time',
    [
      "@ > '2020-01-01'",
      '@ <= current_date',
      "@ between '2021-05-01' and '2021-05-20'",
      'extract(isodow from @) < 6',
      "date_trunc('month', @) = @",
      "@ < current_date - interval '18 years'",
    ],
    ['current_date'],
  ),
  timestamp: form('time', ["@ > '2019-06-01 10:00'", "date_trunc('hour', @) = @"]),
  timestamptz: form('time', ["@ >= '2021-01-01'", '@ < now()', "@ < now() + interval '1 year'"], ['now()']),
  'timestamptz(0)': form('time'),
  time: form('none', ["@ >= '08:00'", "@ between '09:00' and '17:30'"]),
  timetz: form('none'),
  interval: form('none', ["@ > interval '0'", "@ <= interval '1 day'"]),
  json: unsorted(["json_typeof(@) = 'array'"]),
  jsonb: form(
    'none',
    [
      "jsonb_typeof(@) = 'object'",
      "@ ? 'kind'",
      "@ ->> 'kind' in ('a', 'b')",
      "(@ ->> 'n')::int > 3",
      'jsonb_array_length(@) > 0',
    ],
    ["'{}'"],
  ),
  xml: unsorted(),
  bytea: form('none', ['octet_length(@) = 20', 'length(@) <= 4']),
  inet: form('none', ['family(@) = 4']),
  cidr: form('none'),
  macaddr: form('none'),
  'bit(4)': form('none'),
  'varbit(8)': form('none'),
  point: unsorted(['@[0] > 0']),
  box: unsorted(),
  circle: unsorted(),
  int4range: form('none', ['not isempty(@)', 'lower(@) >= 0', 'upper(@) - lower(@) <= 10']),
  tstzrange: form('none', ['lower(@) is not null', 'not upper_inf(@)']),
  daterange: form('none', ['lower(@) < upper(@)']),
  int4multirange: form('none'),
  tsvector: form('none'),
  'text[]': form(
    'none',
    [
      'cardinality(@) between 1 and 4',
      "@ <@ array['a', 'b', 'c']",
      'array_length(@, 1) > 0',
      "'x' = any (@)",
      'array_position(@, null) is null',
    ],
    ["'{}'"],
  ),
  'integer[]': form('none', ['cardinality(@) = 3', '0 < all (@)'], ["'{1,2}'"]),
  'mood[]': form('none', ['cardinality(@) > 0']),
  'uuid[]': form('none'),
  pair: form('none', ['(@).x > 0']),
  pg_lsn: form('none'),
}

/** Checks over two columns (`#` and `%`) of the given families; `any` is every column. */
export const CROSS_CHECKS: readonly (readonly [first: string, second: string, check: string])[] = [
  ['number', 'number', '# < %'],
  ['number', 'number', '# <= %'],
  ['number', 'number', '# <> %'],
  ['number', 'number', '# + % <= 1000'],
  ['number', 'number', '# + % = 100'],
  ['number', 'number', '# * 2 >= %'],
  ['number', 'number', 'abs(# - %) < 50'],
  ['number', 'number', '# > 10 or % > 10'],
  ['number', 'number', 'greatest(#, %) > 3'],
  ['number', 'number', '# is distinct from %'],
  ['time', 'time', '# < %'],
  ['time', 'time', '# <= %'],
  ['time', 'time', "% < # + interval '30 days'"],
  ['time', 'time', '% is null or % >= #'],
  ['text', 'text', '# <> %'],
  ['text', 'text', 'lower(#) <> lower(%)'],
  ['text', 'text', 'length(#) >= length(%)'],
  ['state', 'any', "(# = 'done') = (% is not null)"],
  ['state', 'any', "# <> 'done' or % is not null"],
  ['state', 'any', "case # when 'new' then % is null else % is not null end"],
  ['state', 'number', "# = 'new' and % > 0 or # <> 'new' and % <= 0"],
  ['state', 'time', "# in ('new', 'open') or % < now()"],
  ['flag', 'any', 'not # or % is not null'],
  ['flag', 'any', '# = (% is null)'],
  ['flag', 'flag', '# or %'],
  ['flag', 'flag', 'not (# and %)'],
  ['flag', 'number', 'case when # then % > 10 else % <= 10 end'],
  ['any', 'any', '(# is null) = (% is null)'],
  ['any', 'any', '# is null or % is not null'],
  ['any', 'any', 'num_nonnulls(#, %) = 1'],
  ['any', 'any', 'num_nonnulls(#, %) >= 1'],
  ['any', 'any', 'num_nulls(#, %) <= 1'],
  ['any', 'any', '# is null <> (% is null)'],
]

/** Expressions for generated columns, by the family that they read. */
export const DERIVATIONS: readonly (readonly [family: string, type: string, expression: string])[] = [
  ['number', 'numeric', '@ * 2'],
  ['number', 'boolean', '@ > 10'],
  ['text', 'text', 'lower(@)'],
  ['text', 'integer', 'length(@)'],
  ['text', 'text', "coalesce(@, 'nothing')"],
  ['text', 'tsvector', "to_tsvector('simple'::regconfig, @::text)"],
  ['flag', 'text', "case when @ then 'yes' else 'no' end"],
]
