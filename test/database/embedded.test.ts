import { spawn } from 'node:child_process'
import { existsSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from '../../src/database/open-database.ts'
import { lockFolder } from '../../src/database/pglite/lock-folder.ts'
import { freshFolder } from '../support/children.ts'
import { freshDatabase } from '../support/database.ts'

test('a folder is made, kept and opened again', async () => {
  const folder = join(freshFolder(), 'deep', 'down')
  const first = await openDatabase({ embedded: folder, source: '--embedded' })
  expect(first.address).toMatchObject({ kind: 'pglite', port: null, local: true, source: '--embedded' })
  expect(first.capabilities).toMatchObject({ connections: 1, copyLimit: 8 * 1024 * 1024 })
  await first.execute('create table t as select 7 as x')
  await first.close()
  expect(existsSync(`${folder}.lock`)).toBe(false)
  const second = await openDatabase({ embedded: folder, source: '--embedded' })
  expect(await second.query('select x from t')).toEqual([{ x: 7 }])
  await second.close()
})

test('one without a folder', async () => {
  const db = await openDatabase({ embedded: 'memory', source: 'test' })
  expect(db.address.host).toBe('memory')
  expect(await db.query('select 1 as one')).toEqual([{ one: 1 }])
  await db.close()
})

test('extensions that projects create', async () => {
  const there = await freshDatabase('pglite')
  for (const name of [
    'pgcrypto',
    'uuid-ossp',
    'citext',
    'pg_trgm',
    'hstore',
    'ltree',
    'unaccent',
    'btree_gist',
    'btree_gin',
  ]) {
    await there.db.execute(`create extension "${name}"`)
  }
  expect(await there.db.query(`select crypt('a', gen_salt('bf', 4)) like '$2a$04$%' as hashed`)).toEqual([
    { hashed: true },
  ])
  await there.drop()
})

test('a folder that someone has open is refused, by whatever path', async () => {
  const there = await freshDatabase('pglite', 'create table t (x int)')
  const folder = there.folder ?? ''
  const refused = { code: 'database-locked', exitCode: 2, message: expect.stringContaining(String(process.pid)) }
  await expect(openDatabase({ embedded: folder, source: 'test' })).rejects.toMatchObject(refused)
  const alias = join(freshFolder(), 'alias')
  symlinkSync(folder, alias, 'junction')
  await expect(openDatabase({ embedded: alias, source: 'test' })).rejects.toMatchObject(refused)
  await there.release()
  const again = await openDatabase({ embedded: alias, source: 'test' })
  await again.close()
  await there.drop()
})

test('a lock of another process that lives is kept, one whose process is gone is taken over', async () => {
  const folder = join(freshFolder(), 'db')
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  const gone = new Promise((resolve) => child.once('exit', resolve))
  writeFileSync(`${folder}.lock`, `${child.pid}\n`)
  expect(() => lockFolder(folder)).toThrow(
    expect.objectContaining({ code: 'database-locked', found: `process ${child.pid}` }),
  )
  child.kill('SIGKILL')
  await gone
  const unlock = lockFolder(folder)
  expect(() => lockFolder(folder)).toThrow(expect.objectContaining({ code: 'database-locked' }))
  unlock()
  expect(existsSync(`${folder}.lock`)).toBe(false)
  expect(existsSync(`${folder}.lock.takeover`)).toBe(false)
})

test('a lock left by an earlier process with our own pid is stale', () => {
  const folder = join(freshFolder(), 'db')
  writeFileSync(`${folder}.lock`, `${process.pid}\n`)
  lockFolder(folder)()
  expect(existsSync(`${folder}.lock`)).toBe(false)
})

test('a lock whose pid is just being written is respected', () => {
  const folder = join(freshFolder(), 'db')
  writeFileSync(`${folder}.lock`, '')
  expect(() => lockFolder(folder)).toThrow(expect.objectContaining({ code: 'database-locked' }))
})

test('of many that find a stale lock at once, one gets it', async () => {
  const folder = join(freshFolder(), 'db')
  writeFileSync(`${folder}.lock`, '999999999\n')
  const module = new URL('../../dist/database/pglite/lock-folder.js', import.meta.url).href
  const { supply } = await import('../support/supply.ts')
  await supply('dist')
  const script = `const { lockFolder } = await import(${JSON.stringify(module)});
    try { lockFolder(${JSON.stringify(folder)}); console.log('mine'); setTimeout(() => {}, 20000); process.stdin.resume(); process.stdin.on('end', () => process.exit()) }
    catch (error) { console.log(error.code); process.exit() }`
  const children = Array.from({ length: 6 }, () => spawn(process.execPath, ['--input-type=module', '-e', script]))
  const said = await Promise.all(
    children.map(
      (child) => new Promise<string>((resolve) => child.stdout.once('data', (text) => resolve(String(text).trim()))),
    ),
  )
  for (const child of children) child.stdin.end()
  await Promise.all(children.map((child) => child.exitCode ?? new Promise((resolve) => child.once('exit', resolve))))
  expect(said.filter((word) => word === 'mine')).toHaveLength(1)
  expect(said.filter((word) => word === 'database-locked')).toHaveLength(5)
})

test('a folder that holds something else', async () => {
  const folder = freshFolder()
  writeFileSync(join(folder, 'PG_VERSION'), '9.6\n')
  await expect(openDatabase({ embedded: folder, source: 'test' })).rejects.toMatchObject({ code: 'embedded-unusable' })
  expect(existsSync(`${folder}.lock`)).toBe(false)
})
