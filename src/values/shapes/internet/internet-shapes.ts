import type { ShapeName, ShapeOptions } from '../../../model/shapes.ts'
import type { Draws, ShapeMaker, ShapeMakers } from '../../shape-maker.ts'
import { adjectives } from '../../words/adjectives.ts'
import { sections, userAgents } from '../../words/internet.ts'
import { lines } from '../../words/lines.ts'
import { nouns } from '../../words/nouns.ts'
import { base62 } from '../text/base62.ts'
import { oneOf } from '../text/one-of.ts'
import { pick } from '../text/pick.ts'
import type { TextStyle } from '../text/style.ts'
import { codeStyle, nameStyle, slugStyle } from '../text/styles.ts'
import { plainText, textShape } from '../text/text-shape.ts'
import { hex32 } from '../type/hex.ts'

/** Hosts that are reserved (RFC 2606). */
const HOSTS = lines(
  'https://www.example.com/ | https://example.com/ | https://www.example.org/ | https://blog.example.com/ | https://shop.example.net/ | https://docs.example.org/',
)
const TOP_LEVELS = ['.example', '.test', '.example']

const two = (draws: Draws, n: number): string => `${pick(draws, n, adjectives)}-${pick(draws, n + 1, nouns)}`

const urlStyle: TextStyle = {
  ...slugStyle,
  lead: (draws) => pick(draws, 5, HOSTS),
  spareLead: 'https://x.test/',
  edge: '-/',
}
const domainStyle: TextStyle = {
  ...slugStyle,
  tail: (draws) => pick(draws, 5, TOP_LEVELS),
  spareTail: '.test',
  edge: '-',
}

/** A URL with the size in its path, as image services have them. */
const image = textShape<ShapeOptions['internet.image']>(
  {
    ...slugStyle,
    lead: () => 'https://images.example.com/',
    tail: () => '.jpg',
    spareLead: 'https://x.test/',
    spareTail: '',
    edge: '-/',
  },
  ({ width = 1200, height = 800, maxLength = 99 }) => {
    const size = maxLength < 48 ? '' : `${width}x${height}/`
    return (draws) => `${size}${two(draws, 0)}-${1 + draws.below(2, 999)}`
  },
)

/** Says `test`, so that nobody takes it for a secret. */
const token = textShape<ShapeOptions['internet.token']>(
  { ...codeStyle, more: (draws, n) => base62(draws, n, 8) },
  ({ prefix = '', maxLength = 40 }) => {
    const front = `${prefix}test_`
    const count = Math.max(1, Math.min(32, maxLength - front.length))
    return (draws) => front + base62(draws, 0, count)
  },
)

/** Small hex digits; 64 of them, like SHA-256, when nothing else is asked. */
const hash = textShape<ShapeOptions['internet.hash']>(
  { ...codeStyle, more: (draws, n) => hex32(draws.bits(n)) },
  ({ length, minLength = 0, maxLength = Math.max(64, minLength) }) => {
    const count = length ?? Math.max(1, Math.min(64, maxLength))
    return (draws) => {
      let text = ''
      for (let n = 0; text.length < count; n++) text += hex32(draws.bits(n))
      return text.length === count ? text : text.slice(0, count)
    }
  },
)

const METHODS = ['GET', 'GET', 'GET', 'GET', 'GET', 'POST', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']
const STATUSES = [
  200, 200, 200, 200, 200, 200, 200, 201, 204, 301, 302, 304, 400, 401, 403, 404, 404, 409, 422, 429, 500, 502, 503,
]

const httpStatus: ShapeMaker<'internet.httpStatus'> = {
  compile() {
    return (draws) => pick(draws, 0, STATUSES)
  },
}

export const internetShapes: Pick<ShapeMakers, Extract<ShapeName, `internet.${string}`>> = {
  'internet.url': plainText(urlStyle, (draws) => `${pick(draws, 4, sections)}/${two(draws, 0)}`),
  'internet.domain': plainText(domainStyle, (draws) => two(draws, 0)),
  'internet.image': image,
  'internet.userAgent': plainText(nameStyle, (draws) => pick(draws, 0, userAgents)),
  'internet.token': token,
  'internet.hash': hash,
  'internet.httpMethod': oneOf(METHODS),
  'internet.httpStatus': httpStatus,
}
