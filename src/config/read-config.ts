import { readFile, stat } from 'node:fs/promises'
import { dirname, extname, relative, resolve } from 'node:path'
import { SeedError } from '../model/seed-error.ts'
import { configFileNames, findConfig } from './find-config.ts'
import { importConfig } from './import-config.ts'
import type { Layer } from './layer.ts'
import { parseJson } from './parse-json.ts'

/** What was read. */
export interface ConfigFile {
  /** Null without a file: zero configuration. */
  readonly layer: Layer | null
  /** Folder of the file, else the working directory. */
  readonly root: string
  /** As the user would type it. */
  readonly file: string | null
}

/** More bytes than this are not a configuration. */
const LARGEST = 1_048_576

/**
 * Reads the configuration file: the one named, else the nearest one. Only the user's own TypeScript or JavaScript module is ever evaluated.
 * @throws SeedError `config-unreadable`, `config-broken`, `config-ambiguous`.
 */
export async function readConfig({
  cwd,
  near = [cwd],
  file,
}: {
  readonly cwd: string
  /** Folders to look from, in turn; the first is the root where there is no file. */
  readonly near?: readonly string[]
  readonly file?: string | undefined
}): Promise<ConfigFile> {
  const path = file === undefined ? await findFirst(near) : resolve(cwd, file)
  if (path === null) return { layer: null, root: near[0] ?? cwd, file: null }
  const name = relative(cwd, path) || path
  await checkFile(path, name)
  const input = extname(path) === '.json' ? parseJson(await readText(path, name), name) : await importConfig(path, name)
  return { layer: { kind: 'file', name, input }, root: dirname(path), file: name }
}

async function findFirst(near: readonly string[]): Promise<string | null> {
  for (const folder of near) {
    const found = await findConfig(folder)
    if (found !== null) return found
  }
  return null
}

async function checkFile(path: string, name: string): Promise<void> {
  const info = await stat(path).catch((cause: NodeJS.ErrnoException) => {
    throw unreadable(
      name,
      cause.code === 'ENOENT' ? 'There is no such file' : `It cannot be read (${cause.code})`,
      cause,
    )
  })
  if (!info.isFile()) throw unreadable(name, 'It is not a file')
  if (info.size > LARGEST) throw unreadable(name, `It has ${info.size} bytes; at most ${LARGEST} are read`)
  const extension = extname(path)
  if (!configFileNames.some((known) => extname(known) === extension))
    throw unreadable(
      name,
      `It ends in ${extension === '' ? 'nothing' : extension}; .ts, .mts, .js, .mjs, .cjs and .json are read`,
    )
}

const readText = (path: string, name: string): Promise<string> =>
  readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw unreadable(name, `It cannot be read (${cause.code})`, cause)
  })

const unreadable = (file: string, why: string, cause?: unknown): SeedError =>
  new SeedError({
    code: 'config-unreadable',
    message: `The configuration file ${file} cannot be used: ${why[0]?.toLowerCase()}${why.slice(1)}.`,
    place: { file },
    next: 'Name another one with --config FILE, or run without one.',
    cause,
  })
