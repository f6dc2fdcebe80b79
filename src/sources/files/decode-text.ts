import { decodeWindows } from './decode-windows.ts'
import { placeIn } from './formats/place-in.ts'
import type { Problem } from './problem.ts'

export type Decoded =
  /** `note`: how it was read, where that is to be told. */
  { readonly text: string; readonly note: Problem | null } | { readonly problem: Problem }

/**
 * The bytes of a file as text: UTF-8, or UTF-16 where a byte order mark (or of a table every other byte) says so. Line ends become `\n`; the mark is left out.
 * Broken text and NUL bytes are a problem: no text column of Postgres takes them. `table`: of a spreadsheet, which may be Windows-1252 where it is no UTF-8.
 */
export function decodeText(bytes: Uint8Array, table = false): Decoded {
  const encoding = encodingOf(bytes, table)
  const read = decode(bytes, encoding)
  const text = read ?? (table && encoding === 'utf-8' ? decodeWindows(bytes) : null)
  if (text === null) return { problem: broken(bytes, encoding) }
  const nul = text.indexOf('\0')
  if (nul !== -1)
    return {
      problem: {
        ...placeOf(text, nul),
        message: 'The file holds a NUL byte: it is no text.',
        expected: 'a text',
        found: 'NUL',
        next: 'Take the byte out, or the file out of the pool with a pattern that begins with !.',
      },
    }
  const note = read === null ? asWindows(placeOfBreak(bytes, encoding)) : null
  return { text: text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text, note }
}

/** Bytes that tell UTF-16 without a mark. */
const LOOKED_AT = 1024

function encodingOf(bytes: Uint8Array, table: boolean): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (!table) return 'utf-8'
  const nuls = [0, 0]
  const length = Math.min(bytes.length, LOOKED_AT)
  for (let i = 0; i < length; i++) if (bytes[i] === 0) nuls[i % 2] = (nuls[i % 2] ?? 0) + 1
  const [even = 0, odd = 0] = nuls
  const half = length / 2
  return odd > half * MOSTLY && even === 0 ? 'utf-16le' : even > half * MOSTLY && odd === 0 ? 'utf-16be' : 'utf-8'
}

/** Share of letters that have a NUL byte in UTF-16. */
const MOSTLY = 0.7

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const broken = (bytes: Uint8Array, encoding: string): Problem => ({
  ...placeOfBreak(bytes, encoding),
  message: `The file is not valid ${encoding.toUpperCase()}.`,
  expected: 'a text in UTF-8',
  found: 'bytes that are no letters',
  next: 'Save it as UTF-8.',
})

const asWindows = (place: { line: number; column: number }): Problem => ({
  ...place,
  code: 'csv-encoding',
  message: 'The file is not UTF-8: it is read as Windows-1252.',
  expected: 'a text in UTF-8',
  found: 'bytes that are no letters there',
  next: 'Save it as UTF-8, above all where letters with accents come out wrong.',
})

/** The place of the first letter that could not be read. */
function placeOfBreak(bytes: Uint8Array, encoding: string): { line: number; column: number } {
  const text = new TextDecoder(encoding).decode(bytes)
  const at = text.indexOf('\ufffd')
  return placeOf(text, at === -1 ? text.length : at)
}

const placeOf = (text: string, at: number): { line: number; column: number } => {
  const before = text.slice(0, at).replace(/\r\n?/g, '\n')
  return placeIn(before, before.length)
}
