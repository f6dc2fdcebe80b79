/** Letters that do not decompose into a plain one and a mark. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
}

/** `Crème brûlée, 2nd edition!` → `creme-brulee-2nd-edition`. Letters beyond Latin are left out; `item` where nothing remains. */
export function slugOf(text: string, maxLength: number | undefined): string {
  const plain = text
    .toLowerCase()
    .replace(/[ßæœøđðłþı]/g, (letter) => PLAIN[letter] as string)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
  const words = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
  const slug = words === '' ? 'item' : words
  if (maxLength === undefined || slug.length <= maxLength) return slug
  const cut = slug.slice(0, maxLength)
  const end = slug[maxLength] === '-' ? maxLength : cut.lastIndexOf('-')
  return (end > 0 ? cut.slice(0, end) : cut).replace(/-$/, '')
}
