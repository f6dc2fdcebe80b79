import { randomInt } from 'node:crypto'
import { readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { expect } from 'vitest'
import { type CliResult, freshFolder, runCli, spawnCli } from '../support/children.ts'
import { contents } from '../support/contents.ts'
import { freshDatabase, type ServerName, type TestDatabase } from '../support/database.ts'
import { COUNTS, SCHEMA } from './schema.ts'

/** A database with the schema, and a project folder whose configuration fills it. Nobody else has the database open. */
export interface Project {
  readonly database: TestDatabase
  readonly folder: string
}

/** `divisor`: for servers that are slower. */
export async function freshProject(server: ServerName, divisor = 1): Promise<Project> {
  const database = await freshDatabase(server, SCHEMA)
  await database.release()
  const project = { database, folder: freshFolder() }
  configure(project, divisor)
  return project
}

/** Writes the configuration of a project: the counts by the divisor. */
export function configure({ folder }: Project, divisor: number): void {
  const tables = Object.fromEntries(
    Object.entries(COUNTS).map(([table, { count }]) => [table, { count: Math.floor(count / divisor) }]),
  )
  writeFileSync(
    join(folder, 'supa-seed.config.json'),
    JSON.stringify({ seed: 'kill', now: '2026-01-15T12:00:00Z', tables }),
  )
}

/** Runs a command of the project to its end. */
export const command = ({ database, folder }: Project, ...words: readonly string[]): Promise<CliResult> =>
  runCli([...words, ...database.flags, '--json'], { cwd: folder })

/** Runs a command that must succeed. */
export async function succeeded(project: Project, ...words: readonly string[]): Promise<CliResult> {
  const result = await command(project, ...words)
  expect(result, result.stderr).toMatchObject({ code: 0 })
  return result
}

export interface Whole {
  readonly contents: Record<string, string>
  /** Bytes of the journal in the end. */
  readonly bytes: number
}

const wholes = new Map<string, Whole>()

/** What a run that nobody disturbs leaves. */
export async function wholeRun(server: ServerName, divisor = 1): Promise<Whole> {
  const known = wholes.get(`${server} ${divisor}`)
  if (known) return known
  const project = await freshProject(server, divisor)
  await succeeded(project, 'seed')
  const whole = { contents: await contentsOf(project), bytes: journalBytes(project) }
  wholes.set(`${server} ${divisor}`, whole)
  return whole
}

/** Keys from sequences are counted from the smallest: a run that was killed may have drawn numbers that nobody got. */
export const contentsOf = ({ database }: Project): Promise<Record<string, string>> =>
  contents(database, { rebased: true })

/** When to kill: so long after the start, or so long after the journal has grown to a number of bytes. */
export interface Moment {
  readonly bytes: number
  readonly milliseconds: number
}

/** Anywhere in a run whose journal grows from `begun` to `bytes`: a third in its first second, the others while it writes. */
function anyMoment(bytes: number, begun = 0): Moment {
  return randomInt(3) === 0
    ? { bytes: 0, milliseconds: randomInt(1200) }
    : { bytes: begun + 1 + randomInt(bytes - begun), milliseconds: randomInt(4) === 0 ? randomInt(200) : randomInt(12) }
}

/** Starts a command and kills it with SIGKILL at the moment; null when it was killed, its result when it ended before. */
async function killAt(project: Project, words: readonly string[], moment: Moment): Promise<CliResult | null> {
  return killWhen(project, words, async (alive) => {
    while (alive() && journalBytes(project) < moment.bytes) await sleep(1)
    await sleep(moment.milliseconds)
  })
}

/** Starts a command and kills it when `wait` resolves; null when it was killed, its result when it ended before. */
export async function killWhen(
  { database, folder }: Project,
  words: readonly string[],
  wait: (alive: () => boolean) => Promise<void>,
): Promise<CliResult | null> {
  const { child, result } = await spawnCli([...words, ...database.flags, '--json'], { cwd: folder })
  child.stdin.end()
  await wait(() => child.exitCode === null && child.signalCode === null)
  child.kill('SIGKILL')
  const ended = await result
  return ended.signal === 'SIGKILL' ? null : ended
}

/** Bytes of the journal's lines; what is there when the folder has none: 0. */
export function journalBytes({ folder }: Project): number {
  const journals = join(folder, '.supa-seed', 'journal')
  try {
    return readdirSync(journals).reduce(
      (sum, name) => sum + (statSync(join(journals, name, 'journal.jsonl'), { throwIfNoEntry: false })?.size ?? 0),
      0,
    )
  } catch {
    return 0
  }
}

/** Keeps everybody from writing to a table, until `letGo` or the end of `work`: whoever wants to stands still there, however fast the machine is. */
export async function holding<Result>(
  { database }: Project,
  table: string,
  work: (letGo: () => Promise<void>) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: database.url ?? '' })
  await client.connect()
  try {
    await client.query(`begin; lock table ${table} in exclusive mode`)
    return await work(async () => {
      await client.query('rollback')
    })
  } finally {
    await client.end()
  }
}

