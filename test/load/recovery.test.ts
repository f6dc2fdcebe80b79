import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../src/database/open-database.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { integer, serial, uuidKey } from '../support/plan.ts'
import { KILLED_PLAN, KILLED_SCHEMA } from './killed-plan.ts'
import { contents, journalOf, look, planWith, seed, temporaryRoot } from './seeding.ts'

const TABLES = ['users', 'posts']
const KILLS = 4

async function unbroken(): Promise<Record<string, string[]>> {
  const database = await freshDatabase('pg17', KILLED_SCHEMA)
  await seed(database, temporaryRoot(), KILLED_PLAN, { jobs: 1 })
  return contents(database, TABLES)
}

/** How many attempts at chunks the journal tells of that came to nothing. */
async function failedAttempts(database: TestDatabase, root: string): Promise<number> {
  const journal = await journalOf(database.db, root, false)
  return readFileSync(join(journal.folder, 'journal.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line.includes('"kind":"undone"')).length
}

/** Does something over and over until the work has ended, well or not. */
async function meanwhile<Result>(
  something: (times: number) => Promise<void>,
  work: () => Promise<Result>,
): Promise<Result> {
  let over = false
  const others = (async () => {
    for (let times = 0; !over; times++) {
      await something(times)
      await sleep(1)
    }
  })()
  try {
    return await work()
  } finally {
    over = true
    await others
  }
}

describe('connections that are cut at random', () => {
  it('do not change the contents', { timeout: 120_000 }, async () => {
    const expected = await unbroken()
    // Until one was cut that was at work on a chunk.
    for (let failed = 0; failed === 0; ) {
      const database = await freshDatabase('pg17', KILLED_SCHEMA)
      const root = temporaryRoot()
      const db = await openDatabase({ url: database.url!, source: 'test', connections: 2 })
      const cut = async (times: number) => {
        if (times > 12) return
        await sleep(Math.random() * 60)
        await database.raw(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where datname = current_database() and application_name = 'supa-seed' and state <> 'idle' order by random() limit 1`,
        )
      }
      const { result } = await meanwhile(cut, () => seed({ db }, root, KILLED_PLAN))
      expect(result.findings).toEqual([])
      expect(await contents(database, TABLES)).toEqual(expected)
      expect((await look(database, root)).past.tables.posts?.rows).toBe(expected.posts?.length)
      failed = await failedAttempts(database, root)
      await db.close()
      await database.drop()
    }
  })
})

describe('a process that is killed', () => {
  it('again and again: the last seed ends with the same contents', { timeout: 240_000 }, async () => {
    const expected = await unbroken()
    for (let killed = 0; killed < KILLS; ) {
      const database = await freshDatabase('pg17', KILLED_SCHEMA)
      const root = temporaryRoot()
      for (;;) {
        const child = start(database, root)
        let output = ''
        for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (output += text))
        const ended = once(child, 'close')
        await Promise.race([begun(child), ended])
        if (killed < KILLS) {
          await sleep(Math.random() * 150)
          child.kill('SIGKILL')
        }
        await ended
        if (child.signalCode === 'SIGKILL') killed += 1
        else {
          // It came to its end before it was killed.
          expect([child.exitCode, output]).toEqual([0, expect.stringContaining('done')])
          break
        }
      }
      expect(await contents(database, TABLES)).toEqual(expected)
      await database.drop()
    }
  })

  const start = (database: TestDatabase, root: string): ChildProcess =>
    spawn(
      process.execPath,
      ['--import', 'jiti/register', fileURLToPath(new URL('killed-process.ts', import.meta.url)), database.url!, root],
      {
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )

  const begun = (child: ChildProcess): Promise<void> =>
    new Promise((resolve) => child.stdout?.on('data', (text: Buffer) => text.includes('begun') && resolve()))
})

describe('chunks that meet', () => {
  const table = {
    rows: 200,
    columns: { id: uuidKey, a: integer(1, 2), n: serial(0) },
    extra: { chunkRows: 20, parallel: true },
  }

  it('are tried again after a deadlock', async () => {
    // Until two have met.
    for (let failed = 0; failed === 0; ) {
      const database = await freshDatabase(
        'pg17',
        `create table shared (id int primary key, n int not null default 0); insert into shared values (1), (2);
         create table t (id uuid primary key, a int not null, n int not null);
         create function f() returns trigger language plpgsql as $$ begin
           update public.shared set n = n + 1 where id = new.a; perform pg_sleep(0.01);
           update public.shared set n = n + 1 where id = 3 - new.a; return null; end $$;
         create trigger f after insert on t for each row execute function f();`,
      )
      await database.raw(
        `do $$ begin execute format('alter database %I set deadlock_timeout = ''10ms''', current_database()); end $$`,
      )
      const db = await openDatabase({ url: database.url!, source: 'test', connections: 2 })
      const root = temporaryRoot()
      const { result } = await seed({ db }, root, planWith({ t: table }))
      expect(result.tables).toEqual([{ table: 't', inserted: 200, updated: 0 }])
      expect((await database.raw(`select array_agg(n order by id) as n from shared`))[0]).toEqual({ n: [200, 200] })
      failed = await failedAttempts(database, root)
      await db.close()
      await database.drop()
    }
  })

  it('are tried again when another session changed what a trigger changes', async () => {
    const database = await freshDatabase(
      'pg17',
      `create table shared (id int primary key, n int not null default 0); insert into shared values (1);
       create table t (id uuid primary key, a int not null, n int not null);
       create function f() returns trigger language plpgsql as $$ begin perform pg_sleep(0.002); update public.shared set n = n + 1 where id = 1; return null; end $$;
       create trigger f after insert on t for each row execute function f();`,
    )
    const root = temporaryRoot()
    const change = async (times: number) => {
      await database.raw('update shared set n = n where id = 1')
      await sleep(times < 5 ? 0 : 100)
    }
    const plan = planWith({ t: { ...table, rows: 100, extra: { ...table.extra, harvest: true, parallel: false } } })
    const { result } = await meanwhile(change, () => seed(database, root, plan))
    expect(result.tables).toEqual([{ table: 't', inserted: 100, updated: 0 }])
    expect((await database.raw(`select n from shared`))[0]).toEqual({ n: 100 })
  })
})
