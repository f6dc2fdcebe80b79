import type { Recipe } from './recipe.ts'
import type { Value } from './value.ts'

/** Limits of a text, in characters. `case` changes the letters; `pattern`: see `text.pattern`. */
export interface TextOptions {
  readonly minLength?: number
  readonly maxLength?: number
  readonly case?: 'lower' | 'upper'
}

/** Inclusive bounds. */
export interface NumberOptions {
  readonly min: number
  readonly max: number
  /** `even` (default), `low`: many small and few large ones, `middle`: around the mean. */
  readonly skew?: 'even' | 'low' | 'middle'
}

/** Inclusive bounds, milliseconds since the epoch; `activity`: by hour and weekday as people work; `growth`: more in later times. */
export interface TimeOptions {
  readonly from: number
  readonly to: number
  readonly activity?: boolean
  readonly growth?: boolean
  /** Rounded down to this many ms (1000: whole seconds, the default; 86400000: midnight). */
  readonly step?: number
}

type None = Readonly<Record<string, never>>

/**
 * Every shape and its options. The name says what the value looks like; the comment after it what `Value` it yields.
 * Indexable shapes (they can be `unique` by permutation; their space is computed by `spaceOf`): boolean, integer, decimal, date, timestamp, time,
 * text.code, text.letters, uuid (infinite), bytes, inet, macaddr. All text shapes can be unique by path.
 */
export interface ShapeOptions {
  // by type
  boolean: { readonly share?: number } // boolean
  integer: NumberOptions & { readonly step?: number } // number (bigint beyond 2^53)
  number: NumberOptions // number (float)
  decimal: NumberOptions & { readonly scale: number; readonly step?: number } // string with exactly `scale` digits
  uuid: { readonly layout: 'key' | 'random' } // string; `key`: ascending version 7 layout from row and parent (rule 2), `random`: version 4 from a draw
  bytes: { readonly minLength: number; readonly maxLength: number } // Uint8Array
  date: { readonly from: number; readonly to: number } // number of days; from, to in days, inclusive
  timestamp: TimeOptions // number, ms
  time: { readonly from?: number; readonly to?: number; readonly step?: number } // number, ms since midnight
  interval: { readonly min: number; readonly max: number } // number, seconds
  bits: { readonly minLength: number; readonly maxLength: number } // string of 0 and 1
  money: NumberOptions // string
  inet: { readonly version?: 4 | 6; readonly network?: boolean } // string in the documentation ranges (or 10.0.0.0/8 where space is needed)
  macaddr: { readonly bytes: 6 | 8 } // string
  point: None
  line: None
  lseg: None
  box: None
  path: None
  polygon: None
  circle: None // strings
  tsvector: None
  tsquery: None
  xml: None
  pg_lsn: None
  json: {
    readonly flavour: JsonFlavour
    readonly keys?: readonly string[]
    readonly type?: 'object' | 'array' | 'string' | 'number' | 'boolean'
  } // Value
  hstore: None
  ltree: None
  geometry: { readonly type?: string; readonly srid?: number; readonly dimensions?: 'Z' | 'M' | 'ZM' } // string, EWKT of PostGIS
  vector: { readonly dimensions: number; readonly sparse?: boolean } // string, unit length
  range: { readonly lower: Recipe; readonly width: NumberOptions } // range value; `lower` an indexable recipe of numbers (integer, decimal, date, timestamp); width in its unit
  multirange: {
    readonly lower: Recipe
    readonly width: NumberOptions
    readonly minItems: number
    readonly maxItems: number
  }
  array: { readonly element: Recipe; readonly minItems: number; readonly maxItems: number; readonly distinct?: boolean } // Value[]
  composite: { readonly fields: readonly Recipe[]; readonly carrier?: number } // Value[]; `carrier`: the field that tells unique ones apart

  // text without a meaning
  'text.letters': TextOptions // random letters, for very short columns
  'text.code': { readonly alphabet: string; readonly length: number; readonly prefix?: string } // indexable: alphabet^length
  'text.pattern': { readonly pattern: string; readonly maxLength?: number; readonly caseless?: boolean } // matches a POSIX/ARE regular expression
  'text.words': TextOptions // two to four words about nothing in particular
  'text.sentence': TextOptions
  'text.paragraphs': TextOptions & { readonly min?: number; readonly max?: number }

