import type { Draws } from '../../shape-maker.ts'
import { englishStreetKinds, englishStreetNames, streetPatterns } from '../../words/streets.ts'
import { pick } from '../text/pick.ts'
import { type City, cities } from './records.ts'

/** The draws of the entity `place`. */
const CITY = 0
const NUMBER = 1
const STREET = 2
const STREET_KIND = 3
const FLAT = 4
const LATITUDE = 6
const LONGITUDE = 7
const POSTCODE = 20

export function city(draws: Draws): City {
  return pick(draws, CITY, cities)
}

/** House numbers: American ones run into the thousands. */
function houseNumber(draws: Draws, place: City): number {
  return 1 + draws.below(NUMBER, place.country.code === 'US' ? 4800 : 160)
}

/** Number and street in the order of the country. */
export function street(draws: Draws): string {
  const place = city(draws)
  const number = houseNumber(draws, place)
  const patterns = streetPatterns[place.country.streets]
  if (patterns === undefined)
    return `${number} ${pick(draws, STREET, englishStreetNames)} ${pick(draws, STREET_KIND, englishStreetKinds)}`
  return pick(draws, STREET, patterns).replace('#', String(number))
}

/** The second line of an address. */
export function flat(draws: Draws): string {
  const number = 1 + draws.below(FLAT + 1, 40)
  switch (draws.below(FLAT, 5)) {
    case 0:
      return `Apt ${number}`
    case 1:
      return `Suite ${number * 10}`
    case 2:
      return `Floor ${1 + (number % 12)}`
    case 3:
      return `Unit ${number}`
    default:
      return `Apt ${number}${'ABCD'.charAt(number % 4)}`
  }
}

/** Letters that British, Irish, Dutch and Canadian postcodes share. */
const POSTCODE_LETTERS = 'ABEHJLNPRTWXYZ'

export function postcode(draws: Draws): string {
  const pattern = city(draws).postcode
  let text = ''
  for (let at = 0; at < pattern.length; at++) {
    const symbol = pattern.charAt(at)
    if (symbol === '#') text += draws.below(POSTCODE + at, 10)
    else if (symbol === '@') text += POSTCODE_LETTERS.charAt(draws.below(POSTCODE + at, POSTCODE_LETTERS.length))
    else text += symbol
  }
  return text
}

/** Somewhere in the city: within about five kilometres of its centre. */
export function latitude(draws: Draws): number {
  return city(draws).latitude + (draws.unit(LATITUDE) - 0.5) / 11
}

export function longitude(draws: Draws): number {
  return city(draws).longitude + (draws.unit(LONGITUDE) - 0.5) / 11
}

/** One line: street, city with its postcode, country. */
export function address(draws: Draws): string {
  const { name, regionCode, country } = city(draws)
  const code = postcode(draws)
  if (country.code === 'US' || country.code === 'CA' || country.code === 'AU')
    return `${street(draws)}, ${name}, ${regionCode} ${code}, ${country.name}`
  if (country.streets === 'english') return `${street(draws)}, ${name} ${code}, ${country.name}`
  return `${street(draws)}, ${code} ${name}, ${country.name}`
}
