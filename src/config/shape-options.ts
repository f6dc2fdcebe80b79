import type { ShapeName, ShapeOptions } from '../model/shapes.ts'

/** How an option of a shape is written in the configuration. */
export interface OptionKind {
  readonly kind: 'number' | 'count' | 'text' | 'flag' | 'instant' | 'day' | 'texts' | 'values' | 'choice'
  readonly choices?: readonly (string | number)[]
  readonly needed?: true
}

/** Shapes that can be asked for by name. The others are made of recipes, which only the plan writes. */
export type AskedShape = Exclude<ShapeName, 'range' | 'multirange' | 'array' | 'composite'>

type KindOf<Options, Key extends keyof Options> =
  object extends Pick<Options, Key> ? OptionKind : OptionKind & { readonly needed: true }

type KindsOf<Options> = string extends keyof Options
  ? Readonly<Record<string, never>>
  : { readonly [Key in keyof Options]-?: KindOf<Options, Key> }

const number: OptionKind = { kind: 'number' }
const count: OptionKind = { kind: 'count' }
const string: OptionKind = { kind: 'text' }
const flag: OptionKind = { kind: 'flag' }
const one = (...choices: readonly (string | number)[]): OptionKind => ({ kind: 'choice', choices })
const needed = <Kind extends OptionKind>(kind: Kind) => ({ ...kind, needed: true as const })

const none = {}
const text = { minLength: count, maxLength: count, case: one('lower', 'upper') }
const bounds = { min: needed(number), max: needed(number), skew: one('even', 'low', 'middle') }
const days = { from: needed({ kind: 'day' }), to: needed({ kind: 'day' }) }
const lengths = { minLength: needed(count), maxLength: needed(count) }

/** Every shape that can be asked for, with its options. Held complete by its type. */
export const shapeOptions: { readonly [Name in AskedShape]: KindsOf<ShapeOptions[Name]> } = {
  boolean: { share: number },
  integer: { ...bounds, step: number },
  number: bounds,
  decimal: { ...bounds, scale: needed(count), step: number },
  uuid: { layout: needed(one('key', 'random')) },
  bytes: lengths,
  date: days,
  timestamp: {
    from: needed({ kind: 'instant' }),
    to: needed({ kind: 'instant' }),
    activity: flag,
    growth: flag,
    step: count,
  },
  time: { from: count, to: count, step: count },
  interval: { min: needed(number), max: needed(number) },
  bits: lengths,
  money: bounds,
  inet: { version: one(4, 6), network: flag },
  macaddr: { bytes: needed(one(6, 8)) },
  point: none,
  line: none,
  lseg: none,
  box: none,
  path: none,
  polygon: none,
  circle: none,
  tsvector: none,
  tsquery: none,
  xml: none,
  pg_lsn: none,
  json: {
    flavour: needed(
      one(
        'object',
        'settings',
        'metadata',
        'tags',
        'address',
        'person',
        'product',
        'event',
        'geojson',
        'richtext',
        'translations',
        'list',
        'empty',
      ),
    ),
    keys: { kind: 'texts' },
    type: one('object', 'array', 'string', 'number', 'boolean'),
  },
  hstore: none,
  ltree: none,
  geometry: { type: string, srid: count, dimensions: one('Z', 'M', 'ZM') },
  vector: { dimensions: needed(count), sparse: flag },

  'text.letters': text,
  'text.code': { alphabet: needed(string), length: needed(count), prefix: string },
  'text.pattern': { pattern: needed(string), maxLength: count, caseless: flag },
  'text.words': text,
  'text.sentence': text,
  'text.paragraphs': { ...text, min: count, max: count },

  'person.first': text,
  'person.last': text,
  'person.middle': text,
  'person.full': text,
  'person.prefix': text,
  'person.initials': text,
  'person.email': { ...text, domain: { kind: 'text' } },
  'person.username': { ...text, plain: flag },
  'person.phone': text,
  'person.gender': text,
  'person.birthdate': days,
  'person.job': text,
  'person.bio': text,
  'person.avatar': text,

  'company.name': text,
  'company.domain': text,
  'company.url': text,
  'company.email': text,
  'company.industry': text,
  'company.slogan': text,
  'company.department': text,

  'place.street': text,
  'place.street2': text,
  'place.city': text,
  'place.region': text,
  'place.regionCode': text,
  'place.postcode': text,
  'place.country': text,
  'place.countryCode': { ...text, length: one(2, 3) },
  'place.latitude': { scale: count },
  'place.longitude': { scale: count },
  'place.timezone': text,
  'place.locale': text,
  'place.language': { ...text, code: flag },
  'place.address': text,

  'product.name': text,
  'product.description': text,
  'product.category': text,
  'product.brand': text,
  'product.material': text,
  'product.color': text,
  'product.sku': text,
  'product.ean': text,
  'product.isbn': text,
  'commerce.price': { ...bounds, scale: needed(count) },
  'commerce.currency': text,
  'commerce.unit': text,

  'content.title': { ...text, noun: string },
  'content.slug': text,
  'content.excerpt': { ...text, noun: string },
  'content.body': { ...text, format: one('plain', 'markdown', 'html') },
  'content.comment': text,
  'content.review': { ...text, mood: one('good', 'mixed', 'bad') },
  'content.message': text,
  'content.question': text,
  'content.task': text,
  'content.note': text,
  'content.tag': text,
  'content.category': text,
  'content.team': text,
  'content.event': text,
  'content.feature': text,

  'internet.url': text,
  'internet.domain': text,
  'internet.image': { ...text, width: count, height: count },
  'internet.userAgent': text,
  'internet.token': { ...text, prefix: string },
  'internet.hash': { ...text, length: count },
  'internet.httpMethod': text,
  'internet.httpStatus': none,
  'file.name': text,
  'file.path': text,
  'file.extension': text,
  'file.mime': text,
  'file.size': bounds,
  'software.version': text,
  'software.ip': text,
  'software.cron': text,
  'software.color': text,
  'software.icon': text,
  'software.emoji': text,

  'finance.iban': text,
  'finance.card': text,
  'finance.account': text,
  'finance.id': { ...text, prefix: needed(string) },
  'finance.taxId': text,

  'key.text': {
    ...text,
    style: needed(one('cuid', 'nanoid', 'ulid', 'ksuid', 'hex', 'uuid', 'prefixed', 'slug')),
    prefix: string,
  },

  'label.status': { ...text, values: { kind: 'values' } },
  'label.kind': { ...text, values: { kind: 'values' } },
  'label.priority': text,
  'label.role': text,
}

/** Names of the shapes that can be asked for. */
export const shapeNames = Object.keys(shapeOptions) as readonly AskedShape[]
