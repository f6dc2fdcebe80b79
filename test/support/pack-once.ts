import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** In the folder of the installed package: what `npm pack --json` said of it. */
export const PACKED = 'packed.json'

/**
 * Packs the build and gives the folder of somebody who has installed the package, and nothing that it does not ask for. Without scripts: the build is
 * there, and others use it at this moment.
 */
export function packOnce(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'supa-seed-pack-')))
  const said = run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], ROOT)
  const [packed] = JSON.parse(said) as { filename: string }[]
  const modules = join(folder, 'node_modules')
  run('tar', ['-xzf', packed?.filename ?? ''], folder)
  mkdirSync(modules)
  renameSync(join(folder, 'package'), join(modules, 'supa-seed'))
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>
  }
  for (const name of Object.keys(dependencies)) {
    mkdirSync(dirname(join(modules, name)), { recursive: true })
    symlinkSync(realpathSync(join(ROOT, 'node_modules', name)), join(modules, name), 'junction')
  }
  writeFileSync(join(folder, 'package.json'), '{ "private": true }')
  writeFileSync(join(folder, PACKED), JSON.stringify(packed))
  return folder
}

function run(program: string, words: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(program, words, {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error(`${program} ${words.join(' ')} failed:\n${stdout}${stderr}`)
  return stdout
}
