import type { CheckCase } from '../check-case.ts'

const DAY = 86_400_000

export const timeCases: readonly CheckCase[] = [
  { table: "a date check (a >= '2000-01-01')", domains: { a: { min: Date.UTC(2000, 0, 1) } } },
  {
    table: "a date check (a > date '1900-01-01' and a < '2100-01-01'::date)",
    domains: { a: { min: Date.UTC(1900, 0, 2), max: Date.UTC(2099, 11, 31) } },
  },
  { table: "a timestamptz check (a >= '2020-01-01 00:00:00+02')", domains: { a: { min: Date.UTC(2019, 11, 31, 22) } } },
  {
    table: "a timestamp check (a between '2020-01-01' and '2020-12-31 23:59:59')",
    domains: { a: { min: Date.UTC(2020, 0, 1), max: Date.UTC(2020, 11, 31, 23, 59, 59) } },
  },
  { table: 'a date check (a <= current_date)', domains: { a: { maxNow: 0 } } },
  { table: 'a date check (a > current_date)', domains: { a: { minNow: 1 } } },
  { table: 'a date check (a >= current_date)', domains: { a: { minNow: 1 - DAY } } },
  { table: 'a timestamptz check (a <= now())', domains: { a: { maxNow: 0 } } },
  { table: 'a timestamptz check (a < current_timestamp)', domains: { a: { maxNow: -1 } } },
  { table: 'a timestamptz check (now() <= a)', domains: { a: { minNow: 0 } } },
  { table: 'a timestamptz check (a <= current_date)', domains: { a: { maxNow: -DAY } } },
  { table: "a timestamptz check (a > now() - interval '30 days')", domains: { a: { minNow: -30 * DAY + 1 } } },
  {
    table: "birth date check (birth <= current_date - interval '18 years')",
    domains: { birth: { maxNow: -18 * 366 * DAY } },
  },
  {
    table: "birth date check (birth > '1900-01-01' and birth < current_date)",
    domains: { birth: { min: Date.UTC(1900, 0, 2), maxNow: -DAY } },
  },
  {
    table: "birth date check (age(birth) >= interval '18 years')",
    domains: { birth: { maxNow: -(18 * 366 + 5) * DAY } },
  },
  {
    table: 'birth date check (extract(year from age(birth)) >= 18)',
    domains: { birth: { maxNow: -(18 * 366 + 5) * DAY } },
  },
  {
    table: "birth date check (date_part('year', age(now(), birth)) between 18 and 99)",
    domains: { birth: { maxNow: -(18 * 366 + 5) * DAY, minNow: -(((100 * 360 - 1) / 360) * 365 - 5) * DAY } },
  },
  { table: 'a date check (current_date - a >= 10)', domains: { a: { maxNow: -10 * DAY } } },
  { table: 'a date check (a - current_date <= 365)', domains: { a: { maxNow: 365 * DAY } } },
  { table: "a timestamptz check (now() - a > interval '1 hour')", domains: { a: { maxNow: -3_601_000 } } },
  { table: "a timestamptz check (a + interval '1 day' >= now())", domains: { a: { minNow: -DAY } } },
  { table: 'a timestamp check (a <= localtimestamp)', domains: { a: { maxNow: 0 } } },
  { table: "a timestamptz check (a <= timezone('utc', now()))", domains: { a: { maxNow: 0 } } },
  { table: 'a date check (extract(year from a) >= 2000)', domains: { a: { min: Date.UTC(2000, 0, 1) } } },
  {
    table: 'a date check (extract(year from a) between 2000 and 2030)',
    domains: { a: { min: Date.UTC(2000, 0, 1), max: Date.UTC(2030, 11, 31) } },
  },
  { table: "a date check (date_trunc('week', a) = a)", domains: { a: { step: 7 * DAY, remainder: 4 * DAY } } },
  { table: "a timestamptz check (date_trunc('hour', a) = a)", domains: { a: { step: 3_600_000 } } },
  { table: 'a date check (extract(isodow from a) = 1)', domains: { a: { step: 7 * DAY, remainder: 4 * DAY } } },
  { table: 'a date check (extract(dow from a) = 0)', domains: { a: { step: 7 * DAY, remainder: 3 * DAY } } },
  {
    table: 'a timestamptz check (extract(minute from a) = 0 and extract(second from a) = 0)',
    domains: { a: { step: 3_600_000 } },
  },
  { table: "a timestamp check (a::date >= '2020-01-01')", domains: { a: { min: Date.UTC(2020, 0, 1) } } },
  { table: 'a timestamptz check (date(a) <= current_date)', domains: { a: { maxNow: 0 } } },
  { table: "a timestamptz check (a is null or a < 'infinity')", domains: {} },
  { table: "a interval check (a > interval '0')", domains: { a: { min: 1 } } },
  { table: "a interval check (a between '1 minute' and '2 hours')", domains: { a: { min: 60, max: 7200 } } },
  { table: 'a interval check (extract(epoch from a) <= 3600)', domains: { a: { max: 3600 } } },
  { table: "a time check (a >= '08:00' and a <= '18:30')", domains: { a: { min: 28_800_000, max: 66_600_000 } } },
  {
    table: 'a time check (extract(hour from a) between 9 and 17)',
    domains: { a: { min: 32_400_000, max: 64_799_999 } },
  },
  { table: 'a timestamptz check (a > now() - make_interval(days => 7))', domains: { a: { minNow: -7 * DAY + 1 } } },
  {
    table: "a date check (a in ('2024-01-01', '2024-07-01'))",
    domains: { a: { values: ['2024-01-01', '2024-07-01'] } },
  },
  { table: 'a timestamptz check (isfinite(a))', domains: {} },
]
