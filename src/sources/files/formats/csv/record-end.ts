/** Where a record of a CSV text ends. */
export interface RecordEnd {
  /** The place of the line end behind it, or the length of the text. */
  readonly end: number
  /** Has it quotes? */
  readonly quoted: boolean
  /** Its last quote does not close: where that opens; -1 where all do. */
  readonly open: number
}

/**
 * The end of the record that begins at `from`: the first line end outside of quotes. A quote opens a field only at its begin, and `""` inside is a quote
 * (RFC 4180). Bytes may stand for letters: what matters is ASCII. `quote`: where the first quote from there on is, -1 for none.
 */
export function recordEnd(
  text: string,
  from: number,
  delimiter: string,
  quote: number = text.indexOf('"', from),
): RecordEnd {
  let newline = lineEnd(text, from)
  let at = quote
  if (at === -1 || at > newline) return { end: newline, quoted: false, open: -1 }
  while (at !== -1 && at < newline) {
    if (at !== from && text[at - 1] !== delimiter) {
      at = text.indexOf('"', at + 1)
      continue
    }
    const close = closingQuote(text, at)
    if (close === -1) return { end: text.length, quoted: true, open: at }
    if (close > newline) newline = lineEnd(text, close)
    at = text.indexOf('"', close + 1)
  }
  return { end: newline, quoted: true, open: -1 }
}

function lineEnd(text: string, from: number): number {
  const at = text.indexOf('\n', from)
  return at === -1 ? text.length : at
}

/** The quote that closes the one at `open`; -1 for none. */
export function closingQuote(text: string, open: number): number {
  let at = text.indexOf('"', open + 1)
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2)
  return at
}
