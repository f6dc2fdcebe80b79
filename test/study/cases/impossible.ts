import type { CheckCase } from '../check-case.ts'

export const impossibleCases: readonly CheckCase[] = [
  { table: 'a int not null check (a > 5 and a < 3)', findings: ['check-impossible'], unsolved: 1 },
  { table: 'a int not null check (a > 5) check (a < 3)', findings: ['check-impossible'], unsolved: 1 },
  { table: "a varchar(3) not null check (a in ('long-one', 'longer'))", findings: ['check-impossible'], unsolved: 1 },
  { table: "a mood not null check (a::text = 'none')", findings: ['check-impossible'], unsolved: 1 },
  { table: 'a varchar(3) not null check (length(a) > 5)', findings: ['check-impossible'], unsolved: 1 },
  { table: 'a int not null check (false)', findings: ['check-impossible'], unsolved: 1 },
  { table: 'a smallint not null check (a > 100000)', findings: ['check-impossible'], unsolved: 1 },
  {
    table: 'a int not null, b int not null, check (num_nonnulls(a, b) = 1)',
    findings: ['check-impossible'],
    unsolved: 1,
  },
  { table: 'a int check (a > 5 and a < 3)', domains: { a: { values: [null] } } },
]
