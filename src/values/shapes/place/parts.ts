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

/** What there is to say of places in some cities. */
export interface Places {
  readonly city: (draws: Draws) => City
  /** Number and street in the order of the country. */
  readonly street: (draws: Draws) => string
  /** The second line of an address. */
  readonly flat: (draws: Draws) => string
  readonly postcode: (draws: Draws) => string
  /** Somewhere in the city: within about five kilometres of its centre. */
  readonly latitude: (draws: Draws) => number
  readonly longitude: (draws: Draws) => number
  /** One line: street, city with its postcode, country. */
  readonly address: (draws: Draws) => string
}

/** House numbers: American ones run into the thousands. */
const houseNumber = (draws: Draws, { country }: City): number =>
  1 + draws.below(NUMBER, country.code === 'US' ? 4800 : country.code === 'JP' ? 30 : 160)

/** Letters that British, Irish, Dutch and Canadian postcodes share. */
const POSTCODE_LETTERS = 'ABEHJLNPRTWXYZ'

/** Places in these cities; `flats`: second lines of addresses, `#` is a number. */
export function placesOf(cities: readonly City[], flats: readonly string[] | null = null): Places {
  const city = (draws: Draws): City => pick(draws, CITY, cities)
  const street = (draws: Draws): string => {
    const place = city(draws)
    const number = houseNumber(draws, place)
    const patterns = streetPatterns[place.country.streets]
    if (patterns === undefined)
      return `${number} ${pick(draws, STREET, englishStreetNames)} ${pick(draws, STREET_KIND, englishStreetKinds)}`
    return pick(draws, STREET, patterns).replace('#', String(number))
  }
  const postcode = (draws: Draws): string => {
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
  const address = (draws: Draws): string => {
    const { name, region, regionCode, country } = city(draws)
    const code = postcode(draws)
    if (country.name === '日本') return `〒${code} ${region}${name}${street(draws)}`
    if (country.code === 'US' || country.code === 'CA' || country.code === 'AU')
      return `${street(draws)}, ${name}, ${regionCode} ${code}, ${country.name}`
    if (country.streets === 'english') return `${street(draws)}, ${name} ${code}, ${country.name}`
    return `${street(draws)}, ${code} ${name}, ${country.name}`
  }
  return {
    city,
    street,
    postcode,
    address,
    flat: flats === null ? flatAnywhere : (draws) => flatOf(draws, flats),
    latitude: (draws) => city(draws).latitude + (draws.unit(LATITUDE) - 0.5) / 11,
    longitude: (draws) => city(draws).longitude + (draws.unit(LONGITUDE) - 0.5) / 11,
  }
}

const flatOf = (draws: Draws, flats: readonly string[]): string =>
  pick(draws, FLAT, flats).replace('#', String(1 + draws.below(FLAT + 1, 12)))

function flatAnywhere(draws: Draws): string {
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

/** Places all over the world. */
export const everywhere: Places = placesOf(cities)
export const { city, street, postcode, latitude, longitude } = everywhere
