import { mkdir, readFile, realpath, rm, stat } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { writeDurably } from '../../load/journal/durable.ts'
import { SeedError } from '../../model/seed-error.ts'
import type { Session } from '../session.ts'
import { isManifest, type Manifest } from './manifest.ts'

/**
 * Looks, before anything is written, whether the file that `manifest` names may be: below the folder of the configuration, links followed, and nobody else's.
 * Null where the configuration names none. @throws SeedError `manifest-outside`, `manifest-file-taken`
 */
export async function manifestFile({
  config: { manifest },
  home,
}: Pick<Session, 'config' | 'home'>): Promise<string | null> {
  if (manifest === null) return null
  const file = join(home, manifest)
  const place = await realpath(file).catch(() => existing(dirname(file)))
  const inside = relative(await realpath(home), place)
  if (inside === '..' || inside.startsWith(`..${sep}`) || inside.startsWith(sep))
    throw new SeedError({
      code: 'manifest-outside',
      message: `The manifest ${manifest} lies outside of the folder of the configuration.`,
      place: { path: 'manifest', file: manifest },
      next: 'Name a file in that folder.',
    })
  const text = await readFile(file, 'utf8').catch(() => null)
  const taken =
    text === null
      ? await stat(file).then(
          () => true,
          () => false,
        )
      : text.trim() !== '' && !isManifest(text)
  if (!taken) return file
  throw new SeedError({
    code: 'manifest-file-taken',
    message: `${manifest} is there already and is no manifest of supa-seed. Nothing was written.`,
    place: { path: 'manifest', file: manifest },
    next: 'Name another file, or remove that one.',
  })
}

/** Removes the manifest, where it is one: its rows are gone. */
export async function removeManifest({ config: { manifest }, home }: Session): Promise<void> {
  if (manifest === null) return
  const file = join(home, manifest)
  const text = await readFile(file, 'utf8').catch(() => '')
  if (isManifest(text)) await rm(file, { force: true })
}

/** The nearest folder above that is there. */
async function existing(folder: string): Promise<string> {
  return realpath(folder).catch(() => existing(dirname(folder)))
}

/** Writes the manifest, unless it is there as it is. @throws SeedError `manifest-not-written`, exit code 1 */
export async function writeManifest(file: string, manifest: Manifest): Promise<void> {
  const text = `${JSON.stringify(manifest, null, 2)}\n`
  try {
    if ((await readFile(file, 'utf8').catch(() => null)) === text) return
    await mkdir(dirname(file), { recursive: true })
    await writeDurably(file, text)
  } catch (cause) {
    throw new SeedError({
      code: 'manifest-not-written',
      message: `The rows are there, but the manifest could not be written: ${cause instanceof Error ? cause.message : cause}`,
      place: { file },
      next: 'Make room for it and run supa-seed seed again: what is there stays as it is.',
      exitCode: 1,
      cause,
    })
  }
}
