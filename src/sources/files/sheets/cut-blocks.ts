import type { FileHandle } from 'node:fs/promises'
import { recordEnd } from '../formats/csv/record-end.ts'

/** Bytes that are read at a time, and of the longest record. */
const CHUNK = 64 * 1024
const LONGEST = 16 * 1024 * 1024

/** Some records of a file, whole ones. `bytes` are good until the next block. */
export interface Block {
  readonly offset: number
  readonly bytes: Buffer
  /** There is no end to its last record within the longest that one may be. */
  readonly endless: boolean
}

/** Cuts a file into blocks of about 64 KB that hold whole records. `delimiter`: of CSV, where line ends stand inside of quotes; null: each line is a record. */
export async function* cutBlocks(file: FileHandle, start: number, delimiter: string | null): AsyncGenerator<Block> {
  let buffer = Buffer.allocUnsafe(2 * CHUNK)
  let offset = start
  let length = 0
  for (;;) {
    if (buffer.length - length < CHUNK) buffer = Buffer.concat([buffer], 2 * buffer.length)
    const { bytesRead } = await file.read(buffer, length, CHUNK, offset + length)
    length += bytesRead
    const ended = bytesRead === 0
    const cut = ended ? length : lastEnd(buffer.subarray(0, length), delimiter)
    const endless = cut === 0 && length > LONGEST
    if (cut > 0) yield { offset, bytes: buffer.subarray(0, cut), endless: false }
    else if (endless) yield { offset, bytes: buffer.subarray(0, length), endless }
    if (ended || endless) return
    buffer.copy(buffer, 0, cut, length)
    offset += cut
    length -= cut
  }
}

/** Behind the last record that is whole; 0 where none is. */
function lastEnd(bytes: Buffer, delimiter: string | null): number {
  if (delimiter === null || !bytes.includes(0x22)) return bytes.lastIndexOf(0x0a) + 1
  // What matters of the text is ASCII, so each byte may stand for a letter.
  const text = bytes.toString('latin1')
  let at = 0
  while (at < text.length) {
    const { end } = recordEnd(text, at, delimiter)
    if (end === text.length) break
    at = end + 1
  }
  return at
}
