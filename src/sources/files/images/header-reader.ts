import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { ImageError } from './image-error.ts'

/** Bytes that are read of one file, and places in it: headers need a fraction of that. */
const MOST_BYTES = 4 * 1024 * 1024
const MOST_READS = 4096
/** Read at once at the beginning, which is all that most files need. */
const HEAD = 4096

/** Of a file that is read from its beginning to its end. */
const PART = 64 * 1024

/** Bytes from a place of a file; fewer where it ends. */
type Load = (at: number, length: number) => Buffer

/** Reads parts of a file here and there, so that no picture is held as a whole. */
export class HeaderReader {
  /** Bytes of the whole file. */
  readonly size: number
  /** The first bytes, as many as there are. */
  readonly head: Buffer
  readonly #load: Load
  #bytes = 0
  #reads = 0

  private constructor(load: Load, size: number) {
    this.#load = load
    this.size = size
    this.head = load(0, HEAD)
  }

  /** Opens a file for as long as the work takes; all of the bytes of one do as well. */
  static over<Result>(source: string | Buffer, work: (reader: HeaderReader) => Result): Result {
    if (typeof source !== 'string')
      return work(new HeaderReader((at, length) => source.subarray(at, at + length), source.length))
    const file = openSync(source, 'r')
    const load: Load = (at, length) => {
      const bytes = Buffer.alloc(length)
      return bytes.subarray(0, readSync(file, bytes, 0, length, at))
    }
    try {
      return work(new HeaderReader(load, fstatSync(file).size))
    } finally {
      closeSync(file)
    }
  }

  /** Exactly so many bytes. @throws ImageError where the file ends before, or too much was read already. */
  read(at: number, length: number): Buffer {
    if (at + length > this.size) throw truncated(at + length, this.size)
    if (at + length <= this.head.length) {
      if (++this.#reads > MOST_READS) throw endless()
      return this.head.subarray(at, at + length)
    }
    this.#bytes += length
    if (this.#bytes > MOST_BYTES || ++this.#reads > MOST_READS) throw endless()
    return this.#load(at, length)
  }

  /** All of the file, part by part. */
  *parts(): Iterable<Buffer> {
    for (let at = 0; at < this.size; at += PART) yield this.#load(at, PART)
  }
}

const endless = (): ImageError =>
  new ImageError({
    message: 'The header of the picture has no end.',
    expected: `at most ${MOST_BYTES} bytes in ${MOST_READS} parts`,
    found: 'more',
  })

export const truncated = (wanted: number, size: number): ImageError =>
  new ImageError({
    message: 'The picture ends too early.',
    expected: `at least ${wanted} bytes`,
    found: `${size} bytes`,
  })
