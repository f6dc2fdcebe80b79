import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { slashes } from '../../database/slashes.ts'
import type { ScriptFile } from '../../load/script/script-files.ts'
import type { ExportedFile, ExportFormat } from '../../model/reports/export-report.ts'
import { SeedError } from '../../model/seed-error.ts'

/** How every SQL file of ours begins. CSV has no comments: there a list says which files are ours. */
const MARK = '-- supa-seed export'
const LIST = 'supa-seed-export.json'

/** What all files of an export have in common, beyond the rows. */
export interface Pinned {
  readonly format: ExportFormat
  readonly seed: string
  /** Milliseconds since the epoch. */
  readonly now: number
  /** The generation of generators. */
  readonly generators: number
  /** The one that was chosen. */
  readonly dataset: string | null
}

/** A folder of exported files, and what of it is ours. */
export interface ExportFolder {
  readonly path: string
  /** As the user would name it. */
  readonly shown: string
  /** Names of files that an export wrote. */
  readonly ours: readonly string[]
  /** What they were made with; null where there are none. */
  readonly made: Made | null
}

/** The moment that files were made for, and the generation of generators; those that do not name one are of the first. */
type Made = Pick<Pinned, 'now' | 'generators'>

/** Looks at what an earlier export left. @throws SeedError `export-folder-unreadable` */
export async function readExportFolder(path: string, cwd: string): Promise<ExportFolder> {
  const shown = slashes(relative(cwd, path)) || '.'
  try {
    const names = existsSync(path) ? (await readdir(path)).sort() : []
    const listed = await readList(path)
    const marks = await Promise.all(
      names
        .filter((name) => name.endsWith('.sql'))
        .map(async (name) => ({ name, head: await headOf(join(path, name)) })),
    )
    const sql = marks.filter(({ head }) => head[0]?.startsWith(MARK))
    const pinned = sql[0]?.head[1] === undefined ? null : madeWith(sql[0].head[1].replace(/^-- /, ''))
    const ours = [...sql.map(({ name }) => name), ...listed.files.filter((name) => names.includes(name))]
    return { path, shown, ours: ours.sort(), made: pinned ?? listed.made }
  } catch (cause) {
    throw new SeedError({
      code: 'export-folder-unreadable',
      message: `${shown} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`,
      place: { file: shown },
      next: 'Name another folder with --out.',
      cause,
    })
  }
}

/**
 * Writes files, each whole or not at all, and removes those of an earlier export that are no longer wanted. `check`: nothing is touched, and the states
 * say what is wrong.
 * @throws SeedError `export-file-taken`: a file that supa-seed did not write has the name of one.
 */
export async function putFiles(
  folder: ExportFolder,
  files: readonly ScriptFile[],
  pinned: Pinned,
  { version, check }: { readonly version: string; readonly check: boolean },
): Promise<{ files: ExportedFile[]; stale: string[] }> {
  refuseTaken(folder, files)
  const names = new Set(files.map(({ name }) => name))
  const stale = folder.ours.filter((name) => !names.has(name))
  const done: ExportedFile[] = []
  if (!check) await mkdir(folder.path, { recursive: true })
  for (const file of files) done.push(await put(folder, file, pinned, version, check))
  if (check) return { files: done, stale: stale.map((name) => shownAs(folder, name)) }
  for (const name of stale) await rm(join(folder.path, name))
  if (pinned.format === 'csv') await writeList(folder, files, pinned)
  else await rm(join(folder.path, LIST), { force: true })
  return { files: done, stale: stale.map((name) => shownAs(folder, name)) }
}

function refuseTaken(folder: ExportFolder, files: readonly ScriptFile[]): void {
  const taken = files.find(({ name }) => existsSync(join(folder.path, name)) && !folder.ours.includes(name))
  if (taken === undefined) return
  const file = shownAs(folder, taken.name)
  throw new SeedError({
    code: 'export-file-taken',
    message: `${file} is there already, and supa-seed did not write it. Nothing was written.`,
    place: { file },
    next: 'Move it away, or name another folder with --out.',
  })
}

