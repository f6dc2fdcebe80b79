import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkForeignKeys } from '../../src/report/verify/foreign-keys.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'

const SCHEMA = `
  create schema ext;
  create extension citext schema ext;
  create table pairs (a int, b text, primary key (a, b));
  create table simple (id int primary key, a int, b text, constraint to_pair foreign key (a, b) references pairs);
  create table whole (id int, a int, b text, constraint to_pair foreign key (a, b) references pairs match full);
  create table labels (name ext.citext primary key);
  create table labelled (id int primary key, label ext.citext constraint to_label references labels);
  create table days (id int, day date, primary key (id, day)) partition by range (day);
  create table days_2026 partition of days for values from ('2026-01-01') to ('2027-01-01');
  create table visits (id int, day date, visitor int, constraint to_day foreign key (visitor, day) references days (id, day))
    partition by range (day);
  create table visits_2026 partition of visits for values from ('2026-01-01') to ('2027-01-01');
  create table tree (id int primary key, parent int constraint to_parent references tree deferrable initially deferred);
  create table alone (id int primary key);
  insert into pairs values (1, 'x');
  insert into labels values ('Red');
  insert into days values (1, '2026-05-05')`

const ORPHANS = `
  insert into simple values (1, 1, 'x'), (2, 1, null), (3, null, 'y'), (4, 2, 'x'), (5, 1, 'y');
  insert into whole values (1, 1, 'x'), (2, null, null), (3, 1, null), (4, 2, 'x');
  insert into labelled values (1, 'red'), (2, 'blue'), (3, null);
  insert into visits values (1, '2026-05-05', 1), (2, '2026-05-06', 1);
  insert into tree values (1, 1), (2, 1), (3, 99)`

describe('rows without a parent', () => {
  let there: TestDatabase

  beforeAll(async () => {
    there = await freshDatabase('pg18', SCHEMA)
    // As after a restore: nothing is checked.
    await there.raw(`set session_replication_role = replica; ${ORPHANS}; set session_replication_role = origin`)
  })
  afterAll(() => there?.drop())

  const found = async (...tables: string[]) => {
    const { check, findings } = await checkForeignKeys(there.db, tables)
    return { result: check.result, detail: check.detail, found: findings.map((one) => [one.id, one.found]) }
  }

  test('a row with any NULL leads nowhere on purpose', async () => {
    expect(await found('simple')).toEqual({
      result: 'failed',
      detail: 'rows without a parent by 1 of 1 foreign key',
      found: [['dangling-rows:simple.to_pair', 'id = 4 (a = 2, b = x); id = 5 (a = 1, b = y)']],
    })
  })

  test('but not where all or none must have a value', async () => {
    expect((await found('whole')).found).toEqual([['dangling-rows:whole.to_pair', 'a = 1, b = NULL; a = 2, b = x']])
  })

  test('values are compared as the key does, whatever the search path', async () => {
    expect((await found('labelled')).found).toEqual([['dangling-rows:labelled.to_label', 'id = 2 (label = blue)']])
  })

  test('a partitioned table is one table, and so is its parent', async () => {
    expect(await found('visits')).toMatchObject({
      detail: 'rows without a parent by 1 of 1 foreign key',
      found: [['dangling-rows:visits.to_day', 'visitor = 1, day = 2026-05-06']],
    })
  })

  test('a deferred key to the table itself', async () => {
    expect((await found('tree')).found).toEqual([['dangling-rows:tree.to_parent', 'id = 3 (parent = 99)']])
  })

  test('without keys there is nothing to judge', async () => {
    expect((await found('alone', 'gone')).result).toBe('skipped')
  })

  test('a key over periods, or to rows that may be hidden, is not judged', async () => {
    await there.raw(`
      create extension if not exists btree_gist schema ext;
      set search_path = public, ext;
      create table prices (id int, valid daterange, primary key (id, valid without overlaps));
      create table sales (id int, valid daterange, constraint to_price foreign key (id, period valid) references prices (id, period valid))`)
    expect(await found('sales')).toMatchObject({
      result: 'skipped',
      found: [['foreign-key-unjudged:sales.to_price', undefined]],
    })
  })
})
