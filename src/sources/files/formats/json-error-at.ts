const TOKEN = /([{}[\],:])|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y
const [SPACE, QUOTE, BACKSLASH] = [0x20, 0x22, 0x5c]
const BLANKS = ' \t\r\n'

/** What may come next. */
type Wanted = 'value' | 'value or ]' | 'key or }' | 'key' | ':' | ', or end'

/** The place of the first letter of a text that is no JSON, from 0; the parsers of JavaScript do not always tell. The length of the text where it ends too early. */
export function jsonErrorAt(text: string): number {
  const open: string[] = []
  let wanted: Wanted = 'value'
  let at = 0
  for (;;) {
    while (BLANKS.includes(text[at] ?? 'x')) at++
    const isText = text[at] === '"'
    TOKEN.lastIndex = at
    const token = isText ? null : TOKEN.exec(text)
    const end = isText ? endOfText(text, at) : token === null ? null : TOKEN.lastIndex
    const next: Wanted | null = end === null ? null : follow(wanted, token?.[1], isText, open)
    if (end === null || next === null) return at
    wanted = next
    at = end
  }
}

/** The place behind the quote that ends a text; null where it is no text. By hand: a regular expression runs out of stack at millions of letters. */
function endOfText(text: string, start: number): number | null {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) return at + 1
    if (code < SPACE) return null
    if (code !== BACKSLASH) continue
    ESCAPE.lastIndex = at
    if (!ESCAPE.test(text)) return null
    at = ESCAPE.lastIndex - 1
  }
  return null
}

/** Null where the token may not stand here. `open`: the brackets that are open. */
function follow(wanted: Wanted, sign: string | undefined, isText: boolean, open: string[]): Wanted | null {
  switch (wanted) {
    case 'value or ]':
    case 'value':
      if (sign === undefined) return ', or end'
      if (sign === ']' && wanted === 'value or ]') return close(open)
      if (sign !== '{' && sign !== '[') return null
      open.push(sign)
      return sign === '{' ? 'key or }' : 'value or ]'
    case 'key or }':
      if (sign === '}') return close(open)
      return isText ? ':' : null
    case 'key':
      return isText ? ':' : null
    case ':':
      return sign === ':' ? 'value' : null
    case ', or end': {
      const bracket = open.at(-1)
      if (sign === ',' && bracket !== undefined) return bracket === '{' ? 'key' : 'value'
      return (sign === '}' && bracket === '{') || (sign === ']' && bracket === '[') ? close(open) : null
    }
  }
}

function close(open: string[]): Wanted {
  open.pop()
  return ', or end'
}
