/** A list from text: one entry per line, or several on a line with `|` between them. Frozen. */
export function lines(text: string): readonly string[] {
  return Object.freeze(
    text
      .split(/[\n|]/)
      .map((entry) => entry.trim())
      .filter((entry) => entry !== ''),
  )
}
