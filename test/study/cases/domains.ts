import type { CheckCase } from '../check-case.ts'

/** Types and functions that the cases use. */
export const PRELUDE = `
  create extension citext;
  create extension hstore;
  create type mood as enum ('sad', 'ok', 'happy');
  create domain email as text check (value ~ '^[a-z]+@[a-z]+[.]com$');
  create domain code as varchar(8) not null constraint code_upper check (value = upper(value)) constraint code_filled check (length(value) >= 2);
  create domain strict_code as code check (value <> 'XX');
  create domain positive as int check (value > 0);
  create domain tags as text[] check (cardinality(value) between 1 and 3);
  create domain share as numeric(5,4) check (value >= 0 and value <= 1);
  create type point2 as (x int, y numeric(4,1), label varchar(5));
  create domain located as point2 check ((value).x >= 0);
  create type priced as (amount positive, currency text);
  create schema "Odd One";
  create domain "Odd One"."Per cent" as int check (value between 0 and 100);
  create type "Odd One"."Mood" as enum ('A a', 'b''b');
  create function is_slug(input text) returns boolean language sql immutable as $$ select input ~ '^[a-z]+(-[a-z]+)*$' $$;
  create function is_small(int) returns boolean language sql immutable as $$ select $1 >= 0 and $1 < 10 $$;
  create function is_even_and_small(n int) returns boolean language sql immutable as $$ select is_small(n) and n % 2 = 0 $$;
  create function is_short(t text) returns boolean language sql immutable return char_length(t) <= 4;
  create function is_long(t text) returns boolean language sql immutable begin atomic select char_length(t) >= 4; end;
  create function clean(t text) returns text language sql immutable as $$ select lower(btrim(t)) $$;
  create function opaque(t text) returns boolean language plpgsql immutable as $$ begin return t <> 'x'; end $$;
`

const email = { pattern: '^[a-z]+@[a-z]+[.]com$', caseless: false, negated: false }

export const domainCases: readonly CheckCase[] = [
  { table: 'a email', domains: { a: { patterns: [email] } } },
  { table: 'a code', domains: { a: { maxLength: 8, minLength: 2, case: 'upper', notNull: true } } },
  {
    table: 'a strict_code',
    domains: { a: { maxLength: 8, minLength: 2, case: 'upper', excluded: ['XX'], notNull: true } },
  },
  { table: 'a positive check (a <= 9)', domains: { a: { min: 1, max: 9 } } },
  { table: 'a share', domains: { a: { min: 0, max: 1, scale: 4 } } },
  { table: 'a tags', domains: { a: { minItems: 1, maxItems: 3, items: { notNull: false } } } },
  { table: 'a email[]', domains: { a: { items: { notNull: false, patterns: [email] } } } },
  { table: 'a code[]', domains: { a: { items: { notNull: true, maxLength: 8, minLength: 2, case: 'upper' } } } },
  {
    table: 'a positive[] check (cardinality(a) > 0)',
    domains: { a: { minItems: 1, items: { notNull: false, min: 1, max: 2147483647 } } },
  },
  {
    table: 'a point2',
    domains: {
      a: {
        fields: [
          { notNull: false, min: -2147483648, max: 2147483647, base: 'int4' },
          { notNull: false, min: -999.9, max: 999.9, scale: 1, base: 'numeric' },
          { notNull: false, maxLength: 5, base: 'varchar' },
        ],
      },
    },
  },
  {
    table: 'a located',
    domains: {
      a: {
        fields: [
          { notNull: false, min: 0, max: 2147483647, base: 'int4' },
          { notNull: false, min: -999.9, max: 999.9, scale: 1, base: 'numeric' },
          { notNull: false, maxLength: 5, base: 'varchar' },
        ],
      },
    },
  },
  {
    table: 'a point2 check ((a).x > 5 and (a).label is not null)',
    domains: {
      a: {
        notNull: true,
        fields: [
          { notNull: false, min: 6, max: 2147483647, base: 'int4' },
          { notNull: false, min: -999.9, max: 999.9, scale: 1, base: 'numeric' },
          { notNull: true, maxLength: 5, base: 'varchar' },
        ],
      },
    },
  },
  {
    table: 'a priced',
    domains: {
      a: {
        fields: [
          { notNull: false, min: 1, max: 2147483647, base: 'int4' },
          { notNull: false, base: 'text' },
        ],
      },
    },
  },
  { table: 'a "Odd One"."Per cent"', domains: { a: { min: 0, max: 100 } } },
  { table: 'a "Odd One"."Mood" check (a <> \'A a\')', domains: { a: { values: ["b'b"] } } },
  { table: 'a int4range', domains: { a: { min: -2147483648, max: 2147483647 } } },
  { table: 'a int4range check (not isempty(a))', domains: { a: { min: -2147483648, max: 2147483647, bounded: true } } },
  {
    table: 'a tstzrange check (lower(a) is not null and upper(a) is not null)',
    domains: { a: { min: -210866803200000, max: 9224318015999000, bounded: true, notNull: true } },
  },
  {
    table: "a daterange check (lower(a) >= '2020-01-01')",
    domains: { a: { min: Date.UTC(2020, 0, 1), max: 185542587100800000, bounded: true } },
  },
  { table: 'a numrange check (lower(a) < upper(a) and lower_inc(a))', domains: { a: { bounded: true } } },
  {
    table: 'a text check (is_slug(a))',
    domains: { a: { patterns: [{ pattern: '^[a-z]+(-[a-z]+)*$', caseless: false, negated: false }] } },
  },
  { table: 'a int check (is_small(a))', domains: { a: { min: 0, max: 9 } } },
  { table: 'a int check (is_even_and_small(a))', domains: { a: { min: 0, max: 9, step: 2 } } },
  { table: 'a text check (is_short(a))', domains: { a: { maxLength: 4 } } },
  { table: 'a text check (is_long(a))', domains: { a: { minLength: 4 } } },
  { table: "a text check (clean(a) <> '')", domains: { a: { case: 'lower', trimmed: true, minLength: 1 } } },
]
