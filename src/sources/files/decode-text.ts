import { placeIn } from './formats/place-in.ts'
import type { Problem } from './problem.ts'

/**
 * The bytes of a file as text: UTF-8, or UTF-16 where a byte order mark says so. Line ends become `\n`; the mark is left out. Broken text and NUL
 * bytes are a problem: no text column of Postgres takes them.
 */
export function decodeText(bytes: Uint8Array): { readonly text: string } | { readonly problem: Problem } {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  let text: string
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return {
      problem: {
        ...placeOfBreak(bytes, encoding),
        message: `The file is not valid ${encoding.toUpperCase()}.`,
        expected: 'a text in UTF-8',
        found: 'bytes that are no letters',
        next: 'Save it as UTF-8.',
      },
    }
  }
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
  return { text: text.replace(/\r\n?/g, '\n') }
}

/** The place of the first letter that could not be read. */
function placeOfBreak(bytes: Uint8Array, encoding: string): { line: number; column: number } {
  const text = new TextDecoder(encoding).decode(bytes)
  const broken = text.indexOf('\ufffd')
  return placeOf(text, broken === -1 ? text.length : broken)
}

const placeOf = (text: string, at: number): { line: number; column: number } => {
  const before = text.slice(0, at).replace(/\r\n?/g, '\n')
  return placeIn(before, before.length)
}
