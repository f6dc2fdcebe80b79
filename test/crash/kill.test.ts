import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { spawnCli } from '../support/children.ts'
import {
  command,
  configure,
  contentsOf,
  cutting,
  freshProject,
  holding,
  journalBytes,
  killedRound,
  killWhen,
  type Project,
  succeeded,
  untilLocked,
  untilWaiting,
  wholeRun,
} from './kills.ts'

/** Rows are fewer by this where it is not the load that is disturbed. */
const FEWER = 5
/** Many more in `npm run test:long`. */
const KILLS = 4

describe('kill -9', () => {
  test('a seed that was killed any number of times ends like one that never was', async () => {
    const whole = await wholeRun('pg17')
    let kills = 0
    while (kills < KILLS) kills += await killedRound(await freshProject('pg17'), whole, 4)
  }, 180_000)

  test('a seed that adds rows to those of an earlier one, as well', async () => {
    const grown = async () => {
      const project = await freshProject('pg17', 2 * FEWER)
      await succeeded(project, 'seed')
      const bytes = journalBytes(project)
      configure(project, FEWER)
      return { project, bytes }
    }
    const { project, bytes } = await grown()
    await succeeded(project, 'seed')
    const whole = { contents: await contentsOf(project), bytes: journalBytes(project) }
    let kills = 0
    while (kills === 0) kills += await killedRound((await grown()).project, whole, 3, bytes)
  }, 120_000)

  test('an embedded database is filled to the end as well', async () => {
    const whole = await wholeRun('pglite', FEWER)
    let kills = 0
    while (kills === 0) kills += await killedRound(await freshProject('pglite', FEWER), whole, 1)
  }, 180_000)

  test('what a killed seed left is removed by cleanup', async () => {
    const project = await freshProject('pg17', FEWER)
    const empty = await contentsOf(project)
    await killHeld(project, ['seed', '--no-rehearsal'])
    expect(await contentsOf(project)).not.toEqual(empty)
    await succeeded(project, 'cleanup')
    expect(await contentsOf(project)).toEqual(empty)
  })

  test('a cleanup removes everything or nothing', async () => {
    const project = await freshProject('pg17', FEWER)
    const empty = await contentsOf(project)
    await succeeded(project, 'seed')
    const seeded = await contentsOf(project)
    await killHeld(project, ['cleanup', '--yes'])
    expect(await settled(project)).toEqual(seeded)
    await killAtWork(project, 'cleanup')
    expect([empty, seeded]).toContainEqual(await settled(project))
    await succeeded(project, 'cleanup')
    expect(await contentsOf(project)).toEqual(empty)
  })

  test('a reset restores everything or nothing', async () => {
    const project = await freshProject('pg17', FEWER)
    await succeeded(project, 'seed')
    const full = await contentsOf(project)
    await project.database.raw(`delete from pages where id % 3 = 0; update orders set note = 'changed'`)
    const damaged = await contentsOf(project)
    await killHeld(project, ['reset', '--yes'])
    expect(await settled(project)).toEqual(damaged)
    await killAtWork(project, 'reset')
    expect([damaged, full]).toContainEqual(await settled(project))
    await succeeded(project, 'reset')
    expect(await contentsOf(project)).toEqual(full)
  })
})

describe('cut connections', () => {
  test('do not change what a seed writes', async () => {
    const whole = await wholeRun('pg17')
    let cuts = 0
    while (cuts < 4) {
      const project = await freshProject('pg17')
      cuts += await cutting(project, () => succeeded(project, 'seed'))
      expect(await contentsOf(project)).toEqual(whole.contents)
    }
  }, 120_000)

  test('do not change what the other commands do', async () => {
    const project = await freshProject('pg17', FEWER)
    const empty = await contentsOf(project)
    await succeeded(project, 'seed')
    const full = await contentsOf(project)
    await cutting(project, () => succeeded(project, 'plan'))
    await project.database.raw('delete from pages where id % 3 = 0')
    await cutting(project, () => succeeded(project, 'reset'))
    expect(await contentsOf(project)).toEqual(full)
    await cutting(project, () => succeeded(project, 'cleanup'))
    expect(await contentsOf(project)).toEqual(empty)
  }, 120_000)
})

describe('an interruption', () => {
  test('ends with 130 and keeps the journal; the next seed goes on', async () => {
    const whole = await wholeRun('pg17')
    const project = await freshProject('pg17')
    const interrupted = await holding(project, 'pages', async (letGo) => {
      const { child, result } = await spawnCli(['seed', '--no-rehearsal', ...project.database.flags, '--json'], {
        cwd: project.folder,
      })
      const noticed = new Promise<void>((resolve) => {
        child.stderr.on('data', (text: string) => text.includes('Stopping') && resolve())
      })
      await untilWaiting(project, 'pages', () => child.exitCode === null)
      child.kill('SIGINT')
      await Promise.race([noticed, result])
      await letGo()
      return result
    })
    expect(interrupted).toMatchObject({ code: 130, signal: null })
    expect(JSON.parse(interrupted.stdout)).toMatchObject({ error: { code: 'interrupted' } })
    const status = await command(project, 'status')
    expect(status.code).toBe(1)
    expect(JSON.parse(status.stdout)).toMatchObject({ unfinished: true })
    await succeeded(project, 'seed')
    expect(await contentsOf(project)).toEqual(whole.contents)
  }, 120_000)
})

/** Kills a command where it certainly is at work: when it is about to write to the pages. */
async function killHeld(project: Project, words: readonly string[]): Promise<void> {
  const ended = await holding(project, 'pages', () =>
    killWhen(project, words, (alive) => untilWaiting(project, 'pages', alive)),
  )
  expect(ended).toBeNull()
}

/** Kills a command anywhere while it is at work, or just after. */
async function killAtWork(project: Project, name: 'cleanup' | 'reset'): Promise<void> {
  await killWhen(project, [name, '--yes'], async (alive) => {
    await untilLocked(project, alive)
    await sleep(randomInt(100))
  })
}

/** The contents once the server has noticed that its client is gone. */
async function settled(project: Project): Promise<Record<string, string>> {
  for (;;) {
    const [row] = await project.database.raw<{ busy: boolean }>(
      `select exists (select from pg_stat_activity where datname = current_database() and application_name = 'supa-seed') as busy`,
    )
    if (!row?.busy) return contentsOf(project)
    await sleep(20)
  }
}
