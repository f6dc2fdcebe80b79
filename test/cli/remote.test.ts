import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { compare } from 'bcryptjs'
import { describe, expect, test } from 'vitest'
import { runCommandLine } from '../../src/cli/command-line.ts'
import { layBase } from '../../src/database/base/lay-base.ts'
import { openDatabase } from '../../src/database/open-database.ts'
import { supaSeed } from '../../src/index.ts'
import { plainEnvironment } from '../support/children.ts'
import { fakeTerminal } from './fake-terminal.ts'
import { everything, type Outside, outside, SHOP } from './outside.ts'

/** A name for this machine that nobody takes for this machine. */
const ELSEWHERE = '127.1'

const remote = (): Promise<Outside> =>
  outside('pg17', SHOP, ({ url: text }) => {
    const url = new URL(text ?? '')
    // In the query a host stays as it is written.
    url.searchParams.set('host', ELSEWHERE)
    return ['--db-url', url.href]
  })

describe('a database that is not on this machine', () => {
  test('is only looked at without consent that names it', async () => {
    const shop = await remote()
    const before = await everything(shop)
    for (const words of [['seed'], ['cleanup'], ['reset'], ['seed', '--allow-remote', 'another.host']]) {
      const refused = await shop.json<{ error: object }>(2, ...words, '--yes')
      expect(refused.error).toMatchObject({ code: 'remote-refused', next: expect.stringContaining(ELSEWHERE) })
    }
    for (const words of [['plan'], ['status']]) await shop.json(0, ...words)
    expect(await everything(shop)).toEqual(before)
  })

  test('is named by --remote, which is consent; what is marked is refused by whatever way it is named', async () => {
    let words: readonly string[] = []
    const shop = await outside('pg17', SHOP, () => words)
    const url = new URL(shop.database.url ?? '')
    url.searchParams.set('host', ELSEWHERE)
    const remotes = { preview: { url: url.href }, live: { ref: 'abcdefghijklmnopqrst' } }
    shop.write('supa-seed.config.json', JSON.stringify({ remotes }))
    words = ['--remote', 'preview']
    expect(await shop.json(0, 'seed', '--rows', '3')).toMatchObject({
      ok: true,
      database: { host: ELSEWHERE, source: '--remote preview' },
    })
    await shop.json(0, 'cleanup')
    words = ['--remote', url.href]
    expect(await shop.json(0, 'status')).toMatchObject({ database: { source: '--remote' } })

    const before = await everything(shop)
    shop.write('supa-seed.config.json', JSON.stringify({ remotes: { live: { url: url.href, production: true } } }))
    for (const named of [
      ['--remote', 'live'],
      ['--remote', url.href],
      ['--db-url', url.href, '--allow-remote', ELSEWHERE],
    ]) {
      words = named
      for (const command of ['seed', 'cleanup', 'reset'])
        expect(await shop.json(2, command, '--yes')).toMatchObject({ error: { code: 'production-refused' } })
    }
    const program = { db: { url: url.href }, remotes: { live: { url: url.href, production: true } } }
    await expect(supaSeed(program, { cwd: shop.folder })).rejects.toMatchObject({ code: 'production-refused' })
    words = ['--remote', 'live']
    await shop.json(0, 'plan')
    shop.write('supa-seed.config.json', JSON.stringify({ remotes: { live: false } }))
    words = ['--remote', url.href]
    expect(await shop.json(2, 'seed')).toMatchObject({ error: { code: 'remote-without-ref' } })
    shop.write('supa-seed.config.json', JSON.stringify({ remotes }))
    expect(await everything(shop)).toEqual(before)
  })

  test('is written to with it, but never emptied', async () => {
    const shop = await remote()
    const consent = ['--allow-remote', ELSEWHERE]
    expect(await shop.json(0, 'seed', ...consent)).toMatchObject({ ok: true, database: { host: ELSEWHERE } })
    const before = await everything(shop)
    expect(await shop.json(2, 'reset', '--everything', '--yes', ...consent)).toMatchObject({
      error: { code: 'not-local' },
    })
    expect(await everything(shop)).toEqual(before)
    await shop.json(0, 'cleanup', ...consent)
  })
})

