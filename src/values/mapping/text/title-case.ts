/** Words that stay small inside a title. */
const SMALL = new Set('a an and as at but by for from in nor of on or over the to vs via with'.split(' '))

/** `van-build_01` → `Van Build 01`, `lord of the pans` → `Lord of the Pans`. Letters that are capitals already stay. */
export function titleCase(text: string): string {
  const words = text
    .replace(/[\s_-]+/g, ' ')
    .trim()
    .split(' ')
  return words
    .map((word, i) =>
      i > 0 && i < words.length - 1 && SMALL.has(word.toLowerCase()) ? word.toLowerCase() : capital(word),
    )
    .join(' ')
}

function capital(word: string): string {
  const [first = ''] = [...word]
  return first.toUpperCase() + word.slice(first.length)
}
