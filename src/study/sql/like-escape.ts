/** A LIKE pattern with another escape sign, rewritten to the backslash: what Postgres's `like_escape` gives. */
export function likeEscape(pattern: string, sign: string): string {
  if (sign === '\\') return pattern
  let escaped = ''
  const signs = [...pattern]
  for (let index = 0; index < signs.length; index += 1) {
    const one = signs[index] as string
    if (sign !== '' && one === sign) {
      index += 1
      escaped += `\\${signs[index] ?? ''}`
    } else escaped += one === '\\' ? '\\\\' : one
  }
  return escaped
}
