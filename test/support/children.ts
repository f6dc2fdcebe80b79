import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { supply } from './supply.ts'

export interface CliOptions {
  /** Where it runs; a fresh empty folder unless given. */
  readonly cwd?: string
  /** Added to an environment without any variable that names a database. */
  readonly env?: Record<string, string>
  /** Written to standard input, which is closed after it. */
  readonly input?: string
}

export interface CliResult {
  /** Exit code; null when a signal ended it. */
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

export interface CliProcess {
  readonly child: ChildProcessWithoutNullStreams
  readonly result: Promise<CliResult>
}

/** A fresh empty folder that is removed when the test ends. */
export function freshFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'supa-seed-test-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }))
  return folder
}

/** Runs the built command line program to its end. */
export async function runCli(args: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  const { child, result } = await spawnCli(args, options)
  child.stdin.end(options.input ?? '')
  return result
}

/** Starts the built command line program; for tests that kill it. It is killed with the test if it still runs. */
export async function spawnCli(args: readonly string[], options: CliOptions = {}): Promise<CliProcess> {
  const main = await supply('dist')
  const child = spawn(process.execPath, [main, ...args], {
    cwd: options.cwd ?? freshFolder(),
    env: { ...plainEnvironment(), ...options.env },
    stdio: 'pipe',
    windowsHide: true,
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  child.stdin.on('error', () => undefined)
  const output = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      output[name] += text
    })
  }
  const result = new Promise<CliResult>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve({ code, signal, ...output }))
  })
  return { child, result }
}

/** What a child needs of our environment: nothing that would name a database, a terminal or a CI. */
export function plainEnvironment(): Record<string, string> {
  const names = [
    'PATH',
    'HOME',
    'USERPROFILE',
    'TMPDIR',
    'TEMP',
    'TMP',
    'SystemRoot',
    'ComSpec',
    'PATHEXT',
    'APPDATA',
    'LANG',
  ]
  const present = names.flatMap((name) => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  return Object.fromEntries(present)
}
