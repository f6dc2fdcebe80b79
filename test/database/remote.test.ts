import { describe, expect, test } from 'vitest'
import { isAt, readRemotes } from '../../src/database/remotes.ts'
import { type AddressRequest, resolveAddress } from '../../src/database/resolve-address.ts'
import { pooledUser } from '../../src/database/supabase-hosts.ts'
import type { RemoteWish } from '../../src/model/config.ts'
import type { Address } from '../../src/model/database.ts'
import { project } from './project.ts'

const REF = 'abcdefghijklmnopqrst'
const OTHER = 'tsrqponmlkjihgfedcba'
const PASSWORD = 'p@ss/word'
const ENCODED = 'p%40ss%2Fword'
const wish: RemoteWish = { url: null, poolerUrl: null, ref: null, region: null, production: false }
const pooler = (ref: string, cluster: string): string =>
  `postgresql://postgres.${ref}:${ENCODED}@${cluster}.pooler.supabase.com:5432/postgres`
const direct = (ref: string): string => `postgresql://postgres:${ENCODED}@db.${ref}.supabase.co:5432/postgres`

const resolve = (
  remote: string,
  { cwd = project({}).folder, ...rest }: Partial<AddressRequest> & { remotes?: Record<string, RemoteWish> } = {},
) =>
  resolveAddress({
    flags: { remote },
    config: { remotes: rest.remotes ?? {} },
    env: rest.env ?? { SUPABASE_DB_PASSWORD: PASSWORD },
    cwd,
  })

describe('--remote', () => {
  test('a URL is taken as it is', async () => {
    expect(await resolve('postgres://u@h/d', { env: {} })).toEqual({ url: 'postgres://u@h/d', source: '--remote' })
  })

  test('a project ref: directly, or by the pooler whose region is said', async () => {
    expect(await resolve(REF)).toEqual({ url: direct(REF), source: '--remote' })
    const remotes = { preview: { ...wish, ref: REF, region: 'eu-west-1' } }
    expect(await resolve(REF, { remotes })).toEqual({ url: pooler(REF, 'aws-0-eu-west-1'), source: '--remote' })
    const second = { preview: { ...wish, ref: REF, region: 'aws-1-us-east-2' } }
    expect(await resolve('preview', { remotes: second })).toEqual({
      url: pooler(REF, 'aws-1-us-east-2'),
      source: '--remote preview',
    })
  })

  test('a branch of config.toml, whose ref may stand in a variable; the password in a .env file', async () => {
    const { folder } = project({
      'config.toml': `[remotes.preview]\nproject_id = "${REF}"\n[remotes.staging]\nproject_id = "env(STAGING_REF)"\n`,
      '.env': `SUPABASE_DB_PASSWORD=${PASSWORD}\nSTAGING_REF=${OTHER}\n`,
    })
    const remotes = { staging: { ...wish, region: 'eu-west-1' } }
    expect(await resolve('preview', { cwd: folder, env: {} })).toMatchObject({ url: direct(REF) })
    expect(await resolve('staging', { cwd: folder, env: {}, remotes })).toMatchObject({
      url: pooler(OTHER, 'aws-0-eu-west-1'),
    })
  })

  test('the pooler of a project that the Supabase CLI has linked', async () => {
    const linked = `postgresql://postgres.${REF}:[YOUR-PASSWORD]@aws-1-eu-north-1.pooler.supabase.com:6543/postgres`
    const { folder } = project({ 'config.toml': '', '.temp/pooler-url': linked })
    expect(await resolve(REF, { cwd: folder })).toMatchObject({ url: pooler(REF, 'aws-1-eu-north-1') })
    expect(await resolve(OTHER, { cwd: folder })).toMatchObject({ url: direct(OTHER) })
  })

  test.each(['u@evil.example/x', `${REF}.evil.example/`, `${REF}\n`, 'A'.repeat(20)])(
    'no password goes where config.toml has no ref: %j',
    async (given) => {
      const { folder } = project({ 'config.toml': `[remotes.preview]\nproject_id = ${JSON.stringify(given)}\n` })
      await expect(resolve('preview', { cwd: folder })).rejects.toMatchObject({ code: 'remote-without-ref' })
    },
  )

  test('nor where the note of the Supabase CLI names no pooler', async () => {
    const note = `postgresql://postgres.${REF}@h/postgres?host=evil.example/x.pooler.supabase.com`
    const { folder } = project({ 'config.toml': '', '.temp/pooler-url': note })
    expect(await resolve(REF, { cwd: folder })).toMatchObject({ url: direct(REF) })
  })

  test('a URL of the configuration gets the password where it has none', async () => {
    const url = 'postgresql://me@db.example.com:6000/app'
    const withSecret = (text: string): string => text.replace('me@', `me:${ENCODED}@`)
    const placeholder = 'postgresql://me:[YOUR-PASSWORD]@db.example.com:6000/app'
    expect(await resolve('a', { remotes: { a: { ...wish, url } } })).toMatchObject({ url: withSecret(url) })
    expect(await resolve('a', { remotes: { a: { ...wish, poolerUrl: placeholder } } })).toMatchObject({
      url: withSecret(url),
    })
    expect(await resolve('a', { env: {}, remotes: { a: { ...wish, url } } })).toMatchObject({ url })
    const own = 'postgresql://me:mine@db.example.com/app'
    expect(await resolve('a', { remotes: { a: { ...wish, url: own } } })).toMatchObject({ url: own })
  })

  test('what cannot be met is said', async () => {
    const remotes = { preview: wish, other: { ...wish, ref: OTHER } }
    await expect(resolve('perview', { remotes })).rejects.toMatchObject({
      code: 'remote-unknown',
      expected: expect.stringContaining('preview, other'),
      next: expect.stringContaining('supabase branches get'),
    })
    await expect(resolve('preview', { remotes })).rejects.toMatchObject({ code: 'remote-without-ref' })
    await expect(resolve('other', { remotes, env: {} })).rejects.toMatchObject({
      code: 'remote-without-password',
      expected: expect.stringContaining('SUPABASE_DB_PASSWORD'),
    })
    await expect(
      resolveAddress({ flags: { remote: REF, dbUrl: 'postgres://u@h/d' }, config: {}, env: {}, cwd: '/' }),
    ).rejects.toMatchObject({ code: 'two-databases' })
  })
})

