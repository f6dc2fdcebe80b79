/** The first sentences of a plain text within `maxLength`; where already the first is longer, its first words and an ellipsis. */
export function excerptOf(plain: string, maxLength: number): string {
  if (plain.length <= maxLength) return plain
  const end = Math.max(...['. ', '! ', '? '].map((stop) => plain.lastIndexOf(stop, maxLength - 1)))
  if (end > 0) return plain.slice(0, end + 1)
  const space = plain.lastIndexOf(' ', maxLength - 1)
  return `${plain.slice(0, space > 0 ? space : maxLength - 1).replace(/[\ud800-\udbff]$/, '')}…`
}
