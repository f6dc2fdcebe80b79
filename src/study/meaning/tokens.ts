/** Words whose singular no rule finds, or that only look like plurals. */
const IRREGULAR: Readonly<Record<string, string>> = {
  people: 'person',
  persons: 'person',
  children: 'child',
  men: 'man',
  women: 'woman',
  movies: 'movie',
  cookies: 'cookie',
  ties: 'tie',
  statuses: 'status',
  aliases: 'alias',
  buses: 'bus',
  bonuses: 'bonus',
  campuses: 'campus',
  lenses: 'lens',
  indices: 'index',
  indexes: 'index',
  vertices: 'vertex',
  matrices: 'matrix',
  analyses: 'analysis',
  diagnoses: 'diagnosis',
  series: 'series',
  species: 'species',
  news: 'news',
  alias: 'alias',
  canvas: 'canvas',
  atlas: 'atlas',
  caches: 'cache',
  does: 'does',
  process: 'process',
  https: 'https',
  shoes: 'shoe',
  leaves: 'leave',
}

/** `categories` → `category`. Short words (`gps`, `has`) and those in `ss`, `us`, `is` stay. */
export function singular(word: string): string {
  const known = Object.hasOwn(IRREGULAR, word) ? IRREGULAR[word] : undefined
  if (known !== undefined) return known
  if (word.length <= 3 || !word.endsWith('s') || /(ss|us|is)$/.test(word)) return word
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`
  return /(sses|xes|ches|shes|zzes)$/.test(word) ? word.slice(0, -2) : word.slice(0, -1)
}

/** `createdat`: all small letters, and still two words. */
const GLUED =
  /^(created|updated|deleted|modified|inserted|published|started|ended|expired|expires|verified|confirmed)(at|on|date|time|by)$/

/** The words of a name in small letters: `billingAddress2`, `BillingAddress2` and `BILLING_ADDRESS_2` → billing, address, 2. */
export function tokens(name: string): readonly string[] {
  return name
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/(\p{L})(\p{N}+)(?=$|[^\p{L}\p{N}])/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap((word) => GLUED.exec(word)?.slice(1) ?? [word])
    .filter((word) => word !== '')
}
