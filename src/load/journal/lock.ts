import { randomUUID } from 'node:crypto'
import { link, readFile, unlink, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { SeedError } from '../../model/seed-error.ts'

/** Gives the lock back. */
export type Unlock = () => Promise<void>

interface Owner {
  readonly pid: number
  readonly host: string
  /** Tells a lock of this process from one of an earlier process with the same number (containers). */
  readonly token: string
}

const held = new Set<string>()

/**
 * Takes a lock file: one run at a time. A lock whose process is gone is taken over. Throws SeedError `run-in-progress` naming the process.
 */
export async function takeLock(file: string): Promise<Unlock> {
  const owner: Owner = { pid: process.pid, host: hostname(), token: randomUUID() }
  held.add(owner.token)
  try {
    for (let attempt = 0; attempt < 5; attempt++) {
      if (await create(file, owner)) return () => release(file, owner)
      const other = await readOwner(file)
      if (other.text === null) continue
      if (other.owner && isAlive(other.owner)) throw inProgress(file, other.owner)
      await removeStale(file, other.text, owner)
    }
    throw inProgress(file, null)
  } catch (error) {
    held.delete(owner.token)
    throw error
  }
}

/** Created under another name and linked into place, so that nobody ever reads a lock that is half written. */
async function create(file: string, owner: Owner): Promise<boolean> {
  const draft = `${file}.${owner.token}`
  await writeFile(draft, JSON.stringify(owner), { flag: 'wx' })
  try {
    await link(draft, file)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    // Some file systems know no hard links (exFAT, network shares): create in place.
    return createInPlace(file, owner)
  } finally {
    await unlink(draft)
  }
}

async function createInPlace(file: string, owner: Owner): Promise<boolean> {
  try {
    await writeFile(file, JSON.stringify(owner), { flag: 'wx' })
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

async function readOwner(file: string): Promise<{ text: string | null; owner: Owner | null }> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  })
  if (text === null) return { text, owner: null }
  try {
    return { text, owner: JSON.parse(text) as Owner }
  } catch {
    return { text, owner: null }
  }
}

function isAlive(owner: Owner): boolean {
  // On another machine nobody can tell: then it counts as alive, and the message names the file.
  if (owner.host !== hostname()) return true
  if (owner.pid === process.pid) return held.has(owner.token)
  try {
    process.kill(owner.pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/**
 * Two processes may find the same stale lock, and the slower one must not remove the new lock of the faster: only who holds a second lock removes anything, and
 * looks once more before.
 */
async function removeStale(file: string, stale: string, owner: Owner): Promise<void> {
  const guard = `${file}.takeover`
  if (!(await create(guard, owner))) {
    const other = await readOwner(guard)
    if (other.owner && !isAlive(other.owner)) await unlink(guard).catch(() => undefined)
    return
  }
  try {
    if ((await readOwner(file)).text === stale) await unlink(file)
  } finally {
    // Somebody may have taken it for that of a process that is gone.
    await unlink(guard).catch(() => undefined)
  }
}

async function release(file: string, owner: Owner): Promise<void> {
  held.delete(owner.token)
  const current = await readOwner(file)
  if (current.owner?.token === owner.token) await unlink(file).catch(() => undefined)
}

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined

function inProgress(file: string, owner: Owner | null): SeedError {
  const elsewhere = owner && owner.host !== hostname()
  return new SeedError({
    code: 'run-in-progress',
    message: owner
      ? `Another run of supa-seed works on this database (process ${owner.pid}${elsewhere ? ` on ${owner.host}` : ''}).`
      : 'Another run of supa-seed works on this database.',
    place: { file },
    next: elsewhere
      ? `Wait for it to end. If that machine or container is gone, delete ${file}.`
      : 'Wait for it to end, or stop it, and run the command again.',
  })
}
