/** Line and column, both from 1, of a place in a text (from 0). `firstLine`: the line of the file that the text begins on. */
export function placeIn(text: string, at: number, firstLine = 1): { readonly line: number; readonly column: number } {
  let line = firstLine
  let start = 0
  for (let end = text.indexOf('\n'); end !== -1 && end < at; end = text.indexOf('\n', start)) {
    line++
    start = end + 1
  }
  return { line, column: Math.min(at, text.length) - start + 1 }
}

/** The lines (from 1) of ascending places in a text. */
export function linesAt(text: string, places: readonly number[]): number[] {
  let line = 1
  let end = text.indexOf('\n')
  return places.map((at) => {
    while (end !== -1 && end < at) {
      line++
      end = text.indexOf('\n', end + 1)
    }
    return line
  })
}
