import { mkdirSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { SeedError } from '../../model/seed-error.ts'

/** Locks that this very process holds: a stale lock may bear our own pid (in a container the first process is always 1). */
const held = new Set<string>()

/** Milliseconds after which a takeover that never ended, or a lock that never got its pid, counts as dead. */
const GIVEN_UP = 10_000

/**
 * Locks the folder of an embedded database: two processes in one folder destroy each other's data. The lock is a file beside
 * the folder with the pid of its holder; one whose holder is gone is taken over.
 * @returns the function that gives the lock back.
 * @throws SeedError `database-locked` with pid and folder.
 */
export function lockFolder(folder: string): () => void {
  const file = `${folder}.lock`
  if (held.has(file)) throw locked(folder, file, process.pid)
  if (!create(file)) takeOver(folder, file)
  held.add(file)
  return () => {
    if (held.delete(file)) rmSync(file, { force: true })
  }
}

function create(file: string): boolean {
  try {
    writeFileSync(file, `${process.pid}\n`, { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Only one at a time may judge a lock stale and replace it; else two could, each removing the other's. */
function takeOver(folder: string, file: string): void {
  const guard = `${file}.takeover`
  refuseIfHeld(folder, file)
  if (!enter(guard)) throw locked(folder, file, readHolder(file))
  try {
    refuseIfHeld(folder, file)
    rmSync(file, { force: true })
    if (!create(file)) throw locked(folder, file, readHolder(file))
  } finally {
    rmdirSync(guard)
  }
}

function refuseIfHeld(folder: string, file: string): void {
  const holder = readHolder(file)
  if (holder === null ? age(file) < GIVEN_UP : isAlive(holder)) throw locked(folder, file, holder)
}

function enter(guard: string): boolean {
  try {
    mkdirSync(guard)
    return true
  } catch {
    if (age(guard) < GIVEN_UP) return false
    rmSync(guard, { recursive: true, force: true })
    return enter(guard)
  }
}

/** Milliseconds since a file was written; endless for one that is gone. */
function age(file: string): number {
  const written = statSync(file, { throwIfNoEntry: false })?.mtimeMs
  return written === undefined ? Number.POSITIVE_INFINITY : Date.now() - written
}

/** The pid in a lock file; null for one that is gone or empty (its holder is about to write it, or died before it could). */
function readHolder(file: string): number | null {
  try {
    const pid = Number.parseInt(readFileSync(file, 'utf8'), 10)
    return pid > 0 ? pid : null
  } catch {
    return null
  }
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function locked(folder: string, file: string, pid: number | null): SeedError {
  return new SeedError({
    code: 'database-locked',
    message: `The embedded database in ${folder} is in use by process ${pid ?? 'unknown'}.`,
    place: { file: folder },
    expected: 'one process at a time: two would destroy each other’s data',
    found: `process ${pid ?? 'unknown'}`,
    next: `Wait for that process or stop it. If no such process uses the folder, remove ${file}.`,
  })
}
