import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import { buildOnce } from './build-once.ts'
import { packOnce } from './pack-once.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Port on loopback where workers ask for what is made once per run: a server (`pg17`), the build (`dist`), or the package (`package`). */
    suppliesPort: number
    /** A folder that is removed when the run ends. */
    runFolder: string
  }
}

/**
 * Servers and the build are made once per run, by the main process, when the first worker asks: a run of one file
 * of pure laws starts nothing. A worker sends a name as one line and gets one line of JSON: `{value}` or `{error}`.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const keepers: ChildProcess[] = []
  const supplies = new Map<string, Promise<string>>()
  const make = async (name: string): Promise<string> => {
    if (name === 'dist') return buildOnce()
    if (name !== 'package') return startServer(name, keepers)
    await supply('dist')
    return packOnce()
  }
  const supply = (name: string): Promise<string> => {
    const made = supplies.get(name) ?? make(name)
    supplies.set(name, made)
    return made
  }
  const sockets = new Set<Socket>()
  const listener = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
    socket.once('data', (name) => {
      supply(name.toString('utf8').trim()).then(
        (value) => socket.end(JSON.stringify({ value })),
        (error: unknown) => socket.end(JSON.stringify({ error: String(error) })),
      )
    })
  })
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  const address = listener.address()
  if (address === null || typeof address === 'string') throw new Error('no port for test supplies')
  project.provide('suppliesPort', address.port)
  const runFolder = mkdtempSync(join(tmpdir(), 'supa-seed-run-'))
  project.provide('runFolder', runFolder)

  return async () => {
    listener.close()
    for (const socket of sockets) socket.destroy()
    await Promise.all(keepers.map(stopServer))
    const folder = await supplies.get('package')?.catch(() => undefined)
    for (const made of [runFolder, folder])
      if (made !== undefined) rmSync(made, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
}

function startServer(name: string, keepers: ChildProcess[]): Promise<string> {
  const script = fileURLToPath(new URL('postgres-server.mjs', import.meta.url))
  const keeper = spawn(process.execPath, [script, name], { stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true })
  keepers.push(keeper)
  return new Promise((resolve, reject) => {
    let log = ''
    keeper.stdout.once('data', (url: Buffer) => resolve(url.toString('utf8').trim()))
    keeper.stderr.on('data', (text: Buffer) => {
      log += text.toString('utf8')
    })
    keeper.once('error', reject)
    keeper.once('exit', () => reject(new Error(`The server ${name} ended:\n${log}`)))
  })
}

function stopServer(keeper: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (keeper.exitCode !== null || keeper.signalCode !== null) return resolve()
    keeper.once('exit', () => resolve())
    keeper.stdin?.end()
  })
}
