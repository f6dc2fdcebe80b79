import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { callFlags } from '../../src/cli/command-flags.ts'
import { runCommandLine } from '../../src/cli/command-line.ts'
import { settingFlags } from '../../src/config/flags.ts'
import { displayWidth } from '../../src/report/width.ts'
import { buildOnce } from '../support/build-once.ts'
import { fakeTerminal } from './fake-terminal.ts'

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string
}

async function run(...words: string[]) {
  const terminal = fakeTerminal()
  const code = await runCommandLine(words, terminal)
  return { code, ...terminal.written }
}

describe('help', () => {
  it.each([[[]], [['--help']], [['help']]])('of all: %j', async (words) => {
    const { code, out, err } = await run(...words)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    for (const command of ['demo', 'seed', 'plan', 'detect', 'status', 'verify', 'cleanup', 'reset'])
      expect(out).toMatch(new RegExp(`^  ${command} `, 'm'))
    expect(out).toContain('Exit codes:')
    expect(out).toContain('Examples:')
  })

  it.each(['seed', 'plan', 'status', 'verify', 'cleanup', 'reset'])(
    'of %s names every setting with its default and its variable, in groups, with examples',
    async (command) => {
      const { code, out } = await run(command, '--help')
      expect(code).toBe(0)
      const text = out.replace(/\s+/g, ' ')
      for (const { flag, description, default: fallback, env } of settingFlags()) {
        expect(text).toContain(`${flag} `)
        expect(text).toContain(description)
        expect(text).toContain(`default: ${fallback}`)
        if (env !== null) expect(text).toContain(`env: ${env}`)
      }
      for (const { flag, only } of callFlags) expect(text.includes(`${flag} `)).toBe(only?.includes(command) ?? true)
      for (const group of ['Database', 'Contents', 'Scope', 'Run', 'Output', 'Examples'])
        expect(out).toMatch(new RegExp(`^${group}:$`, 'm'))
      expect(
        out
          .slice(0, out.indexOf('Examples:'))
          .split('\n')
          .every((line) => displayWidth(line) <= 80),
      ).toBe(true)
    },
  )
})

it('of demo names no settings: they are those of its folder', async () => {
  const { code, out } = await run('demo', '--help')
  expect(code).toBe(0)
  for (const flag of ['--dir', '--report', '--json']) expect(out).toContain(`${flag} `)
  for (const flag of [...settingFlags().map((one) => one.flag), '--config', '--allow-remote'])
    expect(out).not.toContain(`${flag} `)
  for (const line of out.split('\n')) expect(displayWidth(line), line).toBeLessThanOrEqual(80)
})

it('the version is that of the package', async () => {
  expect(await run('--version')).toMatchObject({ code: 0, out: `${version}\n`, err: '' })
})

describe('usage errors', () => {
  it.each([
    [['sed'], "Unknown command 'sed'.", 'Did you mean seed?'],
    [['seed', '--rosw', '3'], "Unknown option '--rosw'.", 'Did you mean --rows?'],
    [['seed', '--rows'], "Option '--rows <n | table=n>' argument missing.", 'See supa-seed --help.'],
    [['seed', 'posts'], "Too many arguments for 'seed'. Expected 0 arguments but got 1", 'See supa-seed --help.'],
    [['detect', '--allow-remote', 'h'], "Unknown option '--allow-remote'.", ''],
  ])('%j', async (words, message, next) => {
    const { code, out, err } = await run(...words)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(`Error: ${message}`)
    expect(err).toContain(next)
    const json = await run(words[0] ?? '', '--json', ...words.slice(1))
    expect(json.code).toBe(2)
    expect(JSON.parse(json.out)).toMatchObject({
      error: { code: 'usage', message: expect.stringContaining(message.slice(0, 20)) },
    })
  })

  it('come without escape sequences from hostile words', async () => {
    const { err } = await run('seed', '--\x1b[2J')
    expect(err).not.toContain('\x1b')
  })
})

describe('configuration errors', () => {
  it('list all problems and leave with 2', async () => {
    const { code, out, err } = await run('plan', '--rows', 'many', '--jobs', '0', '--config', 'package.json')
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('--rows: rows is not valid.')
    expect(err).toContain('--jobs: jobs is not valid.')
    expect(err).not.toContain('    at ')
  })

  it('are one JSON document', async () => {
    const { code, out } = await run('seed', '--rows', 'many', '--json')
    expect(code).toBe(2)
    expect(JSON.parse(out)).toMatchObject({
      error: { code: 'config-invalid', findings: [{ place: { path: 'rows' } }] },
    })
  })
})

describe('the built program', () => {
  let main: string
  beforeAll(async () => {
    main = await buildOnce()
  }, 120_000)

  it('shows help and version, and loads neither databases nor parsers nor word lists for it', () => {
    for (const words of [['--help'], ['--version'], ['seed', '--help']]) {
      const started = performance.now()
      const { status, stdout } = spawnSync(process.execPath, [main, ...words], { encoding: 'utf8' })
      console.info(`supa-seed ${words.join(' ')}: ${Math.round(performance.now() - started)} ms`)
      expect(status).toBe(0)
      expect(stdout.length).toBeGreaterThan(5)
      const loaded = modulesOf(main, words)
      expect(loaded).toContain('/commander/')
      expect(loaded).not.toMatch(
        /pglite|libpg-query|faker|\/pg\/|\/dist\/(values|plan|load|study|catalog|database|run)\b/,
      )
    }
  })
})

/** URLs of all modules that a run imports. */
function modulesOf(main: string, words: readonly string[]): string {
  const hook = `import { writeSync } from 'node:fs'
    export async function resolve(name, context, next) {
      const found = await next(name, context)
      writeSync(2, found.url + '\\n')
      return found
    }`
  const register = `import { register } from 'node:module'; register(${JSON.stringify(`data:text/javascript,${encodeURIComponent(hook)}`)})`
  const { stderr } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(register)}`, main, ...words],
    { encoding: 'utf8' },
  )
  return stderr
}
