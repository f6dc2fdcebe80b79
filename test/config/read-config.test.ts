import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { gatherConfig } from '../../src/config/gather-config.ts'
import { readConfig } from '../../src/config/read-config.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'supa-seed-config-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function files(contents: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(contents)) {
    await mkdir(join(folder, name, '..'), { recursive: true })
    await writeFile(join(folder, name), text)
  }
}

describe('finding the file', () => {
  it('is content without one', async () => {
    await files({ '.git/HEAD': '', 'package.json': '{}' })
    expect(await readConfig({ cwd: folder })).toEqual({ layer: null, root: folder, file: null })
  })

  it('looks upwards to the root of the repository, and says how to type the name', async () => {
    await files({
      'repo/.git/HEAD': '',
      'repo/supa-seed.config.json': '{"rows":3}',
      'repo/packages/app/package.json': '{}',
      'supa-seed.config.json': '{}',
    })
    const read = await readConfig({ cwd: join(folder, 'repo/packages/app') })
    expect(read).toEqual({
      layer: { kind: 'file', name: join('..', '..', 'supa-seed.config.json'), input: { rows: 3 } },
      root: join(folder, 'repo'),
      file: join('..', '..', 'supa-seed.config.json'),
    })
  })

  it('does not look beyond the root', async () => {
    await files({ 'repo/.git/HEAD': '', 'supa-seed.config.json': '{}' })
    expect((await readConfig({ cwd: join(folder, 'repo') })).file).toBeNull()
    await files({ 'package/package.json': '{}' })
    expect((await readConfig({ cwd: join(folder, 'package') })).file).toBeNull()
  })

  it('reads the file that is named', async () => {
    await files({ 'a/other.json': '{"rows":4}', 'supa-seed.config.json': '{}' })
    expect(await readConfig({ cwd: folder, file: 'a/other.json' })).toMatchObject({
      layer: { input: { rows: 4 } },
      root: join(folder, 'a'),
    })
  })

  it('does not choose between two', async () => {
    await files({ 'package.json': '{}', 'supa-seed.config.json': '{}', 'supa-seed.config.ts': '' })
    await expect(readConfig({ cwd: folder })).rejects.toMatchObject({
      code: 'config-ambiguous',
      found: 'supa-seed.config.ts, supa-seed.config.json',
    })
  })
})

describe('reading it', () => {
  const modules: readonly [name: string, text: string][] = [
    [
      'supa-seed.config.ts',
      "import { defineConfig } from 'supa-seed'\nconst rows: number = 5\nexport default defineConfig({ rows, tables: { t: { columns: { c: null } } } })",
    ],
    ['supa-seed.config.mts', 'export default { rows: 5 as number, tables: { t: { columns: { c: null } } } }'],
    ['supa-seed.config.js', 'export default { rows: 5, tables: { t: { columns: { c: null } } } }'],
    ['supa-seed.config.mjs', 'export default Promise.resolve({ rows: 5, tables: { t: { columns: { c: null } } } })'],
    ['supa-seed.config.cjs', 'module.exports = { rows: 5, tables: { t: { columns: { c: null } } } }'],
    ['supa-seed.config.json', '\uFEFF{ "$schema": "x", "rows": 5, "tables": { "t": { "columns": { "c": null } } } }'],
  ]
  it.each(modules)('%s', async (name, text) => {
    await files({ 'package.json': '{}', [name]: text })
    const config = await gatherConfig({ cwd: folder, env: {}, flags: {}, today: 0 })
    expect(config).toMatchObject({
      rows: 5,
      file: name,
      root: folder,
      said: { rows: name },
      tables: { t: { columns: { c: { kind: 'value', value: null } } } },
    })
  })

  it('reads what a module imports beside it', async () => {
    await files({
      'package.json': '{}',
      'rows.ts': 'export const rows: number = 6',
      'supa-seed.config.ts': "import { rows } from './rows'\nexport default { rows }",
    })
    expect((await gatherConfig({ cwd: folder, env: {}, flags: {}, today: 0 })).rows).toBe(6)
  })
})

describe('files that cannot be used', () => {
  const broken: readonly [name: string, text: string, expected: Record<string, unknown>][] = [
    [
      'supa-seed.config.json',
      '{\n  "rows": 5,\n}',
      { code: 'config-broken', place: { file: 'supa-seed.config.json:3' } },
    ],
    [
      'supa-seed.config.json',
      '{\n  // rows\n  "rows": 5 }',
      { code: 'config-broken', next: expect.stringContaining('Take the comments out') },
    ],
    ['supa-seed.config.json', '{ "rows":', { code: 'config-broken' }],
    ['supa-seed.config.json', '', { code: 'config-broken' }],
    [
      'supa-seed.config.ts',
      'export default {\n  rows: 5,\n  users 4,\n}',
      { code: 'config-broken', place: { file: 'supa-seed.config.ts:3' } },
    ],
    [
      'supa-seed.config.ts',
      "\n\nthrow new Error('no luck')",
      { code: 'config-broken', message: expect.stringContaining('no luck'), place: { file: 'supa-seed.config.ts:3' } },
    ],
    [
      'supa-seed.config.ts',
      "import 'no-such-package-anywhere'\nexport default {}",
      { code: 'config-broken', message: expect.stringContaining('no-such-package-anywhere') },
    ],
    ['supa-seed.config.ts', 'export const rows = 5', { code: 'config-broken', found: 'no default export' }],
    ['supa-seed.config.ts', 'export default 5', { code: 'config-broken', found: 'a default export of type number' }],
    [
      'supa-seed.config.json',
      ' '.repeat(1_048_577),
      { code: 'config-unreadable', message: expect.stringContaining('1048577 bytes') },
    ],
  ]
  it.each(broken.map(([name, text, expected]) => ({ title: `${name}: ${text.slice(0, 30)}`, name, text, expected })))(
    '$title',
    async ({ name, text, expected }) => {
      await files({ 'package.json': '{}', [name]: text })
      await expect(readConfig({ cwd: folder })).rejects.toMatchObject({
        exitCode: 2,
        next: expect.any(String),
        ...expected,
      })
    },
  )

  it.each([
    ['missing.json', 'There is no such file'],
    ['folder', 'It is not a file'],
    ['config.yaml', 'It ends in .yaml'],
  ])('%s', async (file, why) => {
    await files({ 'config.yaml': 'rows: 5', 'folder/x': '' })
    await expect(readConfig({ cwd: folder, file })).rejects.toMatchObject({
      code: 'config-unreadable',
      message: expect.stringContaining(why[0]?.toLowerCase() + why.slice(1)),
      place: { file },
    })
  })
})

describe('a configuration handed in by a program', () => {
  it('takes bare table names, and no file unless one is named', async () => {
    await files({ 'package.json': '{}', 'supa-seed.config.json': '{"rows":3,"tables":{"users":2}}' })
    const sources = { cwd: folder, env: {}, today: 0, input: { users: 10, posts: 50 } }
    expect(await gatherConfig({ ...sources, flags: {} })).toMatchObject({
      rows: null,
      users: { count: 10 },
      tables: { posts: { count: 50 } },
      file: null,
    })
    expect(await gatherConfig({ ...sources, flags: { config: 'supa-seed.config.json' } })).toMatchObject({
      rows: 3,
      users: { count: 10 },
      tables: { users: { count: 2 }, posts: { count: 50 } },
    })
  })
})
