import { hash } from 'node:crypto'
import { join } from 'node:path'
import { type Asset, type AssetFile, type AssetSheet, sheetIdentity } from '../../../model/assets/assets.ts'
import type { Content } from '../formats/content.ts'
import { changedContent, missingContent } from '../lost-content.ts'
import { readRange } from '../read-bytes.ts'
import { decodeBlock } from './decode-block.ts'
import type { RecordFormat } from './record-format.ts'

/** Blocks whose records are kept: rows are made in order, over several connections; those of other tables may look at others. */
const KEPT = 8

/** What was found of a file when it was looked at, 24 bytes for each block of 64 KB. */
export interface SheetIndex {
  /** Offset of each block, and the end of the last. */
  readonly offsets: Float64Array
  /** Number of the first item of each block, and the count of all. */
  readonly numbers: Float64Array
  /** The line on which each begins. */
  readonly lines: Float64Array
  /** 16 bytes of the SHA-256 of each. */
  readonly digests: Buffer
  readonly windows: boolean
}

/** Bytes of a digest that tell whether a block is as it was. */
const DIGEST_BYTES = 16

export class Sheet implements AssetSheet {
  readonly path: string
  readonly place: string
  readonly digest: string
  readonly count: number
  readonly #root: string
  readonly #file: AssetFile
  readonly #index: SheetIndex
  readonly #format: RecordFormat
  readonly #kept = new Map<number, readonly Content[]>()
  #last: { readonly n: number; readonly asset: Asset } | null = null

  constructor(root: string, place: string, file: AssetFile, index: SheetIndex, format: RecordFormat) {
    this.path = file.path
    this.place = place
    const { delimiter, names } = format
    this.digest = hash('sha256', JSON.stringify([delimiter, names, index.digests.toString('base64')]), 'hex')
    this.count = index.numbers.at(-1) ?? 0
    this.#root = root
    this.#file = file
    this.#index = index
    this.#format = format
  }

  item(n: number): Asset {
    if (this.#last?.n === n) return this.#last.asset
    const block = this.#blockOf(n)
    const content = this.#contents(block)[n - (this.#index.numbers[block] as number)]
    if (content === undefined) throw changedContent(this.place)
    const { frontmatter, body, json, csv, line } = content
    const asset: Asset = {
      identity: sheetIdentity(this.path, n),
      digest: this.digest,
      file: this.#file,
      place: `${this.place}:${line}`,
      frontmatter,
      body,
      json,
      csv,
      image: null,
    }
    this.#last = { n, asset }
    return asset
  }

  /** The last one whose first item is not behind item `n`. */
  #blockOf(n: number): number {
    const { numbers } = this.#index
    let [low, high] = [0, numbers.length - 2]
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if ((numbers[middle] as number) <= n) low = middle
      else high = middle - 1
    }
    return low
  }

  #contents(block: number): readonly Content[] {
    const known = this.#kept.get(block)
    if (known !== undefined) return known
    const { offsets, lines, digests, windows } = this.#index
    const [from, to] = [offsets[block] as number, offsets[block + 1] as number]
    const bytes = this.#bytes(from, to)
    const digest = digests.subarray(block * DIGEST_BYTES, (block + 1) * DIGEST_BYTES)
    if (!blockDigest(bytes).equals(digest)) throw changedContent(this.place)
    const { contents } = this.#format.read(decodeBlock(bytes, windows), lines[block] as number)
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size < KEPT) break
      this.#kept.delete(oldest)
    }
    this.#kept.set(block, contents)
    return contents
  }

  #bytes(from: number, to: number): Buffer {
    try {
      return readRange(join(this.#root, this.place), from, to)
    } catch (cause) {
      throw missingContent(this.place, cause)
    }
  }
}

export const blockDigest = (bytes: Uint8Array): Buffer => hash('sha256', bytes, 'buffer').subarray(0, DIGEST_BYTES)
