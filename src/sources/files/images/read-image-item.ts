import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Asset, AssetFile } from '../../../model/assets/assets.ts'
import { type PlacedProblem, placed } from '../problem.ts'
import { describedImage } from './described-image.ts'
import { ImageError } from './image-error.ts'
import { readImage } from './read-image.ts'
import { readSidecar } from './read-sidecar.ts'
import type { Sidecars } from './sidecars.ts'

/** A picture that was read, or why it cannot be used. */
export interface ImageItem {
  readonly item: Pick<Asset, 'file' | 'digest' | 'image' | 'json'> | null
  readonly problems: readonly PlacedProblem[]
}

/** Reads a picture and what stands beside it, which is its `json`. `digest`: of the picture alone. Throws only what the file system does. */
export async function readImageItem(
  root: string,
  file: string,
  facts: AssetFile,
  { digest, sidecars }: { digest: string; sidecars: Sidecars },
): Promise<ImageItem> {
  const beside = await sidecars.of(file)
  const { value, problems } =
    beside === null
      ? { value: null, problems: [] }
      : await readSidecar(join(root, beside), beside.startsWith(`${file}.`))
  const told = placed(beside ?? file, problems)
  if (told.length > 0 && value === null) return { item: null, problems: told }
  try {
    const read = readImage(join(root, file), facts.type)
    const image = describedImage(read.facts, facts.stem, value?.data ?? null)
    const both = value === null ? digest : createHash('sha256').update(digest).update(value.bytes).digest('hex')
    const item = { file: { ...facts, type: image.type }, digest: both, image, json: value?.data ?? null }
    return { item, problems: [...told, ...placed(file, read.notes)] }
  } catch (error) {
    if (!(error instanceof ImageError)) throw error
    return { item: null, problems: [...told, ...placed(file, [error.problem])] }
  }
}
