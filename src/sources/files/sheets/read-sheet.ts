import { isUtf8 } from 'node:buffer'
import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import type { AssetFile } from '../../../model/assets/assets.ts'
import type { CsvWish } from '../../../model/config.ts'
import { Problems } from '../formats/csv/problems.ts'
import { recordEnd } from '../formats/csv/record-end.ts'
import type { Problem } from '../problem.ts'
import { cutBlocks } from './cut-blocks.ts'
import { decodeBlock } from './decode-block.ts'
import { Numbers } from './numbers.ts'
import { type RecordFormat, recordFormat } from './record-format.ts'
import { blockDigest, Sheet } from './sheet.ts'

/** Bytes that the format is found by. */
const START = 64 * 1024

export interface ReadSheet {
  /** Null where it cannot be read. */
  readonly sheet: Sheet | null
  readonly problems: readonly Problem[]
}

/**
 * Looks at a file of many records once from begin to end, and holds where its blocks begin, what they are known by, and how many items each has. `place`: its path from
 * the root. Null for a format that has no records.
 */
export async function readSheet(
  root: string,
  place: string,
  facts: AssetFile,
  wish: CsvWish,
): Promise<ReadSheet | null> {
  const file = await open(join(root, place))
  try {
    const start = Buffer.alloc(START)
    const { bytesRead } = await file.read(start, 0, START, 0)
    const beginning = begin(start.subarray(0, bytesRead), facts.extension, wish)
    if (beginning === null) return null
    if ('problem' in beginning) return { sheet: null, problems: [beginning.problem] }
    return await index({ root, place, facts, file }, beginning)
  } finally {
    await file.close()
  }
}

interface Beginning {
  readonly format: RecordFormat
  /** Where the first record begins: bytes, and the line. */
  readonly offset: number
  readonly line: number
  readonly problems: readonly Problem[]
}

function begin(bytes: Buffer, extension: string, wish: CsvWish): Beginning | { readonly problem: Problem } | null {
  const [first, second, third] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return { problem: wide }
  const mark = first === 0xef && second === 0xbb && third === 0xbf ? 3 : 0
  const rest = bytes.subarray(mark)
  const found = recordFormat(decodeBlock(rest, !isText(rest)), extension, wish)
  if (found === null) return null
  const { format, header, problems } = found
  if (!header) return { format, offset: mark, line: 1, problems }
  // Each byte for a letter: what matters of the header is ASCII.
  const text = rest.toString('latin1')
  const blank = /^[\r\n]*/.exec(text)?.[0].length ?? 0
  const { end } = recordEnd(text, blank, format.delimiter ?? ',')
  const line = text.slice(0, end).split('\n').length + 1
  return { format, offset: mark + Math.min(end + 1, text.length), line, problems }
}

/** UTF-8, but for a letter that is cut at the end. */
const isText = (bytes: Buffer): boolean =>
  [0, 1, 2, 3].some((cut) => isUtf8(bytes.subarray(0, Math.max(0, bytes.length - cut))))

async function index(
  { root, place, facts, file }: { root: string; place: string; facts: AssetFile; file: FileHandle },
  { format, offset, line: firstLine, problems: odd }: Beginning,
): Promise<ReadSheet> {
  const [offsets, numbers, lines] = [new Numbers(), new Numbers(), new Numbers()]
  const digests: Buffer[] = []
  const problems = new Problems()
  let [line, count, end, strange] = [firstLine, 0, offset, 0]
  for await (const block of cutBlocks(file, offset, format.delimiter)) {
    if (block.bytes.includes(0)) return { sheet: null, problems: [nul(line)] }
    if (block.endless) {
      problems.add([endless(line)])
      break
    }
    const utf8 = isUtf8(block.bytes)
    if (!utf8 && strange === 0) strange = line
    const text = decodeBlock(block.bytes, !utf8)
    const read = format.read(text, line)
    problems.add(read.problems)
    offsets.add(block.offset)
    numbers.add(count)
    lines.add(line)
    digests.push(blockDigest(block.bytes))
    count += read.contents.length
    end = block.offset + block.bytes.length
    line += lineEnds(text)
  }
  offsets.add(end)
  numbers.add(count)
  if (strange > 0 && format.delimiter === null) return { sheet: null, problems: [noText(strange)] }
  const windows = strange > 0
  const found = {
    offsets: offsets.all(),
    numbers: numbers.all(),
    lines: lines.all(),
    digests: Buffer.concat(digests),
    windows,
  }
  const told = [...(windows ? [asWindows(strange)] : []), ...odd, ...problems.told()]
  return { sheet: count === 0 ? null : new Sheet(root, place, facts, found, format), problems: told }
}

function lineEnds(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++
  return count
}

const NEXT = 'Save it as UTF-8.'

const wide: Problem = {
  line: null,
  message: 'The file is UTF-16 and more than 16 MB.',
  expected: 'a text in UTF-8',
  found: 'UTF-16',
  next: NEXT,
}

const nul = (line: number): Problem => ({
  line,
  message: 'The file holds a NUL byte here or below: it is no text.',
  expected: 'a text',
  found: 'NUL',
  next: 'Take the byte out, or the file out of the pool with a pattern that begins with !.',
})

const noText = (line: number): Problem => ({
  line,
  message: 'The file is not valid UTF-8, here or below.',
  expected: 'a text in UTF-8',
  found: 'bytes that are no letters',
  next: NEXT,
})

const asWindows = (line: number): Problem => ({
  line,
  code: 'csv-encoding',
  message: 'The file is not UTF-8, here or below: it is read as Windows-1252.',
  expected: 'a text in UTF-8',
  found: 'bytes that are no letters there',
  next: 'Save it as UTF-8, above all where letters with accents come out wrong.',
})

const endless = (line: number): Problem => ({
  line,
  message: 'A record has no end within 16 MB: nothing is read from this line on.',
  expected: 'a quote at the end of each field that begins with one',
  found: 'a longer record',
  next: 'Look for a quote that never closes.',
})
