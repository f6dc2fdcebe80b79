import { connect } from 'node:net'
import type { EnvironmentFile } from './environment-files.ts'
import { readPort } from './read-port.ts'
import { variableOf } from './variables.ts'

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
  const port = readPort(project, 'db', PORT, variableOf(env, files))
  const url = `postgresql://postgres:postgres@127.0.0.1:${port}/postgres`
  return { url, port, answers: await answers(port) }
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
