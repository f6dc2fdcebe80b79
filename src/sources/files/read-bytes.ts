import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** Bytes that are kept for the next file. */
const KEPT = 1024 * 1024

let kept = Buffer.allocUnsafe(64 * 1024)

/**
 * Reads a file at once, in one go with nothing waited for: of thousands of small files that is several times as fast as promises. `bytes` are good until the next
 * call; null where the file has more than `most`.
 */
export function readBytes(path: string, most: number): { readonly size: number; readonly bytes: Buffer | null } {
  const file = openSync(path, 'r')
  try {
    const { size } = fstatSync(file)
    if (size > most) return { size, bytes: null }
    const buffer = roomFor(size)
    let length = 0
    while (length < size) {
      const read = readSync(file, buffer, length, size - length, length)
      if (read === 0) break
      length += read
    }
    return { size: length, bytes: buffer.subarray(0, length) }
  } finally {
    closeSync(file)
  }
}

/** The bytes `from` … `to - 1` of a file, fewer where it is shorter; they are good until the next call. */
export function readRange(path: string, from: number, to: number): Buffer {
  const file = openSync(path, 'r')
  try {
    const buffer = roomFor(to - from)
    let length = 0
    while (length < to - from) {
      const read = readSync(file, buffer, length, to - from - length, from + length)
      if (read === 0) break
      length += read
    }
    return buffer.subarray(0, length)
  } finally {
    closeSync(file)
  }
}

function roomFor(size: number): Buffer {
  if (size <= kept.length) return kept
  const buffer = Buffer.allocUnsafe(Math.max(size, 2 * kept.length))
  if (buffer.length <= KEPT) kept = buffer
  return buffer
}
