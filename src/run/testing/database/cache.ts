import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { type Manifest, readManifest } from '../../manifest/manifest.ts'

/** A seeded database, packed: its data folder as a tar. */
export interface SeededCopy {
  readonly dump: Blob
  readonly manifest: Manifest
}

/** Copies that are kept: of the configurations and branches that somebody is working on. */
const KEPT = 4
const NAME = /^test-[0-9a-f]{64}\.tar\.gz$/

const folderOf = (root: string): string => join(root, '.supa-seed', 'cache')

/** What an earlier process has kept under a key; null for nothing, or nothing that can be read. */
export async function readCopy(root: string, key: string): Promise<SeededCopy | null> {
  const file = join(folderOf(root), `test-${key}`)
  try {
    const manifest = readManifest(JSON.parse(await readFile(`${file}.json`, 'utf8')), root)
    return { dump: new Blob([gunzipSync(await readFile(`${file}.tar.gz`))]), manifest }
  } catch {
    return null
  }
}

/** Keeps a copy for the next process: whole or not at all. Where the folder cannot be written, there is none. */
export async function keepCopy(root: string, key: string, { dump, manifest }: SeededCopy): Promise<void> {
  const folder = folderOf(root)
  const file = join(folder, `test-${key}`)
  try {
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, '.gitignore'), '*\n')
    await put(`${file}.json`, JSON.stringify(withoutPasswords(manifest)))
    await put(`${file}.tar.gz`, gzipSync(Buffer.from(await dump.arrayBuffer()), { level: 1 }))
    await tidy(folder)
  } catch {
    // Without it the next process makes its own.
  }
}

/** The configuration and the environment tell what users sign in with; it need not lie on disk. */
const withoutPasswords = ({ handles, ...rest }: Manifest): Manifest => ({
  ...rest,
  handles: Object.fromEntries(
    Object.entries(handles).map(([table, rows]) => [table, /^(auth\.)?users$/.test(table) ? mapped(rows) : rows]),
  ),
})

const mapped = (rows: Manifest['handles'][string]): Manifest['handles'][string] =>
  Object.fromEntries(Object.entries(rows).map(([handle, { password: _, ...row }]) => [handle, row]))

async function put(file: string, contents: string | Uint8Array): Promise<void> {
  const draft = `${file}.${process.pid}.draft`
  await writeFile(draft, contents)
  await rename(draft, file)
}

async function tidy(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => NAME.test(name))
  const files = await Promise.all(names.map(async (name) => ({ name, at: (await stat(join(folder, name))).mtimeMs })))
  for (const { name } of files.sort((a, b) => b.at - a.at).slice(KEPT))
    for (const old of [name, name.replace('.tar.gz', '.json')]) await rm(join(folder, old), { force: true })
}
