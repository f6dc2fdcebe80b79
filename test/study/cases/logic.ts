import type { CheckCase } from '../check-case.ts'

export const logicCases: readonly CheckCase[] = [
  { table: 'a boolean check (a)', domains: { a: { values: [true] } } },
  { table: 'a boolean check (not a)', domains: { a: { values: [false] } } },
  { table: 'a boolean check (a is true)', domains: { a: { values: [true], notNull: true } } },
  { table: 'a boolean check (a is not false)', domains: { a: { values: [true] } } },
  { table: 'a boolean check (a is not unknown)', domains: { a: { notNull: true } } },
  { table: 'a boolean check (a = true)', domains: { a: { values: [true] } } },
  { table: 'a int check (true)', domains: { a: {} } },
  { table: 'a int check (a is not null)', domains: { a: { notNull: true } } },
  { table: 'a int check (a is not null and a > 3)', domains: { a: { notNull: true, min: 4 } } },
  { table: 'a int check ((a > 3) is true)', domains: { a: { notNull: true, min: 4 } } },
  { table: 'a int check ((a > 3) is not false)', domains: { a: { min: 4 } } },
  { table: 'a int check ((a > 3) = true)', domains: { a: { min: 4 } } },
  { table: 'a int check (a is null)', domains: { a: { values: [null] } } },
  { table: 'a int check (not (a < 1 or a > 9))', domains: { a: { min: 1, max: 9 } } },
  { table: 'a int check (not (a is null or a <> 5))', domains: { a: { values: [5], notNull: true } } },
  { table: 'a int check (a > 5 or a > 3)', domains: { a: { min: 4 } } },
  { table: 'a int check ((a > 1 and a < 5) or (a > 3 and a < 9))', domains: { a: { min: 2, max: 8 } } },
  { table: 'a int check (a is null or (a >= 1 and a <= 3))', domains: { a: { min: 1, max: 3 } } },
  { table: 'a int check (a >= 0) check (a <= 10) check (a <> 5)', domains: { a: { min: 0, max: 10, excluded: [5] } } },
  { table: 'a int check (case when a is null then true else a > 2 end)', domains: { a: { min: 3 } } },
  { table: 'a int, b int, check (a > 0 and b > 0)', domains: { a: { min: 1 }, b: { min: 1 } } },
  { table: 'a int, b int, check (a > 0 or b > 0)', domains: { a: { min: 1 } } },
  { table: "a mood check (a > 'sad')", domains: { a: { values: ['ok', 'happy'] } } },
  { table: "a mood check (a <> 'sad')", domains: { a: { values: ['ok', 'happy'] } } },
  { table: "a mood check (a::text in ('sad', 'ok'))", domains: { a: { values: ['sad', 'ok'] } } },
  { table: "a mood check (a in ('sad'::mood, 'happy'::mood))", domains: { a: { values: ['sad', 'happy'] } } },
  { table: 'a int check (num_nonnulls(a) = 1)', unsolved: 1 },
  { table: 'a int, "Wéird "" col" int check ("Wéird "" col" > 4)', domains: { 'Wéird " col': { min: 5 } } },
  {
    table: 'a int, b int generated always as (a * 2) stored check (b >= 10)',
    domains: { a: { min: 5, max: 1073741823 } },
  },
  {
    table: 'draft boolean not null, live boolean not null, check (not (draft and live))',
    rules: [
      {
        kind: 'tuples',
        columns: ['draft', 'live'],
        tuples: [
          [true, false],
          [false, true],
          [false, false],
        ],
      },
    ],
  },
  {
    table:
      "c text not null check (c in ('plain', 'odd')), hard boolean not null, level int not null check (level in (1, 2)), check ((c = 'odd' and not hard and level = 2) or (c <> 'odd' and hard))",
    rules: [
      {
        kind: 'tuples',
        columns: ['c', 'hard', 'level'],
        tuples: [
          ['plain', true, 1],
          ['plain', true, 2],
          ['odd', false, 2],
        ],
      },
    ],
  },
  {
    table: 'x boolean not null, y boolean not null, z boolean not null, check (not (x and y)), check (y = z)',
    rules: [
      {
        kind: 'tuples',
        columns: ['x', 'y', 'z'],
        tuples: [
          [true, false, false],
          [false, true, true],
          [false, false, false],
        ],
      },
    ],
  },
  { table: "a numeric check (a <> 'NaN' and a >= 0)", domains: { a: { min: 0 } } },
]
