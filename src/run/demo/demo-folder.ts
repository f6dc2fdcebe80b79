import { constants } from 'node:fs'
import { access, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readProjectConfig } from '../../database/read-project-config.ts'
import { SeedError } from '../../model/seed-error.ts'

/** A folder with the example in it. */
export interface DemoFolder {
  /** Absolute. */
  readonly path: string
  /** As one would type it in the working directory. */
  readonly shown: string
  /** Files that were copied now. */
  readonly copied: number
}

/** Seen from `src/run` and from `dist/run` alike. */
const EXAMPLE = fileURLToPath(new URL('../../../examples/outdoor-platform/', import.meta.url))

/** What the demo is known by; copied first, so that a copy which was interrupted is known as well. */
const SIGN = join('supabase', 'config.toml')
const PARTS = ['supabase', 'supa-seed.config.ts', 'content', 'assets', 'README.md']

/** Litter of file managers. */
const IGNORED: readonly string[] = ['.DS_Store', 'Thumbs.db', 'desktop.ini']

/**
 * Makes the folder of the demo: the example is copied, files that are there stay as they are.
 * @throws SeedError `demo-folder-taken` where the folder holds something else, `demo-folder-unwritable`
 */
export async function demoFolder(dir: string, cwd: string): Promise<DemoFolder> {
  const path = resolve(cwd, dir)
  const shown = relative(cwd, path) || '.'
  try {
    await refuseOthers(path, shown)
    const files = [SIGN, ...(await listFiles()).filter((file) => file !== SIGN)]
    let copied = 0
    for (const file of files) if (await copyMissing(file, path)) copied++
    await access(path, constants.W_OK)
    return { path, shown, copied }
  } catch (error) {
    throw error instanceof SeedError ? error : unwritable(shown, error)
  }
}

/** Files of the example, below its folder. Hidden ones are what tools left there. */
async function listFiles(): Promise<string[]> {
  const all = await Promise.all(PARTS.map((part) => below(part)))
  return all.flat().sort()
}

async function below(part: string): Promise<string[]> {
  const entries = await readdir(join(EXAMPLE, part), { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOTDIR') return null
    throw error
  })
  if (entries === null) return [part]
  const visible = entries.filter(({ name }) => !name.startsWith('.'))
  return (await Promise.all(visible.map(({ name }) => below(join(part, name))))).flat()
}

/** False where the file is there. What is copied can be written to, also when the package cannot. */
async function copyMissing(file: string, folder: string): Promise<boolean> {
  const place = join(folder, file)
  await mkdir(dirname(place), { recursive: true })
  try {
    await writeFile(place, await readFile(join(EXAMPLE, file)), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

async function refuseOthers(path: string, shown: string): Promise<void> {
  const names = await readdir(path).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const others = names.filter((name) => !IGNORED.includes(name)).sort()
  if (others.length === 0 || projectId(path) === projectId(EXAMPLE)) return
  throw new SeedError({
    code: 'demo-folder-taken',
    message: `${shown} holds something that is not the demo. Nothing was written.`,
    place: { file: shown },
    expected: 'a folder that is empty, not there yet, or holds the demo',
    found: `${others.slice(0, 3).join(', ')}${others.length > 3 ? ` and ${others.length - 3} more` : ''}`,
    next: 'Name another folder: supa-seed demo --dir my-demo',
  })
}

function projectId(project: string): unknown {
  try {
    return readProjectConfig(project).project_id
  } catch {
    return null
  }
}

const unwritable = (shown: string, cause: unknown): SeedError =>
  new SeedError({
    code: 'demo-folder-unwritable',
    message: `The demo cannot be put into ${shown}: ${cause instanceof Error ? cause.message : String(cause)}`,
    place: { file: shown },
    next: 'Name a folder that can be written to: supa-seed demo --dir my-demo',
    cause,
  })
