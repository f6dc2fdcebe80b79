const IRREGULAR: Readonly<Record<string, string>> = {
  people: 'person',
  children: 'child',
  men: 'man',
  women: 'woman',
  media: 'medium',
  criteria: 'criterion',
  analyses: 'analysis',
  movies: 'movie',
  cookies: 'cookie',
  statuses: 'status',
  addresses: 'address',
  buses: 'bus',
  menus: 'menu',
}

/** The singular of the last word of a name in lower case: `order_items` → `order_item`, `categories` → `category`. A singular stays as it is. */
export function singularOf(name: string): string {
  const start = name.lastIndexOf('_') + 1
  const word = name.slice(start)
  return name.slice(0, start) + (IRREGULAR[word] ?? regular(word))
}

function regular(word: string): string {
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`
  if (/(ss|us|is)$/.test(word)) return word
  if (/(sh|ch|x|ss|zz)es$/.test(word)) return word.slice(0, -2)
  return word.endsWith('s') ? word.slice(0, -1) : word
}
