import { open, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

const DRAFT = '.draft'

/** Writes a file so that it is there as a whole or not at all, also after a power cut: beside it first, fsync, rename, fsync of the folder. */
export async function writeDurably(file: string, text: string): Promise<void> {
  const draft = `${file}.${process.pid}${DRAFT}`
  const handle = await open(draft, 'w')
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(draft, file)
  await syncFolder(dirname(file))
}

/** Removes the drafts of writes that were killed. Only for whoever alone writes in the folder; one that is not there has none. */
export async function removeDrafts(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names.filter((one) => one.endsWith(DRAFT))) await rm(join(folder, name), { force: true })
}

/** Makes the names in a folder durable. Windows cannot open folders, and needs it not. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
