import { scan, type Token } from './scan.ts'

/** What a declaration has in place of a type, or what must keep its own. */
const KEPT = new Set(['record', 'refcursor', 'alias', 'cursor', 'no', 'scroll'])
/** Second words of types of several words. */
const LONG = new Set(['with', 'without', 'precision', 'varying'])

/**
 * Writes `text` for the types of variables in the DECLARE parts of a PL/pgSQL body. The parser has no catalog: it takes enums, domains
 * and types of extensions for records and refuses them in an INTO list. Tables (`isTable`) stay, their variables are records.
 */
export function loosenDeclaredTypes(body: string, isTable: (name: string) => boolean): string {
  const tokens = scan(body).filter((token) => token.kind !== 'space' && token.kind !== 'comment')
  let loosened = ''
  let taken = 0
  let declaring = false
  for (let index = 0; index < tokens.length; index += 1) {
    const word = wordAt(tokens, index)
    if (word === 'declare') declaring = true
    else if (word === 'begin') declaring = false
    const starts =
      declaring && (word === 'declare' || tokens[index]?.text === ';') && wordAt(tokens, index + 1) !== 'begin'
    const type = starts ? typeSpan(tokens, index + 2, isTable) : null
    if (type === null) continue
    loosened += `${body.slice(taken, type.start)}text`
    taken = type.end
  }
  return loosened + body.slice(taken)
}

/** From where to where the type goes, its modifier included (`vector(3)`); null where it must stay. */
function typeSpan(
  tokens: readonly Token[],
  from: number,
  isTable: (name: string) => boolean,
): { start: number; end: number } | null {
  const first = wordAt(tokens, from) === 'constant' ? from + 1 : from
  const isName = (at: number) => tokens[at]?.kind === 'word' || tokens[at]?.kind === 'quoted'
  if (!isName(first) || KEPT.has(wordAt(tokens, first))) return null
  let last = first
  while (tokens[last + 1]?.text === '.' && isName(last + 2)) last += 2
  const following = tokens[last + 1]?.text.toLowerCase() ?? ''
  const name = tokens[last]?.text ?? ''
  const plain = tokens[last]?.kind === 'quoted' ? name.slice(1, -1).replaceAll('""', '"') : name.toLowerCase()
  if (following === '%' || LONG.has(following) || isTable(plain)) return null
  if (following === '(') while (last + 1 < tokens.length && tokens[last]?.text !== ')') last += 1
  const [start, end] = [tokens[first], tokens[last]]
  return start === undefined || end === undefined ? null : { start: start.start, end: end.start + end.text.length }
}

const wordAt = (tokens: readonly Token[], at: number): string =>
  tokens[at]?.kind === 'word' ? (tokens[at]?.text.toLowerCase() ?? '') : ''
