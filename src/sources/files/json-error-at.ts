const TOKEN =
  /[ \t\r\n]*(?:([{}[\],:])|("(?:[ !#-[\]-\u{10ffff}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/uy

/** What may come next. */
type Wanted = 'value' | 'value or ]' | 'key or }' | 'key' | ':' | ', or end'

/** The place of the first letter of a text that is no JSON, from 0; the parsers of JavaScript do not always tell. The length of the text where it ends too early. */
export function jsonErrorAt(text: string): number {
  const open: string[] = []
  let wanted: Wanted = 'value'
  let at = 0
  for (;;) {
    TOKEN.lastIndex = at
    const token = TOKEN.exec(text)
    const start = at + (/^[ \t\r\n]*/.exec(text.slice(at, at + 10_000))?.[0].length ?? 0)
    if (token === null) return start
    const [whole, sign, string] = token
    const next = follow(wanted, sign, string !== undefined, open)
    if (next === null) return start
    wanted = next
    at += whole.length
  }
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
