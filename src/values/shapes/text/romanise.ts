import { toAscii } from './to-ascii.ts'

const pairs = (text: string): ReadonlyMap<string, string> =>
  new Map(text.split(' ').map((pair) => pair.split(':') as [string, string]))

/** Small letters of Cyrillic and Greek, as passports spell them, about. */
const LETTERS = pairs(
  'а:a б:b в:v г:g ґ:g д:d е:e ё:e є:ie ж:zh з:z и:i і:i ї:i й:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ў:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch ъ: ы:y ь: э:e ю:iu я:ia ђ:dj ј:j љ:lj њ:nj ћ:c џ:dz ѓ:gj ќ:kj ѕ:dz ө:o ү:u ң:n қ:k ғ:g һ:h ә:a α:a β:v γ:g δ:d ε:e ζ:z η:i θ:th ι:i κ:k λ:l μ:m ν:n ξ:x ο:o π:p ρ:r σ:s ς:s τ:t υ:y φ:f χ:ch ψ:ps ω:o đ:d ı:i ə:e ħ:h',
)

const LEADS = 'g kk n d tt r m b pp s ss - j jj ch k t p h'.split(' ')
const VOWELS = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ')
const TAILS = '- k k k n n n t l k m l l l p l m p p t t ng t t k t p t'.split(' ')
const HANGUL = 0xac00
const part = (list: readonly string[], at: number): string => (list[at] ?? '-').replace('-', '')

/** A syllable of Korean, by the Revised Romanisation; null for another character. */
function syllable(letter: string): string | null {
  const code = letter.charCodeAt(0) - HANGUL
  if (code < 0 || code >= 11_172) return null
  return part(LEADS, Math.floor(code / 588)) + part(VOWELS, Math.floor((code % 588) / 28)) + part(TAILS, code % 28)
}

/** A name in small ASCII letters; empty where it is written in a script whose letters do not tell how they are read. */
export function romanise(name: string): string {
  let plain = ''
  for (const letter of toAsciiLetters(name.toLowerCase())) plain += LETTERS.get(letter) ?? syllable(letter) ?? letter
  return toAscii(plain)
}

/** Accents are dropped but where they make another letter. */
const toAsciiLetters = (text: string): string =>
  [...text]
    .map((letter) => (LETTERS.has(letter) ? letter : letter.charCodeAt(0) < HANGUL ? stripped(letter) : letter))
    .join('')

/** `ά` → `α`. Letters of Latin keep their marks: `toAscii` knows them. */
function stripped(letter: string): string {
  const [base = letter] = letter.normalize('NFD')
  return LETTERS.has(base) && base.charCodeAt(0) > 0x36f ? base : letter
}
