import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { parse } from 'smol-toml'
import { SeedError } from '../model/seed-error.ts'
import type { EnvironmentFile } from './environment-files.ts'

export interface LocalStack {
  readonly url: string
  readonly port: number
  /** Does anything listen there? */
  readonly answers: boolean
}

/** The port of `supabase start` where `config.toml` names none. */
const PORT = 54322

/** Milliseconds to wait for loopback. */
const PATIENCE = 1000

/** The local stack that `supabase/config.toml` of a project describes. */
export async function findLocalStack(
  project: string,
  env: Readonly<Record<string, string | undefined>>,
  files: readonly EnvironmentFile[],
): Promise<LocalStack> {
  const port = readPort(join(project, 'supabase', 'config.toml'), (name) => {
    return env[name] || files.find((file) => file.values[name])?.values[name]
  })
  const url = `postgresql://postgres:postgres@127.0.0.1:${port}/postgres`
  return { url, port, answers: await answers(port) }
}

function readPort(file: string, variable: (name: string) => string | undefined): number {
  const db = readToml(file).db
  const given = typeof db === 'object' && db !== null && 'port' in db ? db.port : undefined
  const name = typeof given === 'string' ? /^env\((\w+)\)$/.exec(given)?.[1] : undefined
  const port = Number((name === undefined ? given : variable(name)) ?? PORT)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw unusable(file, `db.port is not a port: ${String(given)}`)
}

function readToml(file: string): Record<string, unknown> {
  try {
    return parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    throw unusable(file, cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause), cause)
  }
}

function unusable(file: string, why: string, cause?: unknown): SeedError {
  return new SeedError({
    code: 'config-toml-unusable',
    message: `supabase/config.toml cannot be used. ${why}`,
    place: { file },
    next: 'Correct the file, or name the database with --db-url.',
    cause,
  })
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    const end = (answer: boolean): void => {
      socket.destroy()
      resolve(answer)
    }
    socket.once('connect', () => end(true))
    socket.once('error', () => end(false))
    socket.setTimeout(PATIENCE, () => end(false))
  })
}
