import type { Draws } from '../../shape-maker.ts'
import { adjectives } from '../../words/adjectives.ts'
import { nouns } from '../../words/nouns.ts'
import { ibanUpTo } from '../finance/iban.ts'
import { emailLocal, username } from '../person/addresses.ts'
import { firstLocal, nationalPhone } from '../person/parts.ts'
import { city } from '../place/parts.ts'
import { pick } from '../text/pick.ts'
import { capital } from '../text/styles.ts'
import { hex32 } from '../type/hex.ts'
import { probeDraws } from './probe-draws.ts'

/** A kind of text that patterns often describe, all ASCII. */
export interface Natural {
  readonly make: (draws: Draws) => string
  /** The same with the path of a row in it. */
  readonly carry: (draws: Draws, path: string) => string
  /** The same from a word and a number, both of which can be read from it. */
  readonly numbered?: (noun: string, number: number) => string
}

const adjective = (draws: Draws): string => pick(draws, 60, adjectives)
const noun = (draws: Draws): string => pick(draws, 61, nouns)
const national = (draws: Draws): string => {
  const { area, line } = nationalPhone(draws)
  return `${area}555${line}`
}
const two = (number: number): string => (number < 10 ? `0${number}` : String(number))
const day = (draws: Draws): string =>
  `${2021 + draws.below(62, 5)}-${two(1 + draws.below(63, 12))}-${two(1 + draws.below(64, 28))}`
const clock = (draws: Draws): string => `${two(draws.below(65, 24))}:${two(draws.below(66, 60))}`

/** With `mark` before the path. */
const joined = (
  make: (draws: Draws) => string,
  mark: string,
  numbered?: (noun: string, number: number) => string,
): Natural => ({
  make,
  carry: (draws, path) => `${make(draws)}${mark}${path}`,
  ...(numbered === undefined ? {} : { numbered }),
})

/** In this order: plain words first, so that only patterns that refuse them get something special. */
const NATURALS: readonly Natural[] = [
  joined(
    (draws) => `${adjective(draws)} ${noun(draws)}`,
    ' ',
    (word, number) => `${word} ${number}`,
  ),
  joined(
    (draws) => `${adjective(draws)}-${noun(draws)}`,
    '-',
    (word, number) => `${word}-${number}`,
  ),
  joined(
    (draws) => `${capital(adjective(draws))} ${capital(noun(draws))}`,
    ' ',
    (word, number) => `${capital(word)} ${number}`,
  ),
  joined(
    (draws) => `${adjective(draws)}_${noun(draws)}`,
    '_',
    (word, number) => `${word}_${number}`,
  ),
  joined(
    (draws) => username(draws).replaceAll(/[._]/g, ''),
    '-',
    (word, number) => `${word}${number}`,
  ),
  joined(firstLocal, ''),
  joined((draws) => capital(firstLocal(draws)), ' '),
  {
    make: (draws) => `${emailLocal(draws)}@example.com`,
    carry: (draws, path) => `${firstLocal(draws)}-${path}@example.com`,
    numbered: (word, number) => `${word}${number}@example.com`,
  },
  joined(
    (draws) => `https://www.example.com/${adjective(draws)}-${noun(draws)}`,
    '-',
    (word, number) => `https://example.com/${word}${number}`,
  ),
  joined(
    (draws) => `http://www.example.com/${adjective(draws)}-${noun(draws)}`,
    '-',
    (word, number) => `http://example.com/${word}${number}`,
  ),
  joined(
    (draws) => `/${adjective(draws)}/${noun(draws)}`,
    '-',
    (word, number) => `/${word}/${number}`,
  ),
  {
    make: (draws) => `${adjective(draws)}-${noun(draws)}.example.com`,
    carry: (draws, path) => `${noun(draws)}-${path}.example.com`,
    numbered: (word, number) => `${word}-${number}.example.com`,
  },
  joined((draws) => `+1${national(draws)}`, ''),
  joined((draws) => `+1 ${national(draws).replace(/^(...)(...)/, '$1 $2 ')}`, ''),
  joined((draws) => national(draws).replace(/^(...)(...)/, '$1-$2-'), ''),
  joined((draws) => national(draws).replace(/^(...)(...)/, '($1) $2-'), ''),
  joined(ibanUpTo(34), '-'),
  joined((draws) => `000-${10 + draws.below(60, 90)}-${1000 + draws.below(61, 9000)}`, ''),
  joined((draws) => `#${hex32(draws.bits(60)).slice(2)}`, ''),
  joined((draws) => `${draws.below(60, 9)}.${draws.below(61, 20)}.${draws.below(62, 15)}`, '-'),
  joined((draws) => `v${draws.below(60, 9)}.${draws.below(61, 20)}.${draws.below(62, 15)}`, '-'),
  joined((draws) => `192.0.2.${1 + draws.below(60, 254)}`, '-'),
  joined((draws) => city(draws).country.locale, '-'),
  joined((draws) => city(draws).country.locale.replace('-', '_'), '-'),
  joined((draws) => city(draws).country.currency, '-'),
  joined((draws) => city(draws).country.code, '-'),
  joined((draws) => city(draws).country.locale.slice(0, 2), '-'),
  joined((draws) => city(draws).timezone, '-'),
  joined(day, '-'),
  joined((draws) => `${day(draws)}T${clock(draws)}:00Z`, '-'),
]

/** Rows that must match before a kind of text is used. */
const PROBES = 12

/** The first kind of text of which every probe fits; null: none. */
export function naturalFor(fits: (text: string) => boolean): Natural | null {
  return NATURALS.find(({ make }) => probesFit(fits, make)) ?? null
}

function probesFit(fits: (text: string) => boolean, make: (draws: Draws) => string): boolean {
  for (let row = 0; row < PROBES; row++) if (!fits(make(probeDraws(row)))) return false
  return true
}
