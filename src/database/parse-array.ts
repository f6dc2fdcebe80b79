/** A value of a Postgres array: an element, NULL, or an inner dimension. */
export type ArrayValue<Element> = Element | null | ArrayValue<Element>[]

/**
 * Reads the text that Postgres prints for an array, `{a,"b c",NULL,{d}}`. Bounds (`[0:1]={…}`) are dropped.
 * @param element turns the text of one element into its value.
 */
export function parseArray<Element>(text: string, element: (text: string) => Element): ArrayValue<Element>[] {
  let at = text.startsWith('[') ? text.indexOf('=') + 1 : 0

  const list = (): ArrayValue<Element>[] => {
    const values: ArrayValue<Element>[] = []
    at += 1
    while (at < text.length && text[at] !== '}') {
      values.push(text[at] === '{' ? list() : text[at] === '"' ? element(quoted()) : bare())
      if (text[at] === ',') at += 1
    }
    at += 1
    return values
  }

  const quoted = (): string => {
    let value = ''
    for (at += 1; text[at] !== '"'; at += 1) {
      if (at >= text.length) throw new SyntaxError(`Not an array: ${text}`)
      if (text[at] === '\\') at += 1
      value += text[at]
    }
    at += 1
    return value
  }

  const bare = (): Element | null => {
    const start = at
    while (at < text.length && text[at] !== ',' && text[at] !== '}') at += 1
    const value = text.slice(start, at)
    return value === 'NULL' ? null : element(value)
  }

  if (text[at] !== '{') throw new SyntaxError(`Not an array: ${text}`)
  return list()
}
