import type { JournalLine } from '../../model/journal.ts'

/** What was read of a journal. */
export interface ParsedLines {
  readonly lines: readonly JournalLine[]
  /** How many lines, the last one not counted, could not be read. */
  readonly damaged: number
  /** How much of it, in bytes, is to be kept when appending: all but a torn last line. */
  readonly length: number
  /** True when the kept part ends inside a line that is whole but for its line end. */
  readonly open: boolean
}

/**
 * Reads JSON lines. The last one may be torn (the process was killed, or the disk was full, in the middle of it): it is left out, since what
 * it announces was not begun before it was whole. A line in the middle that cannot be read is counted and passed over.
 */
export function parseLines(bytes: Buffer): ParsedLines {
  const lines: JournalLine[] = []
  let damaged = 0
  let start = 0
  for (let end = bytes.indexOf(0x0a); end >= 0; end = bytes.indexOf(0x0a, start)) {
    const line = parseLine(bytes.toString('utf8', start, end))
    if (line) lines.push(line)
    else damaged++
    start = end + 1
  }
  const last = start === bytes.length ? null : parseLine(bytes.toString('utf8', start))
  if (last) lines.push(last)
  return { lines, damaged, length: last ? bytes.length : start, open: last !== null }
}

function parseLine(text: string): JournalLine | null {
  try {
    const line: unknown = JSON.parse(text)
    return typeof line === 'object' && line !== null && 'kind' in line ? (line as JournalLine) : null
  } catch {
    return null
  }
}
