/** The items of a one-dimensional array literal (`{a,"b c",NULL}`); null where it is nested or broken. */
export function parseArray(literal: string): readonly (string | null)[] | null {
  const body = /^\s*\{(.*)\}\s*$/s.exec(literal)?.[1]
  if (body === undefined) return null
  if (body.trim() === '') return []
  const items: (string | null)[] = []
  const part = /\s*(?:"((?:[^"\\]|\\.)*)"|((?:[^",{}\\]|\\.)+))\s*(,|$)/sy
  for (;;) {
    const match = part.exec(body)
    if (match === null) return null
    items.push(match[1] === undefined ? bare((match[2] ?? '').trim()) : unquoted(match[1]))
    if (match[3] === '') return part.lastIndex === body.length ? items : null
  }
}

const unquoted = (text: string): string => text.replace(/\\(.)/gs, '$1')

const bare = (text: string): string | null => (text.toUpperCase() === 'NULL' ? null : unquoted(text))