describe('users of a database elsewhere', () => {
  /** A database with Supabase's base and profiles, reached under a name that is not this machine's. */
  async function withUsers(config: object = { users: 3 }): Promise<Outside & { url: string }> {
    let url = ''
    const shop = await outside('pg17', '', () => ['--remote', url])
    const address = new URL(shop.database.url ?? '')
    const db = await openDatabase({ url: address.href, source: 'test' })
    await layBase(db)
    await db.close()
    address.searchParams.set('host', ELSEWHERE)
    url = address.href
    shop.write('supa-seed.config.json', JSON.stringify(config))
    return { ...shop, url }
  }
  const hashes = async (shop: Outside): Promise<string[]> => {
    const rows = await shop.database.raw<{ hash: string }>('select distinct encrypted_password as hash from auth.users')
    return rows.map(({ hash }) => hash)
  }
  const seedOn = async (shop: Outside & { url: string }, env: Record<string, string>, ...words: readonly string[]) => {
    const terminal = fakeTerminal({ cwd: shop.folder, env: { ...plainEnvironment(), ...env }, interactive: true })
    const code = await runCommandLine(['seed', '--remote', shop.url, ...words], terminal)
    return { code, ...terminal.written }
  }

  test('get a password that is made for the run and shown once on a terminal, and stands nowhere else', async () => {
    const shop = await withUsers()
    expect(await shop.json(2, 'seed')).toMatchObject({ error: { code: 'default-password' } })
    expect(await seedOn(shop, {}, '--yes')).toMatchObject({
      code: 2,
      err: expect.stringContaining('SUPA_SEED_PASSWORD'),
    })
    expect(await hashes(shop)).toEqual([])
    const { code, out, err } = await seedOn(shop, {}, '--report', 'report.html')
    expect(code).toBe(0)
    const [, password = ''] = /sign in with (\S+) \(shown once\)/.exec(err) ?? []
    expect(password).toMatch(/^[a-zA-Z2-9]{20}$/)
    const [hash = '', ...others] = await hashes(shop)
    expect(others).toEqual([])
    expect(await compare(password, hash)).toBe(true)
    expect(out).not.toContain(password)
    expect(err.split(password)).toHaveLength(2)
    for (const path of readdirSync(shop.folder, { recursive: true, encoding: 'utf8' })) {
      const file = join(shop.folder, path)
      if (statSync(file).isFile()) expect(readFileSync(file, 'utf8'), path).not.toContain(password)
    }
    await shop.json(0, 'verify')
    // Those who are there keep it: there is nothing to make another one for.
    expect(await seedOn(shop, {})).toMatchObject({ code: 0, err: expect.not.stringContaining('shown once') })
    expect(await hashes(shop)).toEqual([hash])
  })

  test('get that of the environment, which outweighs the configuration and is not shown', async () => {
    const shop = await withUsers({ users: { count: 3, password: 'testingpassword' } })
    expect(await seedOn(shop, {})).toMatchObject({ code: 2, err: expect.stringContaining('default password') })
    for (const bad of ['testingpassword', 'short'])
      expect(await seedOn(shop, { SUPA_SEED_PASSWORD: bad })).toMatchObject({ code: 2 })
    const { code, out, err } = await seedOn(shop, { SUPA_SEED_PASSWORD: 'of their own' }, '--verbose')
    expect(code).toBe(0)
    expect(out + err).not.toContain('of their own')
    expect(await compare('of their own', (await hashes(shop))[0] ?? '')).toBe(true)
  })

  test("never get the kit's secret of a second factor", async () => {
    const makerkit = { standardTestUsers: true }
    const shop = await withUsers({ makerkit })
    const env = { SUPA_SEED_PASSWORD: 'of their own' }
    expect(await seedOn(shop, env, '--json')).toMatchObject({
      code: 2,
      out: expect.stringContaining('"default-secret"'),
    })
    const factor = {
      user_id: { $ref: 'super-admin' },
      friendly_name: 'iPhone',
      factor_type: 'totp',
      status: 'verified',
    }
    const fixtures = { 'auth.mfa_factors': { 'super-admin-phone': { ...factor, secret: 'A'.repeat(32) } } }
    shop.write('supa-seed.config.json', JSON.stringify({ makerkit, fixtures }))
    expect(await seedOn(shop, env, '--json')).toMatchObject({ code: 0 })
    expect(await factorsOf(shop)).toEqual([{ secret: 'A'.repeat(32), status: 'verified' }])
  })

  const factorsOf = (shop: Outside) =>
    shop.database.raw<{ secret: string; status: string }>('select distinct secret, status from auth.mfa_factors')

  test('get a secret for their second factors that is made for the run and shown once, or that of the environment', async () => {
    const shop = await withUsers({ users: { count: 4, mfa: 2 }, makerkit: { standardTestUsers: true } })
    const env = { SUPA_SEED_PASSWORD: 'of their own' }
    expect(await seedOn(shop, env, '--yes')).toMatchObject({ code: 2, err: expect.stringContaining('SUPA_SEED_TOTP') })
    const { code, out, err } = await seedOn(shop, env, '--report', 'report.html')
    expect(code).toBe(0)
    const [, secret = ''] = /have the secret (\S+) \(shown once\)/.exec(err) ?? []
    expect(secret).toMatch(/^[A-Z2-7]{32}$/)
    expect(await factorsOf(shop)).toEqual([{ secret, status: 'verified' }])
    expect(out).not.toContain(secret)
    expect(err.split(secret)).toHaveLength(2)
    for (const path of readdirSync(shop.folder, { recursive: true, encoding: 'utf8' })) {
      const file = join(shop.folder, path)
      if (statSync(file).isFile()) expect(readFileSync(file, 'utf8'), path).not.toContain(secret)
    }
    await shop.json(0, 'verify')
    await shop.json(0, 'reset')
    expect(await factorsOf(shop)).toEqual([{ secret, status: 'verified' }])
    // A run that was interrupted before its factors had their secret is made good by the next one.
    await shop.database.raw(`update auth.mfa_factors set secret = '', status = 'unverified'`)
    const unready = await shop.json(0, 'seed')
    expect(JSON.stringify(unready)).toContain('factors-without-secret')
    const own = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
    for (const bad of ['short', own.toLowerCase()])
      expect(await seedOn(shop, { ...env, SUPA_SEED_TOTP_SECRET: bad })).toMatchObject({
        code: 2,
        err: expect.not.stringContaining(bad),
      })
    const said = await seedOn(shop, { ...env, SUPA_SEED_TOTP_SECRET: own }, '--yes', '--verbose')
    expect(said).toMatchObject({ code: 0 })
    expect(said.out + said.err).not.toContain(own)
    expect(await factorsOf(shop)).toEqual([{ secret: own, status: 'verified' }])
  })
})
