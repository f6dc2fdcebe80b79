import { lstat, realpath, stat } from 'node:fs/promises'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import type { GlobOptions } from 'tinyglobby'
import { baseOf, folderOfPattern } from './base-of.ts'

/** A file that the patterns name and that is not read. */
export interface RefusedFile {
  readonly file: string
  readonly why: string
  readonly next: string
}

export interface FoundFiles {
  /** The folder of the pool, from the root; empty for the root itself. */
  readonly base: string
  /** From the root, `/` between the parts; sorted by code units. */
  readonly files: readonly string[]
  readonly refused: readonly RefusedFile[]
  /** Those of the files that lie outside of the root, which was allowed. */
  readonly outside: readonly string[]
}

/** Never content: what tools put there. */
const IGNORED = ['**/node_modules/**', '**/.git/**']

/**
 * Files under `root` (a real path) that the patterns name. Folders behind symbolic links are not entered, wherever they lead; links to files are followed as
 * long as they stay inside, unless it is allowed to lead outside.
 */
export async function findFiles(root: string, said: readonly string[], allowOutside = false): Promise<FoundFiles> {
  const { glob } = await import('tinyglobby')
  const patterns = said.map((pattern) => fromRoot(root, pattern))
  const links = new Links()
  const found = await glob(patterns, {
    cwd: root,
    ignore: IGNORED,
    dot: false,
    expandDirectories: false,
    followSymbolicLinks: true,
    fs: links.seenAsFiles(),
    onlyFiles: true,
  })
  const sorted = [...new Set(found.map((file) => file.split(sep).join('/')))].sort(byCodeUnits)
  const files: string[] = []
  const outside: string[] = []
  const refused: RefusedFile[] = []
  const linked = links.among(root)
  const real = new RealFolders(root)
  for (const file of sorted) {
    const plain = !linked.has(file) && (await real.has(folderOf(file)))
    const where = plain ? 'inside' : await whereIs(root, file)
    if (where === 'inside' || (where === 'outside' && allowOutside)) files.push(file)
    else refused.push({ file, ...(where === 'outside' ? leadsOut(file) : where) })
    if (where === 'outside' && allowOutside) outside.push(file)
  }
  for (const file of (await links.toFolders(root)).sort(byCodeUnits))
    if (!sorted.includes(file))
      refused.push({ file, why: 'folders behind links are not entered', next: 'Put the files themselves there.' })
  return { base: baseOf(patterns), files, refused, outside }
}

/** The symbolic links that the search comes upon. It takes them for files, so that it never leaves the tree. */
class Links {
  readonly #paths: string[] = []

  seenAsFiles(): GlobOptions['fs'] {
    type Told = (error: null, result: unknown) => void
    const realpath = (path: string, told: Told): void => {
      this.#paths.push(path)
      told(null, path)
    }
    const stat = (_path: string, told: Told): void => told(null, { isDirectory: () => false })
    return { realpath, stat } as unknown as GlobOptions['fs']
  }

  /** From the root. */
  among(root: string): ReadonlySet<string> {
    return new Set(this.#paths.map((path) => relative(root, path).split(sep).join('/')))
  }

  /** From the root; those that the patterns name are among them. */
  async toFolders(root: string): Promise<string[]> {
    const found: string[] = []
    for (const path of this.#paths)
      if ((await stat(path).catch(() => null))?.isDirectory()) found.push(relative(root, path).split(sep).join('/'))
    return found
  }
}

/** Folders inside of the root that are no links, and that no link leads to: files in them are what they seem. Each is looked at once. */
class RealFolders {
  readonly #root: string
  readonly #known = new Map<string, Promise<boolean>>()

  constructor(root: string) {
    this.#root = root
  }

  has(folder: string): Promise<boolean> {
    let known = this.#known.get(folder)
    if (known === undefined) {
      const path = join(this.#root, folder)
      known = realpath(path).then(
        (real) => real === path && (path === this.#root || path.startsWith(`${this.#root}${sep}`)),
        () => false,
      )
      this.#known.set(folder, known)
    }
    return known
  }
}

const folderOf = (file: string): string => file.slice(0, Math.max(file.lastIndexOf('/'), 0))

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const leadsOut = (file: string): { why: string; next: string } => ({
  why: file.startsWith('../') ? 'it lies outside of the project' : 'a link leads out of the project',
  next: 'Put the file itself there, or say allowOutside: true for the pool.',
})

/** An absolute pattern, or one that climbs, from the root by the shortest way: so are the files that are found. */
function fromRoot(root: string, pattern: string): string {
  const [, not = '', path = ''] = /^(!?)(.*)$/s.exec(pattern) ?? []
  const folder = folderOfPattern(path).join('/')
  if (!isAbsolute(path) && !path.split('/').includes('..')) return pattern
  const start = relative(root, resolve(root, isAbsolute(path) ? `/${folder}` : folder)).split(sep)
  const rest = path
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .slice(folderOfPattern(path).length)
  return not + [...start, ...rest].filter((part) => part !== '').join('/')
}

async function whereIs(root: string, file: string): Promise<'inside' | 'outside' | { why: string; next: string }> {
  const path = join(root, file)
  try {
    const real = await realpath(path)
    const inside = relative(root, real)
    if (inside === '..' || inside.startsWith(`..${sep}`) || join(root, inside) !== real)
      return (await lstat(real)).isFile() ? 'outside' : leadsOut(file)
    if ((await lstat(real)).isFile()) return 'inside'
    return { why: 'it is a link to a folder, or no plain file', next: 'Put the files themselves there.' }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const loop = code === 'ELOOP'
    return {
      why: loop
        ? 'its links go in a circle'
        : code === 'ENOENT'
          ? 'a link leads nowhere'
          : `it cannot be looked at (${code})`,
      next: loop || code === 'ENOENT' ? 'Remove the link.' : 'Make it readable.',
    }
  }
}
