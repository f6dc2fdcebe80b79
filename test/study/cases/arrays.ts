import type { CheckCase } from '../check-case.ts'

export const arrayCases: readonly CheckCase[] = [
  { table: 'a text[] check (cardinality(a) > 0)', domains: { a: { minItems: 1, items: { notNull: false } } } },
  { table: 'a text[] check (cardinality(a) <= 5)', domains: { a: { maxItems: 5, items: { notNull: false } } } },
  {
    table: 'a int[] check (array_length(a, 1) between 1 and 3)',
    domains: { a: { minItems: 1, maxItems: 3, items: { notNull: false, min: -2147483648, max: 2147483647 } } },
  },
  { table: 'a text[] check (array_length(a, 1) <= 10)', domains: { a: { maxItems: 10, items: { notNull: false } } } },
  {
    table: 'a text[] check (array_length(a, 1) = 2)',
    domains: { a: { minItems: 2, maxItems: 2, items: { notNull: false } } },
  },
  { table: "a text[] check (a <> '{}')", domains: { a: { minItems: 1, items: { notNull: false } } } },
  { table: "a text[] check (a <@ array['x', 'y'])", domains: { a: { items: { notNull: true, values: ['x', 'y'] } } } },
  {
    table: "a varchar(5)[] check (a <@ array['x'::varchar, 'y'])",
    domains: { a: { items: { notNull: true, values: ['x', 'y'] } } },
  },
  {
    table: "a text[] check (a && array['x', 'y'])",
    domains: { a: { minItems: 1, items: { notNull: true, values: ['x', 'y'] } } },
  },
  {
    table: "a text[] check (a @> array['x'])",
    domains: { a: { minItems: 1, items: { notNull: true, values: ['x'] } } },
  },
  { table: "a text[] check ('x' = any (a))", domains: { a: { minItems: 1, items: { notNull: true, values: ['x'] } } } },
  { table: "a text[] check ('x' <> all (a))", domains: { a: { items: { notNull: false, excluded: ['x'] } } } },
  { table: "a text[] check (not ('x' = any (a)))", domains: { a: { items: { notNull: false, excluded: ['x'] } } } },
  { table: "a text[] check (not a @> array['x'])", domains: { a: { items: { notNull: true, excluded: ['x'] } } } },
  { table: 'a int[] check (0 < all (a))', domains: { a: { items: { notNull: false, min: 1, max: 2147483647 } } } },
  { table: 'a text[] check (array_position(a, null) is null)', domains: { a: { items: { notNull: true } } } },
  {
    table: 'a int[] check (array_ndims(a) = 1)',
    domains: { a: { items: { notNull: false, min: -2147483648, max: 2147483647 } } },
  },
  {
    table: 'a text[] check (coalesce(array_length(a, 1), 0) > 0)',
    domains: { a: { minItems: 1, items: { notNull: false }, notNull: true } },
  },
  {
    table: 'a text[] check (array_length(a, 1) is not null)',
    domains: { a: { minItems: 1, items: { notNull: false }, notNull: true } },
  },
  {
    table: 'a mood[] check (cardinality(a) = 1)',
    domains: { a: { minItems: 1, maxItems: 1, items: { notNull: false, values: ['sad', 'ok', 'happy'] } } },
  },
  {
    table: "a mood[] check (a <@ array['ok', 'happy']::mood[])",
    domains: { a: { items: { notNull: true, values: ['ok', 'happy'] } } },
  },
  { table: 'a numeric(3,1)[]', domains: { a: { items: { notNull: false, min: -99.9, max: 99.9, scale: 1 } } } },
]
