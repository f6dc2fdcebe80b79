import { expect, test } from 'vitest'
import { type Narrowed, narrow, type Writing } from '../../src/load/rehearse/narrow.ts'
import { DatabaseError, type Queryable } from '../../src/model/database.ts'
import { freshDatabase, onEachServer } from '../support/database.ts'
import { rolledBack } from '../support/rolled-back.ts'

/** A row refused by a check, one that a trigger drops, one that it fails on by an assertion, and one where it meets others. */
const SCHEMA = `
create table numbers (n int primary key check (n % 3 <> 0), before int references numbers);
create function judge() returns trigger language plpgsql as $$ begin
  if new.n = 7 then return null; end if;
  assert new.n <> 8, 'not eight';
  if new.n >= 1000 then raise exception 'somebody is in the way' using errcode = '55P03'; end if;
  return new;
end $$;
create trigger judge before insert on numbers for each row execute function judge();
do $$ begin create role no_language; exception when duplicate_object then null; end $$;
grant insert, select on numbers to no_language`

const SQL =
  'insert into public.numbers (n, before) select c1::int, c2::int from unnest($1::text[], $2::text[]) as u(c1, c2)'

/** Every number refers to the one two before it. */
const rowOf = (n: number): readonly [string, string | null] => [String(n), n > 100 ? String(n - 2) : null]

const writing = (tx: Queryable): Writing => ({
  all: async (rows) => {
    const count = await tx.execute(SQL, [rows.map((n) => rowOf(n)[0]), rows.map((n) => rowOf(n)[1])])
    if (count < rows.length) throw new DatabaseError('dropped', { code: 'P0001' })
  },
  each: (rows) => ({ sql: SQL, rows: rows.map(rowOf), dropped: 'dropped' }),
})

const from = (first: number, count: number): number[] => Array.from({ length: count }, (_, i) => first + i)

onEachServer(['pg17', 'pglite'], (server) => {
  test('rows that are refused are told apart from the others, with and without PL/pgSQL', async () => {
    const { db } = await freshDatabase(server, SCHEMA)
    const found = async (before: string, rows: readonly number[]): Promise<Narrowed & { there: number[] }> =>
      rolledBack(db, async (tx) => {
        await tx.execute(before)
        const { accepted, refused, why } = await narrow(tx, rows, writing(tx))
        const there = await tx.query<{ n: number }>('select n from public.numbers order by n')
        return { accepted, refused, why, there: there.map(({ n }) => n) }
      })
    for (const before of ['select 1', 'revoke usage on language plpgsql from public; set local role no_language']) {
      const some = await found(before, from(1, 60))
      expect(some.refused, before).toEqual(from(1, 60).filter((n) => n % 3 === 0 || n === 7 || n === 8))
      expect(some.there, before).toEqual(some.accepted)
      expect(some.accepted.length + some.refused.length).toBe(60)
      expect(some.why).toMatchObject({ code: '23514' })
      expect(await found(before, [7, 10])).toMatchObject({ accepted: [10], refused: [7], why: { why: 'dropped' } })
      expect(await found(before, from(101, 200))).toMatchObject({ accepted: [], there: [], why: { code: '23503' } })
      await expect(found(before, [1, 2, 3, 1000])).rejects.toMatchObject({ code: '55P03' })
    }
  })
})