async function put(
  folder: ExportFolder,
  file: ScriptFile,
  pinned: Pinned,
  version: string,
  check: boolean,
): Promise<ExportedFile> {
  const path = join(folder.path, file.name)
  const shown = shownAs(folder, file.name)
  const pieces = (): Iterable<string> => withHead(file, pinned, version)
  const isThere = existsSync(path)
  // Rows are made anew each time that they are asked for.
  if (!isThere && !check) return { file: shown, bytes: await write(path, pieces()), state: 'written' }
  const wanted = digestOf(pieces())
  const there = isThere ? await digestOfFile(path) : null
  if (there === wanted.digest) return { file: shown, bytes: wanted.bytes, state: 'unchanged' }
  if (check) return { file: shown, bytes: wanted.bytes, state: there === null ? 'missing' : 'different' }
  await write(path, pieces())
  return { file: shown, bytes: wanted.bytes, state: 'written' }
}

function* withHead(
  file: ScriptFile,
  { format, seed, now, generators, dataset }: Pinned,
  version: string,
): Generator<string> {
  if (format !== 'csv')
    yield `${MARK} (${version}): made from the configuration; change that, and run supa-seed export again.\n${'-- '}${JSON.stringify({ seed, ...(dataset === null ? {} : { dataset }), now: new Date(now).toISOString(), generators })}\n\n`
  yield* file.text()
}

/** @returns how many bytes the file has. */
async function write(path: string, pieces: Iterable<string>): Promise<number> {
  const aside = `${path}.part`
  let bytes = 0
  const counted = function* (): Generator<string> {
    for (const piece of pieces) {
      bytes += Buffer.byteLength(piece)
      yield piece
    }
  }
  await writeFile(aside, counted()).catch(async (error: unknown) => {
    await rm(aside, { force: true })
    throw error
  })
  await rename(aside, path)
  return bytes
}

/** Line ends are git's business, and the first line names the version that wrote the file: neither makes another file of it. */
class LineDigest {
  bytes = 0
  readonly #hash = createHash('sha256')
  #first = true
  #held = ''

  add(piece: string): void {
    this.bytes += Buffer.byteLength(piece)
    let text = (this.#held + piece).replaceAll('\r\n', '\n')
    this.#held = text.endsWith('\r') ? '\r' : ''
    if (this.#held !== '') text = text.slice(0, -1)
    if (this.#first && text.startsWith(MARK)) {
      const end = text.indexOf('\n')
      if (end === -1) {
        this.#held = text + this.#held
        return
      }
      text = text.slice(end)
    }
    if (text !== '') this.#first = false
    this.#hash.update(text)
  }

  end(): string {
    return this.#hash.update(this.#held).digest('hex')
  }
}

function digestOf(pieces: Iterable<string>): { digest: string; bytes: number } {
  const digest = new LineDigest()
  for (const piece of pieces) digest.add(piece)
  return { digest: digest.end(), bytes: digest.bytes }
}

async function digestOfFile(path: string): Promise<string> {
  const digest = new LineDigest()
  for await (const piece of createReadStream(path, 'utf8')) digest.add(piece as string)
  return digest.end()
}

/** The first two lines of a file. */
async function headOf(path: string): Promise<string[]> {
  const handle = await open(path, 'r')
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(2048), 0, 2048, 0)
    return buffer.toString('utf8', 0, bytesRead).split(/\r?\n/, 2)
  } finally {
    await handle.close()
  }
}

function madeWith(text: string): Made | null {
  try {
    const { now, generators } = JSON.parse(text) as { now?: unknown; generators?: unknown }
    const moment = typeof now === 'string' ? Date.parse(now) : Number.NaN
    return Number.isNaN(moment) ? null : { now: moment, generators: typeof generators === 'number' ? generators : 1 }
  } catch {
    return null
  }
}

/** What an earlier export of CSV wrote down; nothing where there is none, or it is not readable. */
async function readList(path: string): Promise<{ files: readonly string[]; made: Made | null }> {
  try {
    const text = await readFile(join(path, LIST), 'utf8')
    const { files } = JSON.parse(text) as { files?: unknown }
    const names = Array.isArray(files)
      ? files.filter((name) => typeof name === 'string' && /^[^/\\]+\.csv$/.test(name))
      : []
    return { files: names as string[], made: madeWith(text) }
  } catch {
    return { files: [], made: null }
  }
}

async function writeList(
  folder: ExportFolder,
  files: readonly ScriptFile[],
  { seed, now, generators }: Pinned,
): Promise<void> {
  const list = { seed, now: new Date(now).toISOString(), generators, files: files.map(({ name }) => name) }
  await write(join(folder.path, LIST), [`${JSON.stringify(list, null, 2)}\n`])
}

const shownAs = ({ shown }: ExportFolder, name: string): string => (shown === '.' ? name : `${shown}/${name}`)
