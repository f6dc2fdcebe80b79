import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { freshFolder } from '../support/children.ts'
import { supply } from '../support/supply.ts'
import { changeLineEnds, commandsOf, EXAMPLES, putNotes, readWorkflow } from './workflows.ts'

test('vitest.yml runs with the package as it is installed', { timeout: 300_000 }, async () => {
  const cwd = await installed()
  const run = (...words: readonly string[]): string => {
    const env = { PATH: process.env.PATH, HOME: cwd }
    const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd, encoding: 'utf8', env })
    expect([words, status, status === 0 ? '' : stdout + stderr]).toEqual([words, 0, ''])
    return stdout + stderr
  }
  const main = join(cwd, 'node_modules', 'supa-seed', 'dist', 'cli', 'main.js')
  putNotes(cwd)
  run(main, 'export')
  changeLineEnds(cwd)
  for (const words of commandsOf(readWorkflow('vitest.yml'))) run(main, ...words)
  cpSync(join(EXAMPLES, 'seeded.test.ts'), join(cwd, 'seeded.test.ts'))
  expect(run(join(cwd, 'node_modules', 'vitest', 'vitest.mjs'), 'run', '--root', cwd)).toContain('1 passed')
})

/** A folder in which the package is installed, and Vitest. */
async function installed(): Promise<string> {
  const cwd = freshFolder()
  const modules = join(cwd, 'node_modules')
  mkdirSync(modules)
  const packed = join(await supply('package'), 'node_modules')
  for (const name of readdirSync(packed)) symlinkSync(join(packed, name), join(modules, name), 'junction')
  const vitest = fileURLToPath(new URL('../../node_modules/vitest', import.meta.url))
  symlinkSync(vitest, join(modules, 'vitest'), 'junction')
  return cwd
}
