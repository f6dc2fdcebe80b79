import { expect, test } from 'vitest'
import { catalogAfter, relation } from './catalog-after.ts'

const read = catalogAfter('pg18')

test('expression, columns and validity', async () => {
  const catalog = await read(`
    create function even(int) returns boolean immutable language sql as 'select $1 % 2 = 0';
    create table t (a int check (a > 0), b int, constraint span check (a < b), constraint odd check (not even(b)),
      constraint always check (1 = 1));
    alter table t add constraint late check (b < 9) not valid`)
  expect(relation(catalog, 't').checks).toEqual([
    { name: 'always', expression: '(1 = 1)', columns: [], validated: true },
    { name: 'late', expression: '(b < 9)', columns: ['b'], validated: false },
    { name: 'odd', expression: '(NOT public.even(b))', columns: ['b'], validated: true },
    { name: 'span', expression: '(a < b)', columns: ['a', 'b'], validated: true },
    { name: 't_a_check', expression: '(a > 0)', columns: ['a'], validated: true },
  ])
})

test('NOT NULL is not a check', async () => {
  const catalog = await read('create table t (a int not null, b int primary key, c int constraint named not null)')
  expect(relation(catalog, 't').checks).toEqual([])
  expect(relation(catalog, 't').columns.map((column) => column.notNull)).toEqual([true, true, true])
})

test('inherited checks are on the child too, those with NO INHERIT are not', async () => {
  const catalog = await read(`
    create table parent (a int, constraint shared check (a > 0), constraint own check (a > 1) no inherit);
    create table child () inherits (parent)`)
  expect(relation(catalog, 'parent').checks.map((check) => check.name)).toEqual(['own', 'shared'])
  expect(relation(catalog, 'child').checks.map((check) => check.name)).toEqual(['shared'])
})
