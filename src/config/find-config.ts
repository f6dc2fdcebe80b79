import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { SeedError } from '../model/seed-error.ts'

const EXTENSIONS = ['ts', 'mts', 'js', 'mjs', 'cjs', 'json']

/** Names under which a configuration is found. */
export const configFileNames: readonly string[] = EXTENSIONS.map((extension) => `supa-seed.config.${extension}`)

/**
 * The nearest configuration file from `cwd` upwards to the root of the repository (of the package where there is none), or null.
 * @throws SeedError `config-ambiguous` when a folder holds two.
 */
export async function findConfig(cwd: string): Promise<string | null> {
  for (const folder of foldersUpwards(cwd)) {
    const names = await readdir(folder).catch((): string[] => [])
    const found = configFileNames.filter((name) => names.includes(name))
    if (found.length > 1) throw ambiguous(folder, found)
    if (found[0] !== undefined) return join(folder, found[0])
  }
  return null
}

function foldersUpwards(cwd: string): readonly string[] {
  const all: string[] = []
  for (let folder = cwd; all.at(-1) !== folder; folder = dirname(folder)) all.push(folder)
  for (const mark of ['.git', 'package.json']) {
    const root = all.findIndex((folder) => existsSync(join(folder, mark)))
    if (root !== -1) return all.slice(0, root + 1)
  }
  return all.slice(0, 1)
}

const ambiguous = (folder: string, found: readonly string[]): SeedError =>
  new SeedError({
    code: 'config-ambiguous',
    message: `There are ${found.length} configuration files in one folder.`,
    place: { file: join(folder, found[0] ?? '') },
    expected: 'one configuration file',
    found: found.join(', '),
    next: `Remove all but one, or name it: --config ${found[0]}`,
  })
