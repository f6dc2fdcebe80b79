import { quoteRegex } from './quote-regex.ts'

/** A LIKE pattern (escape sign: backslash) as a POSIX regular expression: `a%` → `^a`, `%@_%` → `@.`. */
export function likePattern(like: string): string {
  let body = ''
  const signs = [...like]
  for (let index = 0; index < signs.length; index += 1) {
    const one = signs[index] as string
    if (one === '%') body += '.*'
    else if (one === '_') body += '.'
    else if (one === '\\' && index + 1 < signs.length) {
      index += 1
      body += quoteRegex(signs[index] as string)
    } else body += quoteRegex(one)
  }
  if (body === '.*') return ''
  const open = body.startsWith('.*') ? body.slice(2) : `^${body}`
  return like.endsWith('%') && open.endsWith('.*') ? open.slice(0, -2) : `${open}$`
}
