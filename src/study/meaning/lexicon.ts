import { singular, tokens } from './tokens.ts'

/** Phrases, each written as one key: its words in the singular without blanks, so that `zipcode` and `zip_code` are one. */
export type Lexicon<T> = ReadonlyMap<string, T>

export interface Hit<T> {
  readonly value: T
  /** The words before the phrase. */
  readonly before: readonly string[]
  readonly phrase: string
  /** The words of the phrase as they stand in the name. */
  readonly words: readonly string[]
}

const keyOf = (words: readonly string[]): string => words.map(singular).join('')

/** `first name | given name` → its phrases. */
const phrases = (list: string): readonly string[] =>
  list
    .split('|')
    .map((phrase) => keyOf(tokens(phrase)))
    .filter((key) => key !== '')

/** A lexicon from pairs of a value and its phrases; earlier pairs win. */
export function lexicon<T>(entries: readonly (readonly [value: T, list: string])[]): Lexicon<T> {
  const found = new Map<string, T>()
  for (const [value, list] of entries) for (const key of phrases(list)) if (!found.has(key)) found.set(key, value)
  return found
}

/** The longest phrase at the end of these words. */
export function ending<T>(from: Lexicon<T>, words: readonly string[]): Hit<T> | null {
  for (let start = 0; start < words.length; start++) {
    const phrase = keyOf(words.slice(start))
    const value = from.get(phrase)
    if (value !== undefined) return { value, before: words.slice(0, start), phrase, words: words.slice(start) }
  }
  return null
}

/** The value of exactly these words. */
export const exactly = <T>(from: Lexicon<T>, words: readonly string[]): T | undefined => from.get(keyOf(words))

/** The set of the phrases of a list. */
export const phraseSet = (list: string): ReadonlySet<string> => new Set(phrases(list))
