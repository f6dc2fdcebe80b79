import type { LocaleWords } from '../../../model/locale-words.ts'
import type { ShapeName } from '../../../model/shapes.ts'
import type { ShapeMaker, ShapeMakers } from '../../shape-maker.ts'
import { localCityLines, localCountryLines } from '../../words/local/cities.ts'
import { currencySigns } from '../../words/local/currency-signs.ts'
import { localFlats } from '../../words/local/flats.ts'
import { personShapesOf } from '../person/person-shapes.ts'
import { placesOf } from '../place/parts.ts'
import { placeShapesOf } from '../place/place-shapes.ts'
import { type City, cities, parseCities } from '../place/records.ts'
import { oneOf } from '../text/one-of.ts'
import { peopleOf } from './people-of.ts'

/** The code of a currency; where there is no room for it, its sign. */
const currencyText = (code: string): ShapeMaker<'commerce.currency'> => ({
  compile: (options, context) =>
    oneOf([(options.maxLength ?? 3) < 3 ? (currencySigns[code] ?? code) : code]).compile(options, context),
})

let local: readonly City[] | null = null

/** The cities of a country, as its people write them where they are known so; null for none. */
function citiesOf(country: string | null): readonly City[] | null {
  if (country === null) return null
  local ??= parseCities(localCityLines, localCountryLines)
  const own = local.filter((city) => city.country.code === country)
  const found = own.length > 0 ? own : cities.filter((city) => city.country.code === country)
  return found.length > 0 ? found : null
}

/** Are there cities of the country? */
export const hasCities = (country: string | null): boolean => citiesOf(country) !== null

const known = new WeakMap<LocaleWords, Partial<ShapeMakers>>()

/** The maker of a shape in a language; undefined where it is the same in all. */
export function localShape<Name extends ShapeName>(name: Name, words: LocaleWords): ShapeMaker<Name> | undefined {
  let makers = known.get(words)
  if (makers === undefined) {
    makers = shapesOf(words)
    known.set(words, makers)
  }
  return makers[name] as ShapeMaker<Name> | undefined
}

function shapesOf(words: LocaleWords): Partial<ShapeMakers> {
  const people = personShapesOf(peopleOf(words))
  const there = citiesOf(words.country)
  if (there === null) return people
  const currency = there[0]?.country.currency ?? 'USD'
  return {
    ...people,
    ...placeShapesOf(placesOf(there, localFlats[words.country ?? ''] ?? null)),
    'commerce.currency': currencyText(currency),
  }
}