  // people (entity person)
  'person.first': TextOptions
  'person.last': TextOptions
  'person.middle': TextOptions
  'person.full': TextOptions
  'person.prefix': TextOptions
  'person.initials': TextOptions
  'person.email': TextOptions & { readonly domain?: string } // reserved domains only, unless one is named
  /** `plain`: letters, digits and underscores alone. */
  'person.username': TextOptions & { readonly plain?: boolean }
  'person.phone': TextOptions // reserved ranges only
  'person.gender': TextOptions
  'person.birthdate': { readonly from: number; readonly to: number } // days
  'person.job': TextOptions
  'person.bio': TextOptions
  'person.avatar': TextOptions // URL

  // companies (entity company)
  'company.name': TextOptions
  'company.domain': TextOptions
  'company.url': TextOptions
  'company.email': TextOptions
  'company.industry': TextOptions
  'company.slogan': TextOptions
  'company.department': TextOptions

  // places (entity place)
  'place.street': TextOptions
  'place.street2': TextOptions
  'place.city': TextOptions
  'place.region': TextOptions
  'place.regionCode': TextOptions
  'place.postcode': TextOptions
  'place.country': TextOptions
  'place.countryCode': TextOptions & { readonly length?: 2 | 3 }
  'place.latitude': { readonly scale?: number } // string
  'place.longitude': { readonly scale?: number } // string
  'place.timezone': TextOptions
  'place.locale': TextOptions
  'place.language': TextOptions & { readonly code?: boolean }
  'place.address': TextOptions // one line

  // commerce (entity product)
  'product.name': TextOptions
  'product.description': TextOptions
  'product.category': TextOptions
  'product.brand': TextOptions
  'product.material': TextOptions
  'product.color': TextOptions
  'product.sku': TextOptions
  'product.ean': TextOptions
  'product.isbn': TextOptions
  'commerce.price': NumberOptions & { readonly scale: number } // string, endings as shops use them
  'commerce.currency': TextOptions // ISO code
  'commerce.unit': TextOptions

  // content (entity content)
  'content.title': TextOptions & { readonly noun?: string } // `noun`: a name for a thing of that kind, no headline
  'content.slug': TextOptions // of the same entity's title
  'content.excerpt': TextOptions & { readonly noun?: string } // `noun`: says something of a thing of that kind
  'content.body': TextOptions & { readonly format?: 'plain' | 'markdown' | 'html' }
  'content.comment': TextOptions
  'content.review': TextOptions & { readonly mood?: 'good' | 'mixed' | 'bad' }
  'content.message': TextOptions
  'content.question': TextOptions
  'content.task': TextOptions
  'content.note': TextOptions
  'content.tag': TextOptions
  'content.category': TextOptions
  'content.team': TextOptions // name of a team, group, project, channel
  'content.event': TextOptions
  'content.feature': TextOptions // software: features, components, labels

  // internet and files (entity file)
  'internet.url': TextOptions
  'internet.domain': TextOptions
  'internet.image': TextOptions & { readonly width?: number; readonly height?: number }
  'internet.userAgent': TextOptions
  'internet.token': TextOptions & { readonly prefix?: string } // looks like a token and says `test`
  'internet.hash': TextOptions & { readonly length?: number } // hex
  'internet.httpMethod': TextOptions
  'internet.httpStatus': None // number
  'file.name': TextOptions
  'file.path': TextOptions
  'file.extension': TextOptions
  'file.mime': TextOptions
  'file.size': NumberOptions // number
  'software.version': TextOptions
  'software.ip': TextOptions
  'software.cron': TextOptions
  'software.color': TextOptions // #rrggbb
  'software.icon': TextOptions
  'software.emoji': TextOptions

  // finance
  'finance.iban': TextOptions
  'finance.card': TextOptions // test numbers only
  'finance.account': TextOptions
  'finance.id': TextOptions & { readonly prefix: string } // Stripe-like: cus_test_…
  'finance.taxId': TextOptions

  // keys as text, unique by path or carrying the identity
  'key.text': TextOptions & {
    readonly style: 'cuid' | 'nanoid' | 'ulid' | 'ksuid' | 'hex' | 'uuid' | 'prefixed' | 'slug'
    readonly prefix?: string
  }

  // sets that are their own labels
  'label.status': TextOptions & { readonly values?: readonly Value[] }
  'label.kind': TextOptions & { readonly values?: readonly Value[] }
  'label.priority': TextOptions
  'label.role': TextOptions
}

export type JsonFlavour =
  | 'object'
  | 'settings'
  | 'metadata'
  | 'tags'
  | 'address'
  | 'person'
  | 'product'
  | 'event'
  | 'geojson'
  | 'richtext'
  | 'translations'
  | 'list'
  | 'empty'

export type ShapeName = keyof ShapeOptions
