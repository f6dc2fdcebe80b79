import { connect } from 'node:net'
import type { EnvironmentFile } from './environment-files.ts'
import { readProjectConfig, unusableConfig } from './read-project-config.ts'

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
  const port = readPort(project, (name) => {
    return env[name] || files.find((file) => file.values[name])?.values[name]
  })
  const url = `postgresql://postgres:postgres@127.0.0.1:${port}/postgres`
  return { url, port, answers: await answers(port) }
}

function readPort(project: string, variable: (name: string) => string | undefined): number {
  const { db } = readProjectConfig(project)
  const given = typeof db === 'object' && db !== null && 'port' in db ? db.port : undefined
  const name = typeof given === 'string' ? /^env\((\w+)\)$/.exec(given)?.[1] : undefined
  const port = Number((name === undefined ? given : variable(name)) ?? PORT)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw unusableConfig(project, `db.port is not a port: ${String(given)}`)
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
