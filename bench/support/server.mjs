import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const SERVER = fileURLToPath(new URL('../../test/support/postgres-server.mjs', import.meta.url))

/** Starts a PostgreSQL of its own (`pg17`); resolves to its URL and a function that stops it. */
export async function startServer(name) {
  const child = spawn(process.execPath, [SERVER, name], { stdio: ['pipe', 'pipe', 'inherit'] })
  const [line] = await once(createInterface({ input: child.stdout }), 'line')
  return {
    url: line.trim(),
    async stop() {
      child.stdin.end()
      await once(child, 'exit')
    },
  }
}
