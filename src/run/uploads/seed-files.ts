import { copyFile, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ExportedFile } from '../../model/reports/export-report.ts'
import { SeedError } from '../../model/seed-error.ts'
import { type PlannedFile, placeIn } from './planned-files.ts'

/** Below `supabase/`: a folder for each bucket, which `supabase seed buckets` takes as its `objects_path`. */
export const SEED_FILES = 'seed-files'
/** Beside them: which of them are ours. No bucket has this name. */
const LIST = 'supa-seed.json'

/** What became of the copies, or with a check: what is wrong with them. */
export interface SeedFiles {
  readonly files: readonly ExportedFile[]
  /** Copies of an earlier run that are no longer wanted. */
  readonly stale: readonly string[]
  /** Makes it so. */
  write(): Promise<void>
}

/**
 * What there is to copy to where the Supabase CLI takes files from. `tidy`: copies of an earlier run that are no longer wanted are removed, and no file is
 * written over that supa-seed did not put there.
 * @throws SeedError `export-file-taken`
 */
export async function compareSeedFiles(
  project: string,
  root: string,
  files: readonly PlannedFile[],
  { check = false, tidy }: { readonly check?: boolean; readonly tidy: boolean },
): Promise<SeedFiles> {
  const folder = join(project, 'supabase', SEED_FILES)
  const listed = await readList(folder)
  const ours = new Set(listed)
  const states: ExportedFile[] = []
  for (const file of files) {
    const same = await isSame(join(folder, placeIn(file)), join(root, file.source))
    if (tidy && same === false && !ours.has(placeIn(file))) throw taken(file)
    const state = same === true ? 'unchanged' : !check ? 'written' : same === null ? 'missing' : 'different'
    states.push({ file: shownAs(placeIn(file)), bytes: file.asset.file.size, state })
  }
  const wanted = new Set(files.map(placeIn))
  const stale = tidy ? listed.filter((place) => !wanted.has(place)) : []
  const write = (): Promise<void> => carryOut(folder, root, files, { states, stale, listed })
  return { files: states, stale: stale.map(shownAs), write }
}

/** Null where there is no copy. */
async function isSame(copy: string, source: string): Promise<boolean | null> {
  const there = await stat(copy).catch(() => null)
  if (there === null) return null
  if (!there.isFile() || there.size !== (await stat(source)).size) return false
  return (await readFile(copy)).equals(await readFile(source))
}

async function carryOut(
  folder: string,
  root: string,
  files: readonly PlannedFile[],
  { states, stale, listed }: { states: readonly ExportedFile[]; stale: readonly string[]; listed: readonly string[] },
): Promise<void> {
  for (const [i, file] of files.entries()) {
    if (states[i]?.state === 'unchanged') continue
    const target = join(folder, placeIn(file))
    await mkdir(dirname(target), { recursive: true })
    await copyFile(join(root, file.source), target)
  }
  for (const place of stale) await rm(join(folder, place), { force: true })
  const gone = new Set(stale)
  const ours = [...new Set([...listed.filter((place) => !gone.has(place)), ...files.map(placeIn)])].sort()
  if (ours.length > 0) await writeList(folder, ours)
  else await rm(join(folder, LIST), { force: true })
}

/** Paths below the folder that an earlier run has written; nothing where that is not readable. */
async function readList(folder: string): Promise<readonly string[]> {
  try {
    const { files } = JSON.parse(await readFile(join(folder, LIST), 'utf8')) as { files?: unknown }
    const given = Array.isArray(files) ? files.filter((one) => typeof one === 'string') : []
    return given.filter(
      (place) => /^[^\\]+\/[^\\]+$/.test(place) && place.split('/').every((part) => !/^\.{0,2}$/.test(part)),
    )
  } catch {
    return []
  }
}

async function writeList(folder: string, files: readonly string[]): Promise<void> {
  const text = `${JSON.stringify({ files }, null, 2)}\n`
  const path = join(folder, LIST)
  if ((await readFile(path, 'utf8').catch(() => '')) !== text) await writeFile(path, text)
}

const shownAs = (place: string): string => `supabase/${SEED_FILES}/${place}`

const taken = (file: PlannedFile): SeedError =>
  new SeedError({
    code: 'export-file-taken',
    message: `${shownAs(placeIn(file))} is there already, it is another file than ${file.source}, and supa-seed did not put it there. Nothing was written.`,
    place: { path: `assetPools.${file.pool}`, file: shownAs(placeIn(file)) },
    next: 'Move it away, or give the pool a folder of its own: bucket: { name, folder }.',
  })