/** Resolves when somebody waits for a table that is held, or the command has ended. */
export async function untilWaiting({ database }: Project, table: string, alive: () => boolean): Promise<void> {
  await untilFound(database, alive, `select from pg_locks where relation = '${table}'::regclass and not granted`)
}

/** Resolves soon after a transaction has taken supa-seed's lock for itself alone: cleanup and reset are at work then. */
export async function untilLocked({ database }: Project, alive: () => boolean): Promise<void> {
  await untilFound(
    database,
    alive,
    `select from pg_locks l join pg_database d on d.oid = l.database
     where d.datname = current_database() and l.locktype = 'advisory' and l.mode = 'ExclusiveLock' and l.granted`,
  )
}

/** Asks until there is an answer, or the command has ended. */
async function untilFound(database: TestDatabase, alive: () => boolean, question: string): Promise<void> {
  const client = new pg.Client({ connectionString: database.url ?? '' })
  await client.connect()
  try {
    while (alive()) {
      if ((await client.query(question)).rowCount) return
      await sleep(2)
    }
  } finally {
    await client.end()
  }
}

/** Ends up to eight connections of supa-seed that are at work, at random, while `work` runs (a chunk is tried ten times); returns how many. */
export async function cutting({ database }: Project, work: () => Promise<unknown>): Promise<number> {
  const client = new pg.Client({ connectionString: database.url ?? '' })
  await client.connect()
  let cuts = 0
  let over = false
  const cut = async () => {
    while (!over && cuts < 8) {
      const { rowCount } = await client.query(
        `select pg_terminate_backend(pid) from (
           select pid from pg_stat_activity where datname = current_database() and application_name = 'supa-seed' and query <> '' order by random() limit 1
         ) a`,
      )
      cuts += rowCount ?? 0
      await sleep(randomInt(300))
    }
  }
  try {
    const cutter = cut()
    await work().finally(() => {
      over = true
    })
    await cutter
  } finally {
    await client.end()
  }
  return cuts
}

/**
 * Seeds a project and kills it at random, up to `most` times, until it ends by itself; then compares. Returns how often it was killed.
 */
export async function killedRound(project: Project, whole: Whole, most: number, begun = 0): Promise<number> {
  const moments: Moment[] = []
  for (;;) {
    const moment =
      moments.length < most ? anyMoment(whole.bytes, begun) : { bytes: Number.POSITIVE_INFINITY, milliseconds: 0 }
    const told = () => `killed at ${JSON.stringify(moments)}`
    const ended = await killAt(project, ['seed'], moment)
    if (ended !== null) {
      expect(ended, `${told()}\n${ended.stderr}`).toMatchObject({ code: 0 })
      expect(await contentsOf(project), told()).toEqual(whole.contents)
      return moments.length
    }
    moments.push(moment)
  }
}
