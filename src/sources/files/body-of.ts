import { hash } from 'node:crypto'
import { join } from 'node:path'
import { decodeText } from './decode-text.ts'
import { type Reading, TEXT_FORMATS } from './formats/formats.ts'
import { changedContent, missingContent } from './lost-content.ts'
import { readBytes } from './read-bytes.ts'

/** Letters of the texts that were read last and are kept: several columns of a row ask for the same one. */
const KEPT = 1024 * 1024

const recent = new Map<string, string>()
let letters = 0

/** A file of one item, as it was when it was looked at. */
export interface LookedAt {
  readonly root: string
  /** From the root. */
  readonly file: string
  readonly extension: string
  readonly digest: string
  readonly reading: Reading
}

/**
 * The text of a file that was looked at before: read when it is asked for, so that a pool of many files does not hold them. The same text as then, or an error.
 * @throws SeedError `asset-changed`, `asset-missing`
 */
export function bodyOf(looked: LookedAt, most: number): string {
  const { file, extension, digest, reading } = looked
  const name = `${digest} ${extension}`
  const known = recent.get(name)
  if (known !== undefined) return known
  const bytes = bytesOf(looked, most)
  if (bytes === null || hash('sha256', bytes, 'hex') !== digest) throw changedContent(file)
  const decoded = decodeText(bytes)
  const body = 'problem' in decoded ? null : TEXT_FORMATS.get(extension)?.(decoded.text, reading).value?.[0]?.body
  if (body === null || body === undefined) throw changedContent(file)
  keep(name, body)
  return body
}

function bytesOf({ root, file }: LookedAt, most: number): Buffer | null {
  try {
    return readBytes(join(root, file), most).bytes
  } catch (cause) {
    throw missingContent(file, cause)
  }
}

function keep(name: string, body: string): void {
  if (body.length > KEPT) return
  for (const [oldest, text] of recent) {
    if (letters + body.length <= KEPT) break
    recent.delete(oldest)
    letters -= text.length
  }
  recent.set(name, body)
  letters += body.length
}
