import { type FileHandle, mkdir, open, readFile, rename, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import type { JournalLine } from '../../model/journal.ts'
import type { Plan } from '../../model/plan.ts'
import { SeedError } from '../../model/seed-error.ts'
import { removeDrafts, syncFolder, writeDurably } from './durable.ts'
import { type JournalIdentity, journalFolder, makeJournalFolder, PLANS, removeEmptyFolder } from './journal-folder.ts'
import { takeLock, type Unlock } from './lock.ts'
import { parseLines } from './parse-lines.ts'

/** How plans are written, read and hashed; the room `plan/` has it, and this room may not look there. */
export interface PlanCodec {
  encode(plan: Plan): string
  /** The exact inverse of `encode`; throws on a text that is none. */
  decode(text: string): Plan
  hash(plan: Omit<Plan, 'hash'>): string
}

export interface JournalOptions {
  /** The folder that `.supa-seed/` lies in. */
  readonly root: string
  readonly identity: JournalIdentity
  readonly codec: PlanCodec
  /** True: one run at a time (a lock file), lines may be appended. False: only looks. */
  readonly write: boolean
}

/** What was done to one database, on disk. */
export interface Journal {
  readonly folder: string
  readonly identity: JournalIdentity
  readonly codec: PlanCodec
  readonly writable: boolean
  /** What it held when it was opened, or read again; empty after `setAside`. */
  readonly lines: readonly JournalLine[]
  /** Lines in the middle that could not be read. */
  readonly damaged: number
  /** Appends lines, in one write; `durable`: resolves when they will survive a power cut. Lines keep the order of the calls. */
  append(lines: readonly JournalLine[], durable?: boolean): Promise<void>
  /** Reads the lines again: those that were appended are then among them. */
  reread(): Promise<void>
  /** A plan that it speaks of; null when its file is gone or not the plan it is named after. */
  readPlan(hash: string): Promise<Plan | null>
  /** Stores a plan under its hash, durably. */
  writePlan(plan: Plan): Promise<void>
  /** Renames the lines away (nothing is deleted) and begins anew. Returns the new name of the file. */
  setAside(): Promise<string>
  /** Gives the lock back. */
  close(): Promise<void>
}

/**
 * Opens the journal of a database; with `write` it takes the lock of the database on this machine.
 * Throws SeedError `run-in-progress`, `journal-unwritable`, and `journal-too-new` for one that a later version wrote.
 */
export async function openJournal(options: JournalOptions): Promise<Journal> {
  const folder = journalFolder(options.root, options.identity)
  if (!options.write) return new JournalFile(options, folder, null).load()
  const unlock = await lockFolder(folder).catch((error: unknown) => {
    throw error instanceof SeedError ? error : unwritable(folder, error)
  })
  try {
    await removeDrafts(join(folder, PLANS))
    return await new JournalFile(options, folder, unlock).load()
  } catch (error) {
    await unlock()
    throw error
  }
}

/** Another run that wrote nothing may just be removing the folder. */
async function lockFolder(folder: string): Promise<Unlock> {
  for (let attempt = 1; ; attempt++) {
    await mkdir(folder, { recursive: true })
    try {
      return await takeLock(join(folder, 'run.lock'))
    } catch (error) {
      if (attempt === 5 || (error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
  }
}

class JournalFile implements Journal {
  readonly folder: string
  readonly identity: JournalIdentity
  readonly codec: PlanCodec
  readonly writable: boolean
  lines: readonly JournalLine[] = []
  damaged = 0
  readonly #root: string
  readonly #file: string
  readonly #unlock: Unlock | null
  #handle: FileHandle | null = null
  #broken: SeedError | null = null
  /** What was asked for last: appends run one after the other, in the order of the calls. */
  #last: Promise<unknown> = Promise.resolve()

  constructor(options: JournalOptions, folder: string, unlock: Unlock | null) {
    this.folder = folder
    this.#root = options.root
    this.identity = options.identity
    this.codec = options.codec
    this.writable = unlock !== null
    this.#file = join(folder, 'journal.jsonl')
    this.#unlock = unlock
  }

  async load(): Promise<this> {
    const bytes = await readFile(this.#file).catch(noneYet)
    if (bytes === null) return this
    const parsed = parseLines(bytes)
    const head = parsed.lines[0]
    if (head?.kind === 'journal' && head.version !== 1) throw tooNew(this.#file, head.version)
    this.lines = parsed.lines
    this.damaged = parsed.damaged
    if (!this.writable) return this
    if (bytes.length > parsed.length) await truncate(this.#file, parsed.length)
    if (parsed.length === 0) return this
    this.#handle = await open(this.#file, 'a')
    if (parsed.open) await this.#handle.appendFile('\n')
    return this
  }

  append(lines: readonly JournalLine[], durable = false): Promise<void> {
    const work = this.#last.then(async () => {
      if (this.#broken) throw this.#broken
      this.#handle ??= await this.#create()
      await this.#handle.appendFile(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
      if (durable) await this.#handle.datasync()
    })
    // After a write that failed (disk full) the file may end in half a line: nothing may follow it.
    const told = work.catch((error: unknown) => {
      this.#broken ??= unwritable(this.#file, error)
      throw this.#broken
    })
    this.#last = told.catch(() => undefined)
    return told
  }

  async #create(): Promise<FileHandle> {
    if (!this.writable) throw new Error('it was opened for looking only')
    await makeJournalFolder(this.#root, this.folder)
    const handle = await open(this.#file, 'a')
    const { systemId, databaseOid, database } = this.identity
    const head: JournalLine = {
      kind: 'journal',
      version: 1,
      systemId,
      databaseOid,
      database,
      at: new Date().toISOString(),
    }
    await handle.appendFile(`${JSON.stringify(head)}\n`)
    await handle.sync()
    await syncFolder(this.folder)
    return handle
  }

  async reread(): Promise<void> {
    await this.#last
    const bytes = await readFile(this.#file).catch(noneYet)
    if (bytes !== null) this.lines = parseLines(bytes).lines
  }

  async readPlan(hash: string): Promise<Plan | null> {
    const text = await readFile(this.#planFile(hash), 'utf8').catch(noneYet)
    if (text === null) return null
    try {
      const plan = this.codec.decode(text)
      return plan.hash === hash ? plan : null
    } catch {
      return null
    }
  }

  async writePlan(plan: Plan): Promise<void> {
    if ((await this.readPlan(plan.hash)) !== null) return
    await makeJournalFolder(this.#root, this.folder)
    await writeDurably(this.#planFile(plan.hash), this.codec.encode(plan))
  }

  #planFile(hash: string): string {
    return join(this.folder, PLANS, `${hash.replaceAll(/[^0-9a-zA-Z]/g, '')}.json`)
  }

  async setAside(): Promise<string> {
    await this.#last
    await this.#handle?.close()
    this.#handle = null
    const name = `journal.aside-${new Date().toISOString().replaceAll(/[^0-9TZ]/g, '')}.jsonl`
    await rename(this.#file, join(this.folder, name))
    await syncFolder(this.folder)
    this.lines = []
    this.damaged = 0
    return name
  }

  async close(): Promise<void> {
    await this.#last
    await this.#handle?.close()
    this.#handle = null
    if (this.#unlock === null) return
    await this.#unlock()
    await removeEmptyFolder(this.folder)
  }
}

function noneYet(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}

function unwritable(file: string, cause: unknown): SeedError {
  if (cause instanceof SeedError) return cause
  return new SeedError({
    code: 'journal-unwritable',
    message: `The journal cannot be written: ${cause instanceof Error ? cause.message : String(cause)}`,
    place: { file },
    next: 'Make room on the disk, or give write access to .supa-seed/, and run the command again: it goes on from what is committed.',
    cause,
  })
}

function tooNew(file: string, version: unknown): SeedError {
  return new SeedError({
    code: 'journal-too-new',
    message: 'The journal was written by a later version of supa-seed.',
    place: { file },
    expected: 'version 1',
    found: `version ${String(version)}`,
    next: 'Use that version of supa-seed, or move the file away: own rows are then recognised in the database.',
  })
}
