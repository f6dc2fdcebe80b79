import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const CLI = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))

/** Runs a command of the built tool in a folder of its own (`prepare` puts files into it); resolves to its JSON, its wall time and its peak memory in MB (Linux). */
export function runTool(args, config = null, prepare = () => undefined) {
  const folder = mkdtempSync(join(tmpdir(), 'supa-seed-bench-'))
  if (config !== null) writeFileSync(join(folder, 'supa-seed.config.json'), JSON.stringify(config))
  prepare(folder)
  const start = process.hrtime.bigint()
  const child = spawn(process.execPath, [CLI, ...args, '--json'], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
  let stdout = ''
  let stderr = ''
  let peak = 0
  child.stdout.on('data', (part) => (stdout += part))
  child.stderr.on('data', (part) => (stderr += part))
  const watch = setInterval(() => (peak = Math.max(peak, residentPeak(child.pid))), 50)
  return new Promise((resolve, reject) =>
    child.on('close', (code) => {
      clearInterval(watch)
      rmSync(folder, { recursive: true, force: true })
      const seconds = Number(process.hrtime.bigint() - start) / 1e9
      if (code === 0) resolve({ report: JSON.parse(stdout), seconds, peak })
      else reject(new Error(`supa-seed ${args.join(' ')} ended with ${code}\n${stdout}\n${stderr}`))
    }),
  )
}

function residentPeak(pid) {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}
