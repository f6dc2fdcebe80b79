/** Words that a text should not end with. */
const DANGLING = new Set(
  'a an the of to and or for with in on at by from is are was as that than your our my its this but not no when if because while where which more most other than before after without every'.split(
    ' ',
  ),
)

/** The offset of code point number `count` in `text`, or its length. */
function offsetOf(text: string, count: number): number {
  let offset = 0
  for (let seen = 0; seen < count && offset < text.length; seen++) {
    offset += (text.codePointAt(offset) as number) > 0xffff ? 2 : 1
  }
  return offset
}

const isWord = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code >= 128 || code === 39

/** White space and punctuation that only makes sense when something follows. */
const isLoose = (code: number): boolean =>
  code === 32 ||
  code === 10 ||
  code === 44 ||
  code === 58 ||
  code === 59 ||
  code === 45 ||
  code === 40 ||
  code === 47 ||
  code === 38 ||
  code === 35 ||
  code === 95

/** Moves `end` back over loose punctuation and dangling words, never below `min`. */
function tidy(text: string, end: number, min: number): number {
  let at = end
  for (;;) {
    while (at > min && at > 1 && isLoose(text.charCodeAt(at - 1))) at--
    const space = text.lastIndexOf(' ', at - 1)
    if (space < min || space <= 0 || !DANGLING.has(text.slice(space + 1, at).toLowerCase())) return at
    at = space
  }
}

/**
 * Shortens a text to at most `max` characters (code points), at a word boundary where one is near, and at least `min` characters where the
 * text has them. Never ends in a space, in loose punctuation or in half a surrogate pair.
 */
export function cut(text: string, max: number, min = 0): string {
  if (text.length <= max) return text
  const hard = offsetOf(text, max)
  if (hard >= text.length) return text
  const least = offsetOf(text, min)
  let end = hard
  if (isWord(text.charCodeAt(end)) && isWord(text.charCodeAt(end - 1))) {
    let boundary = end - 1
    while (boundary > 0 && isWord(text.charCodeAt(boundary - 1))) boundary--
    if (boundary > 0 && boundary >= least && boundary * 2 >= end) end = boundary
  }
  end = tidy(text, end, least)
  const kept = text.slice(0, end)
  const last = kept.charCodeAt(end - 1)
  return last === 32 || last === 10 ? `${kept.slice(0, -1)}.` : kept
}
