import type { Asset } from '../../model/assets/assets.ts'
import { type Finding, finding } from '../../model/finding.ts'
import { nearest } from '../../model/nearest.ts'
import { SeedError } from '../../model/seed-error.ts'
import { findFiles } from '../files/find-files.ts'

const GLOB = /[*?[\]{}]/

/** Where a pool's files lie. */
export interface PoolFolder {
  /** The project, a real path. */
  readonly root: string
  /** The folder of the pool, from the root. */
  readonly base: string
}

/**
 * The items that the user names, in that order: by file name, by path under the folder of the pool, without the extension, by identity (`gear.json#atmos`) or by
 * a glob. One that is named twice stands where it is named first.
 * @throws SeedError `selection-missing` with every name that leads nowhere
 */
export async function namedItems(
  items: readonly Asset[],
  names: readonly string[],
  path: string,
  folder: PoolFolder,
): Promise<Asset[]> {
  const byName = index(items)
  const chosen = new Set<Asset>()
  const missing: Finding[] = []
  for (const [at, name] of names.entries()) {
    const exact = byName.get(name.replace(/^\.\//, ''))
    const found = exact ?? (GLOB.test(name) ? await matched(items, name, folder) : [])
    for (const item of found) chosen.add(item)
    if (found.length === 0) missing.push(nowhere(name, `${path}[${at}]`, byName.keys()))
  }
  const [first, ...others] = missing
  if (first === undefined) return [...chosen]
  throw new SeedError({
    code: 'selection-missing',
    message: others.length === 0 ? first.message : `${missing.length} names in ${path} lead to no item.`,
    place: others.length === 0 ? first.place : { path },
    expected: 'names of files of the pool',
    found: missing.map(({ found }) => found).join(', '),
    next: others.length === 0 ? (first.next ?? '') : 'Mend them: each is told by itself.',
    findings: missing,
  })
}

/** Every name that an item goes by; several items may share one. */
function index(items: readonly Asset[]): ReadonlyMap<string, readonly Asset[]> {
  const byName = new Map<string, Asset[]>()
  for (const item of items) {
    const { name, stem, path } = item.file
    for (const key of new Set([item.identity, path, name, stem])) {
      const same = byName.get(key)
      if (same === undefined) byName.set(key, [item])
      else same.push(item)
    }
  }
  return byName
}

async function matched(items: readonly Asset[], glob: string, { root, base }: PoolFolder): Promise<Asset[]> {
  const inside = /^\/|(?:^|\/)\.\.(?:\/|$)/.test(glob) ? null : glob.replace(/^\.\//, '')
  if (inside === null) return []
  // Where the pool lies was allowed when its items were read.
  const { files } = await findFiles(root, [base === '' ? inside : `${base}/${inside}`], true)
  const paths = new Set(files.map((file) => (base === '' ? file : file.slice(base.length + 1))))
  return items.filter(({ file }) => paths.has(file.path))
}

function nowhere(name: string, path: string, known: Iterable<string>): Finding {
  const near = nearest(name, known)
  return finding('selection-missing', 'error', { path }, `No item of the pool is called ${name}.`, {
    found: name,
    next: near === null ? 'See which files the path of the pool names.' : `Did you mean ${near}?`,
  })
}
