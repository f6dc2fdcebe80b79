import { scan, type Token } from './scan.ts'

/**
 * Writes `record` for `schema.table%ROWTYPE` in a PL/pgSQL body. The parser has no catalog: it would take such a variable for a
 * plain one and refuse its fields.
 */
export function loosenRowTypes(body: string): string {
  if (!/%\s*rowtype/i.test(body)) return body
  const tokens = scan(body).filter((token) => token.kind !== 'space' && token.kind !== 'comment')
  let loosened = ''
  let taken = 0
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'word' || token.text.toLowerCase() !== 'rowtype' || tokens[index - 1]?.text !== '%') continue
    const start = nameStart(tokens, index - 2)
    if (start === null) continue
    loosened += `${body.slice(taken, start)}record`
    taken = token.start + token.text.length
  }
  return loosened + body.slice(taken)
}

/** Where the dotted name starts that ends with the token at `last`. */
function nameStart(tokens: readonly Token[], last: number): number | null {
  const isName = (at: number) => tokens[at]?.kind === 'word' || tokens[at]?.kind === 'quoted'
  if (!isName(last)) return null
  let first = last
  while (tokens[first - 1]?.text === '.' && isName(first - 2)) first -= 2
  return tokens[first]?.start ?? null
}
