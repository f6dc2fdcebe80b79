import { type FileHandle, open } from 'node:fs/promises'
import { ImageError } from './image-error.ts'

/** Bytes that are read of one file, and places in it: headers need a fraction of that. */
const MOST_BYTES = 4 * 1024 * 1024
const MOST_READS = 4096
/** Read at once at the beginning, which is all that most files need. */
const HEAD = 4096

/** Reads parts of a file here and there, so that no picture is held as a whole. */
export class HeaderReader {
  readonly size: number
  readonly #file: FileHandle
  #head: Buffer = Buffer.alloc(0)
  #bytes = 0
  #reads = 0

  private constructor(file: FileHandle, size: number) {
    this.#file = file
    this.size = size
  }

  /** Opens a file for as long as the work takes. */
  static async over<Result>(path: string, work: (reader: HeaderReader) => Promise<Result>): Promise<Result> {
    const file = await open(path, 'r')
    try {
      const reader = new HeaderReader(file, (await file.stat()).size)
      reader.#head = await reader.#load(0, HEAD)
      return await work(reader)
    } finally {
      await file.close()
    }
  }

  /** The first bytes, as many as there are. */
  get head(): Buffer {
    return this.#head
  }

  /** Exactly so many bytes. @throws ImageError where the file ends before, or too much was read already. */
  async read(at: number, length: number): Promise<Buffer> {
    if (at + length > this.size) throw truncated(at + length, this.size)
    return at + length <= this.#head.length ? this.#head.subarray(at, at + length) : this.#load(at, length)
  }

  async #load(at: number, length: number): Promise<Buffer> {
    this.#bytes += length
    if (this.#bytes > MOST_BYTES || ++this.#reads > MOST_READS)
      throw new ImageError({
        message: 'The header of the picture has no end.',
        expected: `at most ${MOST_BYTES} bytes in ${MOST_READS} parts`,
        found: 'more',
      })
    const { buffer, bytesRead } = await this.#file.read(Buffer.alloc(length), 0, length, at)
    return buffer.subarray(0, bytesRead)
  }
}

export const truncated = (wanted: number, size: number): ImageError =>
  new ImageError({
    message: 'The picture ends too early.',
    expected: `at least ${wanted} bytes`,
    found: `${size} bytes`,
  })
