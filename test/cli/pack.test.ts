import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase } from '../support/database.ts'
import { PACKED } from '../support/pack-once.ts'
import { supply } from '../support/supply.ts'
import { SHOP } from './outside.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const MANIFEST = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  version: string
}

interface Packed {
  readonly filename: string
  readonly size: number
  readonly unpackedSize: number
  readonly files: readonly { readonly path: string; readonly size: number }[]
}

/** A folder of somebody who has installed the package. */
let folder: string
let packed: Packed

beforeAll(async () => {
  folder = await supply('package')
  packed = JSON.parse(readFileSync(join(folder, PACKED), 'utf8')) as Packed
  console.log(`packed: ${Math.round(packed.size / 1024)} kB, unpacked: ${Math.round(packed.unpackedSize / 1024)} kB`)
})

function run(program: string, words: readonly string[], cwd = folder) {
  const { status, stdout, stderr, error } = spawnSync(program, words, {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    env: { ...process.env, NODE_OPTIONS: '', NO_COLOR: '1' },
  })
  expect([program, words, status, error, status === 0 ? '' : stdout + stderr]).toEqual([
    program,
    words,
    0,
    undefined,
    '',
  ])
  return { stdout, stderr }
}

describe('the package', () => {
  test('holds what is needed and nothing else', () => {
    const paths = packed.files.map(({ path }) => path)
    for (const path of [
      'package.json',
      'LICENSE',
      'README.md',
      'CHANGELOG.md',
      'dist/index.js',
      'dist/index.d.ts',
      'dist/cli/main.js',
      'base/31-auth-users.sql',
      'examples/outdoor-platform/supa-seed.config.ts',
      'examples/outdoor-platform/supabase/config.toml',
    ])
      expect(paths).toContain(path)
    expect(
      paths.filter(
        (path) =>
          !/^(package\.json|LICENSE|(README|CHANGELOG)\.md|base\/\d\d-[a-z-]+\.sql|examples\/outdoor-platform(\/[\w-][\w.-]*)+\.(md|ts|toml|sql|json|svg)|dist\/base\.(tar\.gz|digest)|dist\/.+\.(js|d\.ts))$/.test(
            path,
          ),
      ),
    ).toEqual([])
    const { scripts } = JSON.parse(readFileSync(join(folder, 'node_modules', 'supa-seed', 'package.json'), 'utf8')) as {
      scripts?: Record<string, string>
    }
    expect(Object.keys(scripts ?? {}).filter((name) => /^(pre|post)?install$/.test(name))).toEqual([])
  })

  test('runs from an empty folder', async () => {
    const bin = join('node_modules', 'supa-seed', 'dist', 'cli', 'main.js')
    expect(readFileSync(join(folder, bin), 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/)
    expect(run(process.execPath, [bin, '--version']).stdout).toBe(`${MANIFEST.version}\n`)
    const database = await freshDatabase('pg17', SHOP)
    const { stdout } = run(process.execPath, [bin, 'seed', '--json', ...database.flags])
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, errors: [] })
    expect(existsSync(join(folder, '.supa-seed', 'journal'))).toBe(true)
  })

  test.each([
    ['import', `import * as all from 'supa-seed'; print(all)`, 'mjs'],
    ['require', `print(require('supa-seed'))`, 'cjs'],
  ])('is there for %s', (_, code, extension) => {
    const print = 'const print = (all) => console.log(Object.keys(all).sort().join());'
    writeFileSync(join(folder, `use.${extension}`), `${print}\n${code}\n`)
    const names = run(process.execPath, [`use.${extension}`])
      .stdout.trim()
      .split(',')
    expect(names).toEqual(
      expect.arrayContaining(['SeedError', 'cleanup', 'defineConfig', 'detect', 'plan', 'reset', 'status', 'supaSeed']),
    )
  })

  test('has supa-seed/test for both, which loads no database before it is asked for', () => {
    writeFileSync(join(folder, 'told.cjs'), `console.log(Object.keys(require('supa-seed/test')).sort().join())`)
    const hook = `import { writeSync } from 'node:fs'
      export async function resolve(name, context, next) { const found = await next(name, context); writeSync(1, found.url + '\\n'); return found }`
    writeFileSync(
      join(folder, 'hook.mjs'),
      `import { register } from 'node:module'\nregister(${JSON.stringify(`data:text/javascript,${encodeURIComponent(hook)}`)})`,
    )
    writeFileSync(
      join(folder, 'told.mjs'),
      `import * as all from 'supa-seed/test'\nconsole.log(all.handles({ fixtures: { users: { al: {} } } }).al.email)`,
    )
    expect(run(process.execPath, ['told.cjs']).stdout.trim().split(',')).toEqual(
      expect.arrayContaining(['handles', 'loadHandles', 'seedAdapter', 'seedTestDatabase', 'signedInState']),
    )
    const said = run(process.execPath, ['--import', './hook.mjs', 'told.mjs']).stdout.trim().split('\n')
    expect(said.at(-1)).toBe('al@example.com')
    expect(said.filter((url) => /\/(pg|pglite|faker|libpg-query)\//.test(url))).toEqual([])
  })

  test('seeds as a library, on an embedded database', () => {
    writeFileSync(
      join(folder, 'library.mjs'),
      `import { plan, SeedError, supaSeed } from 'supa-seed'
       const { preview } = await plan({ db: { embedded: './db' } })
       console.log(preview.tables.length)
       await supaSeed({ db: { embedded: './db' }, tables: { nowhere: 5 } }).catch((error) => console.log(error instanceof SeedError, error.code))`,
    )
    expect(run(process.execPath, ['library.mjs']).stdout).toBe('0\ntrue unknown-table\n')
  })

  test.each(['nodenext', 'bundler'])('has types that resolve with %s', (resolution) => {
    writeFileSync(
      join(folder, 'use.mts'),
      `import { defineConfig, type Report, supaSeed } from 'supa-seed'
       export const config = defineConfig({ rows: 5, tables: { posts: { count: 3, columns: { title: { value: 'x' } } } } })
       // @ts-expect-error a count is a number
       export const wrong = defineConfig({ tables: { posts: 'many' } })
       export const report: Promise<Report> = supaSeed(config)
       export const ok: Promise<boolean> = report.then((one) => one.ok)
       import { handles } from 'supa-seed/test'
       export const email: string = handles({ fixtures: { users: { al: {} } } }).al.email\n`,
    )
    const module = resolution === 'nodenext' ? 'nodenext' : 'esnext'
    const options = ['--noEmit', '--strict', '--target', 'es2022', '--module', module, '--moduleResolution', resolution]
    run(process.execPath, [
      join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc'),
      ...options,
      '--types',
      '',
      '--ignoreConfig',
      'use.mts',
    ])
  })
})

test('the repository can import itself by its name', () => {
  const code = `import('supa-seed').then((all) => console.log(typeof all.supaSeed))`
  expect(run(process.execPath, ['-e', code], ROOT).stdout).toBe('function\n')
})
