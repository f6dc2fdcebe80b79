import type { ShapeName, ShapeOptions } from '../../../model/shapes.ts'
import type { Draws, ShapeMaker, ShapeMakers } from '../../shape-maker.ts'
import { codeStyle, letterStyle, nameStyle } from '../text/styles.ts'
import { plainText, type TextMaker, textShape } from '../text/text-shape.ts'
import { fixed } from '../type/fixed.ts'
import { everywhere, type Places } from './parts.ts'

/** Degrees as text with `scale` digits (default 6). */
function degrees(source: (draws: Draws) => number): ShapeMaker<'place.latitude'> & ShapeMaker<'place.longitude'> {
  return {
    compile({ scale = 6 }: { readonly scale?: number }) {
      const digits = Math.max(0, Math.min(scale, 12))
      const write = fixed(digits)
      const unit = 10 ** digits
      return (draws) => write(Math.round(source(draws) * unit))
    },
  }
}

type PlaceShapes = Pick<ShapeMakers, Extract<ShapeName, `place.${string}`>>

/** The shapes of places in some cities. */
export function placeShapesOf(places: Places): PlaceShapes {
  const { address, city, flat, latitude, longitude, postcode, street } = places
  /** Codes keep their length: a shorter column takes the code of two letters. */
  const country: TextMaker = textShape(nameStyle, ({ maxLength = 99 }) =>
    maxLength < 3
      ? (draws) => city(draws).country.code
      : maxLength < 4
        ? (draws) => city(draws).country.code3
        : (draws) => city(draws).country.name,
  )

  const countryCode = textShape<ShapeOptions['place.countryCode']>(letterStyle, ({ length = 2, maxLength = 3 }) =>
    length === 3 && maxLength >= 3 ? (draws) => city(draws).country.code3 : (draws) => city(draws).country.code,
  )

  const language = textShape<ShapeOptions['place.language']>(nameStyle, ({ code = false, maxLength = 99 }) =>
    code || maxLength < 4 ? (draws) => city(draws).country.locale.slice(0, 2) : (draws) => city(draws).country.language,
  )

  const locale: TextMaker = textShape(letterStyle, ({ maxLength = 99 }) =>
    maxLength < 5 ? (draws) => city(draws).country.locale.slice(0, 2) : (draws) => city(draws).country.locale,
  )

  const region: TextMaker = textShape(nameStyle, ({ maxLength = 99 }) =>
    maxLength < 4 ? (draws) => city(draws).regionCode : (draws) => city(draws).region,
  )

  /** The longest codes have nine characters with their space or hyphen; a shorter column takes them without. */
  const postcodeText: TextMaker = textShape(codeStyle, ({ maxLength = 99 }) =>
    maxLength < 9 ? (draws) => postcode(draws).replace(/[ -]/, '') : postcode,
  )

  /** The long names of some zones do not fit everywhere; half a name would be none. */
  const timezone: TextMaker = textShape({ ...nameStyle, join: '/' }, ({ maxLength = 99 }) => (draws) => {
    const zone = city(draws).timezone
    return zone.length <= maxLength ? zone : 'UTC'
  })
  return {
    'place.street': plainText(nameStyle, street),
    'place.street2': plainText(nameStyle, flat),
    'place.city': plainText(nameStyle, (draws) => city(draws).name),
    'place.region': region,
    'place.regionCode': plainText(letterStyle, (draws) => city(draws).regionCode),
    'place.postcode': postcodeText,
    'place.country': country,
    'place.countryCode': countryCode,
    'place.latitude': degrees(latitude),
    'place.longitude': degrees(longitude),
    'place.timezone': timezone,
    'place.locale': locale,
    'place.language': language,
    'place.address': plainText({ ...nameStyle, mark: ' #' }, address),
  }
}

export const placeShapes: PlaceShapes = placeShapesOf(everywhere)
