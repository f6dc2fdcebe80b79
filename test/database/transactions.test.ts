import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '../../src/database/open-database.ts'
import type { Database, Queryable } from '../../src/model/database.ts'
import { freshDatabase, servers, type TestDatabase } from '../support/database.ts'

const SETTINGS = [
  'statement_timeout',
  'lock_timeout',
  'idle_in_transaction_session_timeout',
  'TimeZone',
  'DateStyle',
  'IntervalStyle',
  'bytea_output',
  'extra_float_digits',
  'search_path',
  'client_encoding',
]

async function settings(from: Queryable): Promise<Record<string, string>> {
  const rows = await from.query<{ name: string; setting: string }>(
    'select name, current_setting(name) as setting from unnest($1::text[]) as name',
    [SETTINGS],
  )
  return Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))
}

describe.each(servers)('transactions on %s', (server) => {
  let there: TestDatabase
  let db: Database
  beforeAll(async () => {
    there = await freshDatabase(
      server,
      'create table t (x int primary key); create table late (x int references t deferrable initially deferred)',
    )
    // What a database or role may have set, and no transaction of ours may depend on.
    const name = there.db.address.database
    await there.raw(`
      alter database "${name}" set timezone = 'Asia/Kolkata';
      alter database "${name}" set datestyle = 'SQL, DMY';
      alter database "${name}" set statement_timeout = '120s';
      alter database "${name}" set search_path = public, pg_catalog`)
    await there.release()
    db = await openDatabase({ ...(there.url ? { url: there.url } : { embedded: there.folder ?? '' }), source: 'test' })
  })
  afterAll(async () => {
    await db.close()
    await there.drop()
  })

  const count = async (): Promise<unknown> => (await db.query('select count(*)::int4 as n from public.t'))[0]?.n

  test('what it did is there after it', async () => {
    const before = await count()
    expect(await db.transaction((tx) => tx.execute('insert into public.t select generate_series(1, 3)'))).toBe(3)
    expect(await count()).toBe(Number(before) + 3)
  })

  test('an error undoes it and is thrown as it is', async () => {
    const before = await count()
    const mine = new Error('mine')
    await expect(
      db.transaction(async (tx) => {
        await tx.execute('insert into public.t values (1000)')
        throw mine
      }),
    ).rejects.toBe(mine)
    expect(await count()).toBe(before)
  })

  test('an error that was swallowed does not pass for a commit', async () => {
    const before = await count()
    await expect(
      db.transaction(async (tx) => {
        await tx.execute('insert into public.t values (2000)')
        await tx.query('select 1/0').catch(() => undefined)
      }),
    ).rejects.toMatchObject({ code: '25P02' })
    expect(await count()).toBe(before)
  })

  test('a constraint that fails at COMMIT', async () => {
    await expect(db.transaction((tx) => tx.execute('insert into public.late values (31337)'))).rejects.toMatchObject({
      code: '23503',
      table: 'late',
    })
    expect(await db.query('select 1 as alive')).toEqual([{ alive: 1 }])
  })

  test('it has its own settings, whatever the database says', async () => {
    expect(await db.transaction(settings)).toEqual({
      statement_timeout: '0',
      lock_timeout: '10s',
      idle_in_transaction_session_timeout: '0',
      TimeZone: 'UTC',
      DateStyle: 'ISO, YMD',
      IntervalStyle: 'postgres',
      bytea_output: 'hex',
      extra_float_digits: '1',
      search_path: '""',
      client_encoding: 'UTF8',
    })
    const options = { statementTimeout: 1500, lockTimeout: 250, isolation: 'repeatable read', readOnly: true } as const
    await db
      .transaction(async (tx) => {
        expect(await settings(tx)).toMatchObject({ statement_timeout: '1500ms', lock_timeout: '250ms' })
        expect(await tx.query('show transaction_isolation')).toEqual([{ transaction_isolation: 'repeatable read' }])
        await expect(tx.execute('insert into public.t values (3000)')).rejects.toMatchObject({ code: '25006' })
        throw new Error('done')
      }, options)
      .catch((error: Error) => expect(error.message).toBe('done'))
  })

  test('the search path of the database is there for triggers that rely on it', async () => {
    const [row] = await db.transaction((tx) => tx.query('show search_path'), { searchPath: 'own' })
    expect(row).toEqual({ search_path: 'public, pg_catalog' })
    await expect(db.transaction((tx) => tx.query('select from t'))).rejects.toMatchObject({ code: '42P01' })
  })

  test('its settings do not leak', async () => {
    const before = await Promise.all([1, 2, 3, 4].map(() => settings(db)))
    await db.transaction((tx) => tx.query('select 1'), { statementTimeout: 1234, lockTimeout: 77 })
    await db.transaction((tx) => tx.query('select 1/0'), { statementTimeout: 1234 }).catch(() => undefined)
    const after = await Promise.all([1, 2, 3, 4].map(() => settings(db)))
    expect(after).toEqual(before)
  })

  test('statements asked for side by side run one after another', async () => {
    const results = await db.transaction((tx) =>
      Promise.all([tx.query('select 1 as v'), tx.query('select pg_sleep(0.01), 2 as v'), tx.query('select 3 as v')]),
    )
    expect(results.map((rows) => rows[0]?.v)).toEqual([1, 2, 3])
  })

  test('of no use once it is over', async () => {
    let kept: Queryable | undefined
    await db.transaction(async (tx) => {
      kept = tx
    })
    await expect(kept?.query('select 1')).rejects.toMatchObject({ code: '25P01' })
    await expect(db.transaction(async () => kept?.execute('select 1'))).rejects.toMatchObject({ code: '25P01' })
  })

  test('more than there are connections take turns', async () => {
    const done = await Promise.all(
      Array.from({ length: db.capabilities.connections * 3 }, (_, index) =>
        db.transaction(async (tx) => (await tx.query('select $1::int4 as v', [index]))[0]?.v),
      ),
    )
    expect(done).toEqual(done.map((_, index) => index))
  })

  test('a database that was closed says so', async () => {
    const other = await freshDatabase(server)
    await other.db.close()
    await other.db.close()
    await expect(other.db.query('select 1')).rejects.toMatchObject({ code: expect.stringMatching(/^08/) })
    await expect(other.db.transaction(async () => 1)).rejects.toMatchObject({ code: expect.stringMatching(/^08/) })
    await other.drop()
  })
})

