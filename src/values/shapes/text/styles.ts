import { endings } from '../../words/endings.ts'
import { lastNames } from '../../words/last-names.ts'
import { nouns } from '../../words/nouns.ts'
import { pick } from './pick.ts'
import { sentence } from './sentence.ts'
import type { TextStyle } from './style.ts'

/** Whole sentences. */
export const proseStyle: TextStyle = { join: ' ', mark: ' #', more: sentence, whole: true }

/** Titles and other short texts without a full stop. */
export const titleStyle: TextStyle = { join: ', ', mark: ' #', more: (draws, n) => pick(draws, n, endings) }

/** Names of things. */
export const nameStyle: TextStyle = { join: ' ', mark: ' ', more: (draws, n) => capital(pick(draws, n, nouns)) }

/** Names of people: more of it is another family name. */
export const personStyle: TextStyle = { join: ' ', mark: ' ', more: (draws, n) => pick(draws, n, lastNames) }

/** Words joined by `-`. */
export const slugStyle: TextStyle = { join: '-', mark: '-', more: (draws, n) => pick(draws, n, nouns) }

/** Words in small letters. */
export const wordStyle: TextStyle = { join: ' ', mark: ' ', more: (draws, n) => pick(draws, n, nouns) }

/** Codes: more of it is digits. */
export const codeStyle: TextStyle = { join: '', mark: '-', more: (draws, n) => String(draws.below(n, 10)) }

/** Codes of letters. */
export const letterStyle: TextStyle = {
  join: '',
  mark: '-',
  more: (draws, n) => String.fromCharCode(97 + draws.below(n, 26)),
}

/** With a capital first letter. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
