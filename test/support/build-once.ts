import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const MAIN = join(ROOT, 'dist', 'cli', 'main.js')

/** Builds `dist` if a source is newer than the last build; returns the path of the command line program. */
export async function buildOnce(): Promise<string> {
  const lock = join(ROOT, 'node_modules', '.supa-seed-build')
  await waitFor(lock)
  try {
    if (isCurrent()) return MAIN
    const { status, stdout } = spawnSync(process.execPath, [compiler(), '-p', 'tsconfig.build.json'], {
      cwd: ROOT,
      encoding: 'utf8',
    })
    // Types are the business of `npm run check`; what was emitted can be tried all the same.
    if (status !== 0) console.warn(`tsc found problems while building for the tests:\n${stdout}`)
    if (!existsSync(MAIN)) throw new Error(`The build made no ${MAIN}:\n${stdout}`)
    return MAIN
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

function compiler(): string {
  return join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc')
}

function isCurrent(): boolean {
  if (!existsSync(MAIN)) return false
  const built = statSync(MAIN).mtimeMs
  const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).map((path) =>
    join(ROOT, 'src', path),
  )
  return [...sources, join(ROOT, 'package.json'), join(ROOT, 'tsconfig.json')].every(
    (path) => statSync(path).mtimeMs < built,
  )
}

/** Two runs at once must not write the same folder. A lock older than two minutes belongs to nobody. */
async function waitFor(lock: string): Promise<void> {
  for (;;) {
    try {
      mkdirSync(lock)
      return
    } catch {
      const locked = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
      if (Date.now() - locked > 120_000) rmSync(lock, { recursive: true, force: true })
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}
