import { expect, test } from 'vitest'
import { functionById } from '../../src/catalog/lookups.ts'
import { catalogAfter, relation } from './catalog-after.ts'

const read = catalogAfter('pg18')

const given = `
  create function act() returns trigger language plpgsql as 'begin return new; end';
  create table t (id int primary key, a int);
`

test('timing, events and level', async () => {
  const catalog = await read(`${given}
    create view v as select * from t;
    create trigger t1 before insert on t for each row execute function act();
    create trigger t2 after update of a or delete on t for each row when (old.a > 1) execute function act('x');
    create trigger t3 before truncate on t for each statement execute function act();
    create trigger t4 after insert or update or delete on t for each statement execute function act();
    create trigger t5 instead of insert on v for each row execute function act()`)
  const facts = ['t', 'v'].flatMap((id) =>
    relation(catalog, id).triggers.map((each) => [each.name, each.timing, each.events.join(), each.level]),
  )
  expect(facts).toEqual([
    ['t1', 'before', 'insert', 'row'],
    ['t2', 'after', 'update,delete', 'row'],
    ['t3', 'before', 'truncate', 'statement'],
    ['t4', 'after', 'insert,update,delete', 'statement'],
    ['t5', 'instead of', 'insert', 'row'],
  ])
  expect(relation(catalog, 't').triggers[1]?.definition).toBe(
    "CREATE TRIGGER t2 AFTER DELETE OR UPDATE OF a ON public.t FOR EACH ROW WHEN ((old.a > 1)) EXECUTE FUNCTION public.act('x')",
  )
})

test('constraint triggers count, the internal ones of foreign keys do not', async () => {
  const catalog = await read(`${given}
    create table child (a int references t);
    create constraint trigger c after insert on t deferrable for each row execute function act()`)
  expect(relation(catalog, 't').triggers.map((each) => [each.name, each.constraint])).toEqual([['c', true]])
  expect(relation(catalog, 'child').triggers).toEqual([])
})

test('enabled, disabled, replica, always', async () => {
  const catalog = await read(`${given}
    create trigger a before insert on t for each row execute function act();
    create trigger d before insert on t for each row execute function act();
    create trigger o before insert on t for each row execute function act();
    create trigger r before insert on t for each row execute function act();
    alter table t enable always trigger a, disable trigger d, enable replica trigger r`)
  expect(relation(catalog, 't').triggers.map((each) => each.enabled)).toEqual(['A', 'D', 'O', 'R'])
})

test('partitions have the clones of row triggers', async () => {
  const catalog = await read(`${given}
    create table p (a int) partition by list (a);
    create trigger deep after insert on p for each row execute function act();
    create trigger shallow after insert on p for each statement execute function act();
    create table p1 partition of p default`)
  expect(relation(catalog, 'p').triggers.map((each) => each.name)).toEqual(['deep', 'shallow'])
  expect(relation(catalog, 'p1').triggers.map((each) => each.name)).toEqual(['deep'])
})

test('the function of a trigger is among the functions, one of Postgres too', async () => {
  const catalog = await read(`${given}
    create schema crm;
    create function crm."Act"() returns trigger language plpgsql as 'begin return null; end';
    create trigger a before update on t for each row execute function suppress_redundant_updates_trigger();
    create trigger b after insert on t for each row execute function crm."Act"()`)
  const functions = functionById(catalog)
  const found = relation(catalog, 't').triggers.map((each) => functions.get(each.function))
  expect(found).toMatchObject([
    { id: 'pg_catalog.suppress_redundant_updates_trigger', language: 'internal' },
    { id: 'crm."Act"', language: 'plpgsql', body: 'begin return null; end' },
  ])
})

test('rules that fire, with what they do', async () => {
  const catalog = await read(`${given}
    create view v as select * from t;
    create rule off as on delete to t do instead nothing;
    alter table t disable rule off;
    create rule also as on insert to t do also select 1;
    create rule redirect as on insert to v do instead insert into t values (new.id)`)
  expect(relation(catalog, 't').rules).toEqual([
    {
      name: 'also',
      event: 'insert',
      instead: false,
      definition: 'CREATE RULE also AS\n    ON INSERT TO public.t DO  SELECT 1 AS "?column?";',
    },
  ])
  expect(relation(catalog, 'v').rules).toMatchObject([{ name: 'redirect', event: 'insert', instead: true }])
})
