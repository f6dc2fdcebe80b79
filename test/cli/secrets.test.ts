import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { layBase } from '../../src/database/base/lay-base.ts'
import { freshFolder, runCli } from '../support/children.ts'
import { freshDatabase } from '../support/database.ts'
import { putFiles } from '../support/put-files.ts'
import { projectFolder } from '../support/story.ts'
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

const RAW = `u:${PASSWORD}@127.0.0.1:1/x`

test.each([
  ['supa-seed.config.json', JSON.stringify({ db: { url: RAW } })],
  ['supa-seed.config.json', JSON.stringify({ db: `postgres://${RAW}` })],
  ['supa-seed.config.json', JSON.stringify({ remotes: { a: { url: RAW } } })],
  ['supa-seed.config.json', JSON.stringify({ remotes: { [`postgres://${RAW}`]: true } })],
  ['supa-seed.config.json', '{ "db": { "url": S3cret } }'],
  ['supa-seed.config.json', `postgres://${RAW}`],
  ['supa-seed.config.ts', `throw new Error("postgres://${RAW}")`],
  ['supabase/config.toml', 'password = "S3cret\nx'],
])('a password in %s that is broken is not shown: %s', async (file, text) => {
  for (const more of [[], ['--json', '--verbose']]) {
    const cwd = freshFolder()
    putFiles(cwd, { [file]: text })
    const { code, stdout, stderr } = await runHere(['plan', ...more], { cwd })
    expect([code, found(stdout + stderr)]).toEqual([2, []])
  }
})

test.each([
  [`--dburl=postgres://${RAW}`],
  ['--config', `postgres://${RAW}`],
  ['--rows', `postgres://${RAW}`],
  ['--workdir', `postgres://${RAW}`],
])('a URL in the wrong place is shown without its password: %s', async (...words) => {
  for (const more of [[], ['--json', '--verbose']]) {
    const { code, stdout, stderr } = await runHere(['plan', ...words, ...more])
    expect([code, found(stdout + stderr)]).toEqual([2, []])
  }
})

test('no hash of a password is shown or committed, whatever the database says of its rows', async () => {
  const database = await freshDatabase('pg17')
  await layBase(database.db)
  await database.raw(`create table notes (id serial primary key, user_id uuid not null references auth.users);
    create function tell() returns trigger language plpgsql as $$ begin
      if new.email > 'h' then raise exception 'told: %', new; end if; return new; end $$;
    create trigger tell before insert on auth.users for each row execute function tell();`)
  const cwd = projectFolder()
  writeFileSync(join(cwd, 'supa-seed.config.json'), JSON.stringify({ users: 8, rows: 5 }))
  const said: string[] = []
  for (const words of [
    ['plan', '--rehearse', '--verbose'],
    ['seed', '--yes', '--json', '--verbose', '--report', 'report.html'],
    ['seed', '--yes', '--no-rehearsal', '--verbose'],
  ]) {
    const { stdout, stderr } = await runHere([...words, '--db-url', database.url ?? ''], { cwd })
    said.push(stdout, stderr)
  }
  for (const path of readdirSync(cwd, { recursive: true, encoding: 'utf8' }))
    if (!path.includes('journal') && statSync(join(cwd, path)).isFile())
      said.push(readFileSync(join(cwd, path), 'utf8'))
  expect(said.join('\n')).toContain('told: (')
  expect(said.join('\n').match(/\$2a\$10\$[./\w]+/g)).toBeNull()
})
