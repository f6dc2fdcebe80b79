import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runCli } from '../support/children.ts'
import { outside, SHOP } from './outside.ts'
import { runHere } from './run-here.ts'

/** With characters that are written otherwise in a URL. */
const PASSWORD = 'S3cret @nd/more:?'
const ENCODED = encodeURIComponent(PASSWORD)
/** No part of it may be seen. */
const PARTS = ['S3cret', '@nd', 'nd/more', 'nd%2Fmore', 'more:?', 'more%3A']

const found = (text: string): string[] => PARTS.filter((part) => text.includes(part))

test('a password is in no output, journal, plan or error', async () => {
  const shop = await outside('pg15', SHOP)
  const url = new URL(shop.database.url ?? '')
  await shop.database.raw(
    `do $$ begin create role needs_password login superuser; exception when duplicate_object then null; end $$`,
  )
  await shop.database.raw(`alter role needs_password password '${PASSWORD}'`)
  const { port, pathname } = url
  const good = `postgres://needs_password:${ENCODED}@127.0.0.1:${port}${pathname}`
  const { folder } = shop

  for (const words of [['plan'], ['seed'], ['status'], ['reset'], ['seed', '--only', 'nowhere']]) {
    for (const [start, more] of [
      [words.includes('seed') ? runCli : runHere, []],
      [runHere, ['--json', '--verbose']],
    ] as const) {
      const { code, stdout, stderr } = await start([...words, ...more], { cwd: folder, env: { DATABASE_URL: good } })
      expect([words, code, found(stdout + stderr)]).toEqual([words, words.includes('nowhere') ? 2 : 0, []])
    }
  }
  for (const wrong of [
    good.replace(pathname, '/no_such_database'),
    good.replace(ENCODED, `${ENCODED}x`),
    good.replace(`:${port}`, ':1'),
    good.replace(`:${port}`, ':port'),
    `postgres://needs_password:${PASSWORD}@127.0.0.1:${port}${pathname}`,
    `postgres://needs_password@127.0.0.1:1${pathname}?password=${ENCODED}`,
    `postgres//needs_password:${ENCODED}@127.0.0.1:${port}${pathname}`,
    `needs_password:${ENCODED}@127.0.0.1:${port}${pathname}`,
  ])
    for (const name of ['DATABASE_URL', 'SUPABASE_DB_URL', null]) {
      const words = ['plan', '--verbose', ...(name === null ? ['--db-url', wrong] : [])]
      const start = name === 'DATABASE_URL' && wrong.includes('/no_such_database') ? runCli : runHere
      const { stdout, stderr, code } = await start(words, { cwd: folder, env: name === null ? {} : { [name]: wrong } })
      expect([wrong, code, found(stdout + stderr), stderr]).toEqual([wrong, 2, [], expect.any(String)])
    }
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = join(folder, path)
    if (statSync(file).isFile()) expect([path, found(readFileSync(file, 'utf8'))]).toEqual([path, []])
  }
  await shop.run('cleanup')
})
