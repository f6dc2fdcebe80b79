/** A SIMILAR TO pattern as a POSIX regular expression, after Postgres's `similar_escape_internal`; separators (`"`) are not known. */
export function similarPattern(similar: string, sign: string): string {
  let body = ''
  let bracket = false
  const signs = [...similar]
  for (let index = 0; index < signs.length; index += 1) {
    const one = signs[index] as string
    if (sign !== '' && one === sign && index + 1 < signs.length) {
      index += 1
      body += `\\${signs[index]}`
    } else if (bracket) {
      if (one === ']') bracket = false
      body += one === '\\' ? '\\\\' : one
    } else if (one === '[') {
      bracket = true
      body += one
    } else body += SPECIAL[one] ?? one
  }
  return `^(?:${body})$`
}

const SPECIAL: Readonly<Record<string, string>> = {
  '%': '.*',
  _: '.',
  '(': '(?:',
  '\\': '\\\\',
  '.': '\\.',
  '^': '\\^',
  $: '\\$',
}
