import type { CheckCase } from '../check-case.ts'

export const jsonCases: readonly CheckCase[] = [
  { table: "a jsonb check (jsonb_typeof(a) = 'object')", domains: { a: { json: { type: 'object' } } } },
  { table: "a json check (json_typeof(a) = 'array')", domains: { a: { json: { type: 'array' } } } },
  { table: "a jsonb check (jsonb_typeof(a) in ('object', 'array'))", domains: { a: { json: { type: 'object' } } } },
  { table: "a jsonb check (a ? 'name')", domains: { a: { json: { type: 'object', keys: ['name'] } } } },
  { table: "a jsonb check (a ?& array['x', 'y'])", domains: { a: { json: { type: 'object', keys: ['x', 'y'] } } } },
  { table: "a jsonb check (a ?| array['x', 'y'])", domains: { a: { json: { type: 'object', keys: ['x'] } } } },
  {
    table: "a jsonb not null check (a ->> 'x' is not null and a -> 'y' is not null)",
    domains: { a: { json: { type: 'object', keys: ['x', 'y'] }, notNull: true } },
  },
  {
    table: "a jsonb check (jsonb_typeof(a) = 'array' and jsonb_array_length(a) > 0)",
    domains: { a: { json: { type: 'array' }, minItems: 1 } },
  },
  {
    table: 'a jsonb check (jsonb_array_length(a) between 1 and 3)',
    domains: { a: { json: { type: 'array' }, minItems: 1, maxItems: 3 } },
  },
  { table: "a jsonb check (a <> '{}'::jsonb)", domains: { a: { excluded: [{}] } } },
  { table: 'a jsonb check (octet_length(a::text) <= 200)', domains: { a: { maxBytes: 200 } } },
  { table: "a jsonb check (jsonb_typeof(a) <> 'null')", domains: { a: {} } },
  { table: "a jsonb check (a is null or jsonb_typeof(a) = 'object')", domains: { a: { json: { type: 'object' } } } },
]
