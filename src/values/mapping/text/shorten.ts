/** At most `length` characters: cut between words, an ellipsis at its end. */
export function shorten(text: string, length: number): string {
  const letters = [...text]
  if (letters.length <= length) return text
  const cut = letters.slice(0, Math.max(0, length - 1)).join('')
  const space = letters[length - 1] === ' ' ? cut.length : cut.lastIndexOf(' ')
  return `${(space > 0 ? cut.slice(0, space) : cut).replace(/[\s,;:.–-]+$/, '')}…`
}
