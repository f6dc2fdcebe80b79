import { cityLines, countryLines } from '../../words/cities.ts'

export interface Country {
  readonly code: string
  readonly code3: string
  readonly name: string
  /** `de-AT`. */
  readonly locale: string
  /** `German`. */
  readonly language: string
  readonly currency: string
  /** Style of its streets. */
  readonly streets: string
}

export interface City {
  readonly name: string
  readonly region: string
  readonly regionCode: string
  readonly country: Country
  readonly latitude: number
  readonly longitude: number
  readonly timezone: string
  /** `#` is a digit, `@` a letter. */
  readonly postcode: string
}

function parseCountry(line: string): readonly [string, Country] {
  const [code = '', code3 = '', name = '', locale = '', language = '', currency = '', streets = ''] = line.split(';')
  return [code, Object.freeze({ code, code3, name, locale, language, currency, streets })]
}

/** Cities with their countries, from lines as in `words/cities.ts`. @throws Error for a city without its country. */
export function parseCities(cityLines: readonly string[], countryLines: readonly string[]): readonly City[] {
  const countries = new Map(countryLines.map(parseCountry))
  return Object.freeze(cityLines.map((line) => parseCity(line, countries)))
}

function parseCity(line: string, countries: ReadonlyMap<string, Country>): City {
  const [
    name = '',
    region = '',
    regionCode = '',
    code = '',
    latitude = '',
    longitude = '',
    timezone = '',
    postcode = '',
  ] = line.split(';')
  const country = countries.get(code)
  if (country === undefined) throw new Error(`No country ${code} for ${name}`)
  return Object.freeze({
    name,
    region,
    regionCode,
    country,
    latitude: Number(latitude),
    longitude: Number(longitude),
    timezone,
    postcode,
  })
}

/** Real cities with everything that belongs to them. */
export const cities: readonly City[] = parseCities(cityLines, countryLines)
