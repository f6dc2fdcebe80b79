import type { CheckCase } from '../check-case.ts'

export const unsolvedCases: readonly CheckCase[] = [
  { table: 'a text check (opaque(a))', unsolved: 1 },
  { table: "a text check (md5(a) like '0%')", unsolved: 1 },
  { table: "a text check (a > 'm')", unsolved: 1 },
  { table: 'a text, b text, check (a = md5(b))', unsolved: 1 },
  { table: 'a int check (a > 0 and sqrt(a) < 5)', domains: { a: { min: 1 } }, unsolved: 1 },
  { table: 'a int, b int, check (a * b = 12)', unsolved: 1 },
  { table: 'a jsonb check (a @> \'{"x": 1}\')', unsolved: 1 },
  { table: "a jsonb check (jsonb_typeof(a -> 'x') = 'string')", unsolved: 1 },
  { table: "a text, check (a = a || 'x')", unsolved: 1 },
  { table: 'a text, b numeric, check (a = b::text)', unsolved: 1 },
  { table: 'a timestamptz check (extract(month from a) = 2)', unsolved: 1 },
  { table: 'a inet check (family(a) = 4)', unsolved: 1 },
  { table: 'a int check (a >= extract(year from now()))', unsolved: 1 },
  { table: "a hstore check (a ? 'x')", unsolved: 1 },
  { table: "a jsonb check ((a ->> 'x')::numeric between 0 and 1)", unsolved: 1 },
]