describe('which remote an address is', () => {
  const at = (host: string, user: string): Address => ({
    kind: 'postgres',
    host,
    port: 5432,
    database: 'postgres',
    user,
    source: 'test',
    local: false,
  })
  test.each([
    [at(`db.${REF}.supabase.co`, 'postgres'), true],
    [at('aws-0-eu-west-1.pooler.supabase.com', `postgres.${REF}`), true],
    [at('aws-0-eu-west-1.pooler.supabase.com', `cli_login.${REF}`), true],
    [at(`db.${OTHER}.supabase.co`, 'postgres'), false],
    [at('aws-0-eu-west-1.pooler.supabase.com', `postgres.${OTHER}`), false],
    [at('127.0.0.1', `postgres.${REF}`), false],
    [at(`DB.${REF}.supabase.co.`, 'postgres'), true],
    [at('aws-0-eu-west-1.pooler.supabase.com.', `postgres.${REF}`), true],
  ])('%j: %s', (address, expected) => {
    const { folder } = project({ 'config.toml': `[remotes.live]\nproject_id = "${REF}"\n` })
    const [live] = readRemotes({ live: { ...wish, production: true } }, [folder], () => undefined)
    expect(live).toMatchObject({ ref: REF, production: true })
    expect(isAt(address, live as NonNullable<typeof live>)).toBe(expected)
  })

  test('a host is the same in capitals and as a full name', () => {
    const url = 'postgres://me@DB.Example.com:5432/postgres'
    const live = { ...wish, name: 'live', url, production: true }
    for (const host of ['db.example.com', 'db.EXAMPLE.com.', 'DB.Example.com'])
      expect(isAt(at(host, 'me'), live), host).toBe(true)
    expect(isAt(at('db.example.org', 'me'), live)).toBe(false)
  })

  test.each([
    ['aws-0-eu-west-1.pooler.supabase.com', 'postgres', `reference=${REF}`, `postgres.${REF}`],
    ['aws-0-eu-west-1.pooler.supabase.com', 'postgres', `-c search_path=a -c reference=${REF}`, `postgres.${REF}`],
    ['aws-0-eu-west-1.pooler.supabase.com', `postgres.${OTHER}`, `reference=${REF}`, `postgres.${OTHER}`],
    ['db.example.com', 'postgres', `reference=${REF}`, 'postgres'],
  ])('a pooler may be told the ref in options: %s %s %s', (host, user, options, expected) => {
    expect(pooledUser({ host, user, options })).toBe(expected)
  })
})
