/** What a parser gave, or where (from 0) and why it could not read on. */
export type Raw = { readonly value: unknown } | RawError

export interface RawError {
  /** A sentence of the parser's; empty where it says nothing of use. */
  readonly message: string
  readonly at: number
  /** What stands there. */
  readonly found?: string
}

/** The beginning of what stands at a place of a text. */
export function shownAt(text: string, at: number): string {
  const line = (
    text
      .slice(at, at + 20)
      .trim()
      .split('\n')[0] ?? ''
  ).replace(/\p{Cc}+/gu, ' ')
  return line === '' ? 'the end of the text' : line
}