test('transactions run side by side on their own connections', async () => {
  const there = await freshDatabase('pg17', 'create table t (x int)')
  expect(there.db.capabilities.connections).toBe(4)
  const everyone = gate(4)
  const everyoneHasLooked = gate(4)
  // Each waits for all the others inside its transaction: with fewer connections than four this would never end.
  const backends = await Promise.all(
    [1, 2, 3, 4].map((x) =>
      there.db.transaction(async (tx) => {
        await tx.execute('insert into public.t values ($1)', [x])
        await everyone()
        const [row] = await tx.query('select pg_backend_pid() as pid, (select count(*)::int4 from public.t) as seen')
        await everyoneHasLooked()
        return row
      }),
    ),
  )
  expect(new Set(backends.map((row) => row?.pid)).size).toBe(4)
  expect(backends.every((row) => row?.seen === 1)).toBe(true)
  await there.drop()
})

test('who waits for a connection waits longer than connecting may take', async () => {
  const there = await freshDatabase('pg17')
  const db = await openDatabase({ url: `${there.url}?connect_timeout=2`, source: 'test', connections: 1 })
  const first = db.transaction((tx) => tx.query('select pg_sleep(2.3)'))
  expect(await db.query('select 1 as one')).toEqual([{ one: 1 }])
  await first
  await db.close()
  await there.drop()
})

/** A function that returns only when it has been called as often as said. */
function gate(calls: number): () => Promise<void> {
  let missing = calls
  let open: () => void = () => undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return () => {
    missing -= 1
    if (missing === 0) open()
    return opened
  }
}

test('a lost connection is class 08 or 57P0x, and the next transaction works', async () => {
  const there = await freshDatabase('pg17', 'create table t (x int)')
  const lost = there.db.transaction(async (tx) => {
    const [row] = await tx.query('select pg_backend_pid() as pid')
    await there.raw('select pg_terminate_backend($1)', [row?.pid])
    await tx.execute('insert into public.t values (1)')
  })
  await expect(lost).rejects.toMatchObject({ name: 'DatabaseError', code: expect.stringMatching(/^(08...|57P0.)$/) })
  const during = there.db.transaction((tx) => Promise.all([tx.query('select pg_sleep(30)'), endSleeper(there)]))
  await expect(during).rejects.toMatchObject({ name: 'DatabaseError', code: '57P01' })
  expect(await there.db.transaction((tx) => tx.query('select count(*)::int4 as n from public.t'))).toEqual([{ n: 0 }])
  await there.drop()
})

/** Ends whoever sleeps in this database. */
async function endSleeper(there: TestDatabase): Promise<void> {
  for (;;) {
    const rows = await there.raw(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'select pg_sleep(30)%' and pid <> pg_backend_pid()`,
    )
    if (rows.length > 0) return
  }
}

test('a connection lost at COMMIT leaves the outcome open: 08007, which is not retried', async () => {
  const there = await freshDatabase(
    'pg17',
    `create table t (x int);
     create function cut() returns trigger language plpgsql as $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$;
     create constraint trigger cut after insert on t deferrable initially deferred for each row execute function cut()`,
  )
  await expect(there.db.transaction((tx) => tx.execute('insert into public.t values (1)'))).rejects.toMatchObject({
    code: '08007',
  })
  await there.drop()
})
