import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { resolveAddress } from '../../src/database/resolve-address.ts'
import { runStatus } from '../../src/run.ts'
import { freshFolder } from '../support/children.ts'
import { newFolder } from '../support/pglite-databases.ts'

/** A folder with these files in it. */
function project(files: Record<string, string>): string {
  const folder = freshFolder()
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

const url = (name: string): string => `postgres://u:p@h/${name}`
const nothing = { flags: {}, config: {}, env: {} }

let stack: Server | undefined
afterEach(() => {
  stack?.close()
  stack = undefined
})

/** Listens as a local stack would; gives the port. */
async function listen(): Promise<number> {
  const server = createServer((socket) => socket.destroy())
  stack = server
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return typeof address === 'object' ? (address?.port ?? 0) : 0
}

describe('where the database comes from', () => {
  test('the stack of a project in a workspace, by the path of its config.toml', async () => {
    const port = await listen()
    const cwd = project({ 'apps/web/supabase/config.toml': `[db]\nport = ${port}\n`, 'apps/api/index.ts': '' })
    const source = 'apps/web/supabase/config.toml'
    expect(await resolveAddress({ ...nothing, cwd })).toMatchObject({ source })
    expect(await resolveAddress({ ...nothing, cwd, workdir: 'apps/web' })).toMatchObject({ source })
    await expect(resolveAddress({ ...nothing, cwd, workdir: 'apps/api' })).rejects.toMatchObject({
      code: 'workdir-without-project',
    })
  })

  test('each source, in order', async () => {
    const port = await listen()
    const cwd = project({
      'supabase/config.toml': `project_id = "x"\n[db]\nport = ${port}\n`,
      '.env': `DATABASE_URL=${url('file')}\n`,
    })
    const env: Record<string, string> = {
      SUPABASE_DB_URL: url('supabase'),
      POSTGRES_URL_NON_POOLING: url('non-pooling'),
      DIRECT_URL: url('direct'),
      POSTGRES_URL: url('vercel'),
      DATABASE_URL: url('plain'),
    }
    const request = { flags: { dbUrl: url('flag') }, config: { db: { url: url('config') } }, env, cwd }
    const local = `postgresql://postgres:postgres@127.0.0.1:${port}/postgres`
    expect(await resolveAddress(request)).toEqual({ url: url('flag'), source: '--db-url' })
    expect(await resolveAddress({ ...request, flags: {} })).toEqual({
      url: url('config'),
      source: 'db.url of the configuration',
    })
    const rest = { flags: {}, config: { db: { url: null, embedded: null } }, cwd }
    const { SUPABASE_DB_URL, ...usual } = env
    expect(await resolveAddress({ ...rest, env: { ...usual, SUPABASE_DB_URL } })).toEqual({
      url: url('supabase'),
      source: 'SUPABASE_DB_URL',
    })
    expect(await resolveAddress({ ...rest, env: usual })).toEqual({ url: local, source: 'supabase/config.toml' })
    stack?.close()
    await new Promise((resolve) => stack?.once('close', resolve))
    for (const name of ['POSTGRES_URL_NON_POOLING', 'DIRECT_URL', 'POSTGRES_URL', 'DATABASE_URL']) {
      expect(await resolveAddress({ ...rest, env: usual })).toEqual({ url: usual[name], source: name })
      usual[name] = ''
    }
    expect(await resolveAddress({ ...rest, env: usual })).toEqual({ url: url('file'), source: 'DATABASE_URL (.env)' })
  })

  test('embedded, by flag and by configuration', async () => {
    const cwd = project({})
    expect(await resolveAddress({ ...nothing, cwd, flags: { embedded: 'db' } })).toEqual({
      embedded: join(cwd, 'db'),
      source: '--embedded',
    })
    expect(await resolveAddress({ ...nothing, cwd, flags: { embedded: true } })).toEqual({
      embedded: join(cwd, '.supa-seed', 'embedded'),
      source: '--embedded',
    })
    expect(await resolveAddress({ ...nothing, cwd, flags: { embedded: 'memory' } })).toMatchObject({
      embedded: 'memory',
    })
    expect(await resolveAddress({ ...nothing, cwd, config: { db: { embedded: './x' } } })).toMatchObject({
      embedded: join(cwd, 'x'),
    })
    const below = { ...nothing, cwd, config: { db: { embedded: './x' }, root: join(cwd, 'app') } }
    expect(await resolveAddress(below)).toMatchObject({ embedded: join(cwd, 'app', 'x') })
    expect(await resolveAddress({ ...below, flags: { embedded: './x' } })).toMatchObject({ embedded: join(cwd, 'x') })
    await expect(resolveAddress({ ...nothing, cwd, flags: { embedded: 'x', dbUrl: url('y') } })).rejects.toMatchObject({
      code: 'two-databases',
    })
  })

  test('a folder that a configuration file names lies beside that file, wherever the command runs', async () => {
    const root = project({
      'package.json': '{}',
      'supa-seed.config.json': '{ "db": { "embedded": "./data" } }',
      'src/here.txt': '',
    })
    renameSync(await newFolder(), join(root, 'data'))
    const { database } = await runStatus({ cwd: join(root, 'src'), env: {}, flags: {} })
    expect(database).toMatchObject({ host: join(root, 'data'), source: 'db.embedded of the configuration' })
    expect(await resolveAddress({ ...nothing, cwd: join(root, 'src'), flags: { embedded: './data' } })).toMatchObject({
      embedded: join(root, 'src', 'data'),
    })
  }, 60_000)

  test('.env files in the order of the Supabase CLI, and the process before all of them', async () => {
    const files = {
      'supabase/.env.development.local': 'DATABASE_URL=postgres://1',
      'supabase/.env.local': 'DATABASE_URL=postgres://2',
      'supabase/.env.development': 'DATABASE_URL=postgres://3',
      'supabase/.env': 'DATABASE_URL=postgres://4',
      '.env.development.local': 'DATABASE_URL=postgres://5',
      '.env.local': 'export DATABASE_URL="postgres://6" # ours',
      '.env.development': 'DATABASE_URL=postgres://7',
      '.env': 'DATABASE_URL=postgres://8',
    }
    const left: Record<string, string> = { ...files }
    for (const [index, path] of Object.keys(files).entries()) {
      expect(await resolveAddress({ ...nothing, cwd: project(left) })).toEqual({
        url: `postgres://${index + 1}`,
        source: `DATABASE_URL (${path})`,
      })
      delete left[path]
    }
    expect(await resolveAddress({ ...nothing, cwd: project(files), env: { DATABASE_URL: 'postgres://0' } })).toEqual({
      url: 'postgres://0',
      source: 'DATABASE_URL',
    })
  })

  test('another environment has other files', async () => {
    const cwd = project({
      '.env.local': 'DATABASE_URL=postgres://local',
      '.env.test': 'DATABASE_URL=postgres://test',
      '.env.staging': 'DATABASE_URL=postgres://staging',
    })
    expect(await resolveAddress({ ...nothing, cwd, env: { SUPABASE_ENV: 'test' } })).toMatchObject({
      url: 'postgres://test',
    })
    expect(await resolveAddress({ ...nothing, cwd, env: { SUPABASE_ENV: 'staging' } })).toMatchObject({
      url: 'postgres://local',
    })
  })

  test('from a folder inside the project', async () => {
    const port = await listen()
    const root = project({
      'supabase/config.toml': '[db]\nport = "env(PORT_OF_DB)"\n',
      'src/x.ts': '',
      '.env': `PORT_OF_DB=${port}`,
    })
    expect(await resolveAddress({ ...nothing, cwd: join(root, 'src') })).toEqual({
      url: `postgresql://postgres:postgres@127.0.0.1:${port}/postgres`,
      source: 'supabase/config.toml',
    })
    stack?.close()
    writeFileSync(join(root, '.env'), 'POSTGRES_URL=postgres://up')
    writeFileSync(join(root, 'supabase/config.toml'), '[db]\nport = 1\n')
    expect(await resolveAddress({ ...nothing, cwd: join(root, 'src') })).toEqual({
      url: 'postgres://up',
      source: 'POSTGRES_URL (../.env)',
    })
  })

  test('none', async () => {
    await expect(resolveAddress({ ...nothing, cwd: project({}) })).rejects.toMatchObject({
      code: 'no-database',
      exitCode: 2,
      next: expect.stringMatching(/--db-url.*--embedded/),
    })
    const silent = project({ 'supabase/config.toml': '[db]\nport = 1\n' })
    await expect(resolveAddress({ ...nothing, cwd: silent })).rejects.toMatchObject({
      code: 'no-database',
      found: expect.stringContaining('127.0.0.1:1'),
      next: expect.stringContaining('supabase start'),
    })
  })

  test.each(['[db', '[db]\nport = "many"\n', '[db]\nport = 70000\n'])(
    'config.toml that cannot be used: %j',
    async (toml) => {
      const cwd = project({ 'supabase/config.toml': toml })
      await expect(resolveAddress({ ...nothing, cwd })).rejects.toMatchObject({ code: 'config-toml-unusable' })
      await expect(resolveAddress({ ...nothing, cwd, flags: { dbUrl: url('x') } })).resolves.toMatchObject({
        url: url('x'),
      })
    },
  )
})
