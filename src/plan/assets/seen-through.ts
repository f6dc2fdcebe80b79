/** A text as a unique index sees it: case aside in a `citext`, and through functions that make different texts alike. Others make nothing alike. */
export function seenThrough(text: string, base: string, through: string | undefined): string {
  if (base === 'citext' || through === 'lower' || through === 'upper') return text.toLowerCase()
  return through === 'trim' || through === 'btrim' ? text.trim() : text
}
