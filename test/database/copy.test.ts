import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase, servers, type TestDatabase } from '../support/database.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

function* lines(from: number, to: number): Generator<Uint8Array> {
  for (let x = from; x <= to; x += 1) yield bytes(`${x}\trow ${x}\n`)
}

describe.each(servers)('COPY on %s', (server) => {
  let there: TestDatabase
  beforeAll(async () => {
    there = await freshDatabase(
      server,
      'create table t (x int primary key, y text); create table "FROM STDIN" ("a b" text)',
    )
  })
  afterAll(() => there.drop())

  const copy = 'COPY public.t (x, y) FROM STDIN'
  const count = async (): Promise<unknown> => (await there.raw('select count(*)::int4 as n from public.t'))[0]?.n

  test('counts the rows that arrived', async () => {
    expect(await there.db.copyIn(copy, lines(1, 5000))).toBe(5000)
    expect(await there.raw('select y from public.t where x = 4321')).toEqual([{ y: 'row 4321' }])
    expect(await there.db.copyIn(copy, [])).toBe(0)
  })

  test('takes an async source, and one that uses its buffer again', async () => {
    async function* reusing(): AsyncGenerator<Uint8Array> {
      const buffer = new Uint8Array(8)
      for (let x = 6001; x <= 6100; x += 1) {
        buffer.set(bytes(`${x}\ta\n\0`.slice(0, 7)))
        yield buffer.slice(0, 7)
        await Promise.resolve()
      }
    }
    expect(await there.db.copyIn(copy, reusing())).toBe(100)
    expect(await there.raw('select min(x), max(x) from public.t where x between 6001 and 6100')).toEqual([
      { min: 6001, max: 6100 },
    ])
  })

  test('a table whose name reads like the command', async () => {
    expect(
      await there.db.copyIn('COPY public."FROM STDIN" ("a b") FROM STDIN', [bytes('\\N\n'), bytes('ä\\tb\n')]),
    ).toBe(2)
    expect(await there.raw('select "a b" as v from "FROM STDIN" order by 1 nulls first')).toEqual([
      { v: null },
      { v: 'ä\tb' },
    ])
  })

  test('an error in the middle names line and column, and undoes all', async () => {
    const before = await count()
    function* broken(): Generator<Uint8Array> {
      yield* lines(10_000, 10_500)
      yield bytes('no number\tx\n')
      yield* lines(10_501, 40_000)
    }
    await expect(there.db.copyIn(copy, broken())).rejects.toMatchObject({
      name: 'DatabaseError',
      code: '22P02',
      where: expect.stringMatching(/line 502, column x/),
    })
    await expect(there.db.copyIn(copy, lines(20_000, 20_001))).resolves.toBe(2)
    await expect(there.db.copyIn(copy, lines(20_000, 90_000))).rejects.toMatchObject({
      code: '23505',
      constraint: 't_pkey',
    })
    expect(await count()).toBe(Number(before) + 2)
  })

  test('a source that fails undoes all and its error is thrown', async () => {
    const before = await count()
    const mine = new Error('mine')
    function* failing(): Generator<Uint8Array> {
      yield* lines(50_000, 60_000)
      throw mine
    }
    await expect(there.db.copyIn(copy, failing())).rejects.toBe(mine)
    await expect(
      there.db.transaction(async (tx) => {
        await tx.copyIn(copy, lines(70_000, 70_009))
        await tx.copyIn(copy, failing())
      }),
    ).rejects.toBe(mine)
    expect(await count()).toBe(before)
  })

  test('a table that is not there', async () => {
    await expect(there.db.copyIn('COPY public.nowhere FROM STDIN', lines(1, 100_000))).rejects.toMatchObject({
      code: '42P01',
    })
    expect(await there.db.query('select 1 as alive')).toEqual([{ alive: 1 }])
  })

  test('goes with the rest of its transaction', async () => {
    const before = await count()
    const rows = await there.db.transaction(async (tx) => {
      await tx.execute('insert into public.t values (80000)')
      expect(await tx.copyIn(copy, lines(80_001, 80_010))).toBe(10)
      return tx.query('select count(*)::int4 as n from public.t where x between 80000 and 80010')
    })
    expect(rows).toEqual([{ n: 11 }])
    expect(await count()).toBe(Number(before) + 11)
  })
})

const MEGABYTE = bytes(`${'x'.repeat(1023)}\n`.repeat(1024))

test('the source waits for a server that does not take anything', async () => {
  const there = await freshDatabase(
    'pg17',
    `create table big (y text);
     create function wait() returns trigger language plpgsql as $$ begin perform pg_advisory_xact_lock(1); return new; end $$;
     create trigger wait before insert on big for each row execute function wait()`,
  )
  let pulled = 0
  function* endless(): Generator<Uint8Array> {
    for (pulled = 0; pulled < 100; pulled += 1) yield MEGABYTE
  }
  let copied: Promise<number> | undefined
  await there.db.transaction(async (tx) => {
    await tx.query('select pg_advisory_xact_lock(1)')
    copied = there.db.transaction((other) => other.copyIn('COPY public.big FROM STDIN', endless()), { lockTimeout: 0 })
    // Until it stands still: what the buffers between here and the server hold has been pulled, and no more.
    for (let seen = -1; seen !== pulled || pulled === 0; ) {
      seen = pulled
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
    expect(pulled).toBeLessThan(30)
  })
  expect(await copied).toBe(100 * 1024)
  expect(await there.raw('select count(*)::int4 as n, sum(length(y))::int4 as bytes from big')).toEqual([
    { n: 102_400, bytes: 102_400 * 1023 },
  ])
  await there.drop()
})

test('a hundred megabytes pass without being held', async () => {
  const there = await freshDatabase('pg17', 'create table big (y text)')
  const before = process.memoryUsage().arrayBuffers
  let most = 0
  function* made(): Generator<Uint8Array> {
    for (let index = 0; index < 400; index += 1) {
      yield new Uint8Array(MEGABYTE.subarray(0, 256 * 1024))
      most = Math.max(most, index % 20 === 0 ? heldBytes() - before : 0)
    }
  }
  expect(await there.db.copyIn('COPY public.big FROM STDIN', made())).toBe(102_400)
  expect(most).toBeLessThan(40 * 1024 * 1024)
  await there.drop()
})

/** Bytes of buffers in use, once the collector has been. */
function heldBytes(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return process.memoryUsage().arrayBuffers
}

test('a connection cut in the middle of COPY', async () => {
  const there = await freshDatabase('pg17', 'create table big (y text)')
  async function* cut(): AsyncGenerator<Uint8Array> {
    yield MEGABYTE
    await there.raw(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query ilike 'copy%'`,
    )
    for (let index = 0; index < 50; index += 1) yield MEGABYTE
  }
  await expect(there.db.copyIn('COPY public.big FROM STDIN', cut())).rejects.toMatchObject({
    name: 'DatabaseError',
    code: expect.stringMatching(/^(08...|57P0.)$/),
  })
  expect(await there.db.copyIn('COPY public.big FROM STDIN', [MEGABYTE])).toBe(1024)
  expect(await there.raw('select count(*)::int4 as n from big')).toEqual([{ n: 1024 }])
  await there.drop()
})
