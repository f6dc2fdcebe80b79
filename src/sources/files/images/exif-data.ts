import { createRequire } from 'node:module'
import type { Exif } from 'exif-reader'
import type { Value } from '../../../model/value.ts'

const require = createRequire(import.meta.url)

/** Pointers to further lists of tags: Exif, GPS, interoperability. */
const POINTERS: readonly number[] = [0x8769, 0x8825, 0xa005]
const SIZES: readonly number[] = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8]
const MOST_LISTS = 8
/** Tags overlap in no honest file; a little is let pass. */
const MOST_TIMES = 2
const LONGEST_TEXT = 1000
const LONGEST_LIST = 32

/** Everything that EXIF says in words and numbers, by list (`Image`, `Photo`, `GPSInfo`); null where it cannot be read. */
export function exifData(block: Buffer): { readonly [key: string]: Value } | null {
  const read = require('exif-reader') as (block: Buffer) => Exif
  try {
    if (!isHonest(block)) return null
    const lists = Object.entries(read(block)).flatMap(([name, tags]) => {
      const said = typeof tags === 'object' && tags !== null ? tagsOf(tags as Record<string, unknown>) : null
      return said === null || name === 'Thumbnail' || name === 'Iop' ? [] : [[name, said] as const]
    })
    return Object.assign(Object.create(null), Object.fromEntries(lists))
  } catch {
    return null
  }
}

/** Do the values fit into the block? A small block can announce the same bytes as many values, again and again. @throws RangeError where it ends too early. */
function isHonest(block: Buffer): boolean {
  const start = block.toString('latin1', 0, 6) === 'Exif\0\0' ? 6 : 0
  const big = block[start] === 0x4d
  const word = (at: number): number => (big ? block.readUInt16BE(at) : block.readUInt16LE(at))
  const long = (at: number): number => (big ? block.readUInt32BE(at) : block.readUInt32LE(at))
  const open = [start + long(start + 4)]
  let bytes = 0
  for (let list = 0; open.length > 0; list++) {
    if (list >= MOST_LISTS) return false
    const at = open.shift() as number
    if (at + 2 > block.length) continue
    const count = word(at)
    for (let entry = at + 2; entry < at + 2 + 12 * count && entry + 12 <= block.length; entry += 12) {
      bytes += (SIZES[word(entry + 2)] ?? 0) * long(entry + 4)
      if (bytes > block.length * MOST_TIMES) return false
      if (POINTERS.includes(word(entry))) open.push(start + long(entry + 8))
    }
    const next = at + 2 + 12 * count
    if (list === 0 && next + 4 <= block.length && long(next) !== 0) open.push(start + long(next))
  }
  return true
}

function tagsOf(tags: Readonly<Record<string, unknown>>): Value {
  const said: Record<string, Value> = Object.create(null)
  for (const [name, value] of Object.entries(tags)) {
    // Numbers instead of names are nobody's tags; pointers lead nowhere outside of the file.
    const plain = /^\d+$/.test(name) || /Tag$/.test(name) ? null : plainOf(value)
    if (plain !== null) said[name] = plain
  }
  return said
}

function plainOf(value: unknown): Value {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value === 'string') return textOf(value)
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 19)
  if (Buffer.isBuffer(value)) return textOfBytes(value)
  if (!Array.isArray(value) || value.length > LONGEST_LIST) return null
  const items = value.map(plainOf)
  return items.includes(null) ? null : items
}

/** Texts with accents come as bytes, user comments behind a word that says how they are encoded; what is no text is left out. */
function textOfBytes(bytes: Buffer): Value {
  if (bytes.length > LONGEST_TEXT * 4) return null
  const body = /^(?:ASCII|UNICODE)\0/.test(bytes.toString('latin1', 0, 8)) ? bytes.subarray(8) : bytes
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body)
    // A text may end with NUL; other control characters are in none.
    return /\p{Cc}/u.test(text.replace(/[\0\s]+/g, '')) ? null : textOf(text)
  } catch {
    return null
  }
}

function textOf(text: string): Value {
  const clean = text.replace(/\p{Cc}+/gu, ' ').trim()
  return clean === '' ? null : clean.slice(0, LONGEST_TEXT)
}
