const CLASSES: Readonly<Record<string, string>> = {
  alpha: 'A-Za-z',
  digit: '0-9',
  alnum: 'A-Za-z0-9',
  upper: 'A-Z',
  lower: 'a-z',
  space: '\\s',
  punct: '!-\\/:-@\\[-`{-~',
  xdigit: 'A-Fa-f0-9',
  blank: ' \\t',
  word: '\\w',
}

/**
 * A Postgres regular expression (ARE) for JavaScript, to judge short ASCII words by; null where the two could differ: word boundaries,
 * embedded options, collating elements.
 */
export function posixRegex(pattern: string, caseless: boolean): RegExp | null {
  if (/\\[mMyYAZB\d]|\(\?[^:=!]|^\*\*\*|\[\[[.=]/.test(pattern)) return null
  let unknown = false
  const source = pattern.replace(/\[:(\w+):\]/g, (_, name: string) => {
    unknown ||= CLASSES[name] === undefined
    return CLASSES[name] ?? ''
  })
  if (unknown) return null
  try {
    return new RegExp(source, caseless ? 'is' : 's')
  } catch {
    return null
  }
}
