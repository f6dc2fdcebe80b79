import fc from 'fast-check'
import type { ShapeName, ShapeOptions, TextOptions } from '../../src/model/shapes.ts'

/** Random options for every shape: a new shape cannot be forgotten. */
export type OptionsOf = { readonly [Name in ShapeName]: fc.Arbitrary<ShapeOptions[Name]> }

const none = fc.constant({})

/** Lengths that fit each other; `suffix`: with room for a path. */
export function textOptions(least = 1, unlimited = true): fc.Arbitrary<TextOptions> {
  const lengths = fc
    .tuple(fc.integer({ min: least, max: 300 }), fc.integer({ min: 0, max: 300 }))
    .map(([one, other]): TextOptions => ({ minLength: Math.min(one, other), maxLength: Math.max(one, other, least) }))
  const limits = unlimited
    ? fc.oneof(
        none,
        lengths,
        lengths,
        fc.integer({ min: least, max: 60 }).map((maxLength) => ({ maxLength })),
      )
    : lengths
  const letterCase = fc.constantFrom<TextOptions['case']>(undefined, undefined, 'lower', 'upper')
  return fc.tuple(limits, letterCase).map(([limit, found]) => (found === undefined ? limit : { ...limit, case: found }))
}

const text = textOptions()
const withText = <More>(more: fc.Arbitrary<More>): fc.Arbitrary<TextOptions & More> =>
  fc.tuple(text, more).map(([limits, rest]) => ({ ...limits, ...rest }))

const bounds = (lowest: number, highest: number): fc.Arbitrary<{ min: number; max: number }> =>
  fc
    .tuple(fc.integer({ min: lowest, max: highest }), fc.integer({ min: lowest, max: highest }))
    .map(([one, other]) => ({ min: Math.min(one, other), max: Math.max(one, other) }))
const skew = fc.constantFrom<'even' | 'low' | 'middle' | undefined>(undefined, 'even', 'low', 'middle')
const numbers = (lowest: number, highest: number) =>
  fc.tuple(bounds(lowest, highest), skew).map(([range, found]) => ({ ...range, skew: found }))
const halves = fc
  .tuple(numbers(-10_000, 10_000), fc.integer({ min: 0, max: 99 }))
  .map(([{ min, max, skew: found }, part]) => ({ min: min / 4, max: max / 4 + part / 100, skew: found }))
const lengths = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 40 }))
  .map(([one, other]) => ({ minLength: Math.min(one, other), maxLength: Math.max(one, other) }))
const days = bounds(-10_000, 25_000).map(({ min, max }) => ({ from: min, to: max }))
const counts = fc
  .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }))
  .map(([one, other]) => ({ minItems: Math.min(one, other), maxItems: Math.max(one, other) }))

const lower = fc.constantFrom<ShapeOptions['range']['lower']>(
  { kind: 'draw', shape: 'integer', options: { min: -50, max: 5000 } },
  { kind: 'draw', shape: 'decimal', options: { min: 0, max: 99, scale: 2 } },
  { kind: 'draw', shape: 'date', options: { from: 10_000, to: 20_000 } },
  { kind: 'draw', shape: 'timestamp', options: { from: 1_600_000_000_000, to: 1_700_000_000_000 } },
)
const width = numbers(0, 90_000)
const element = fc.constantFrom<ShapeOptions['array']['element']>(
  { kind: 'draw', shape: 'integer', options: { min: 1, max: 9 } },
  { kind: 'draw', shape: 'content.tag', options: {} },
  {
    kind: 'draw',
    shape: 'array',
    options: { element: { kind: 'draw', shape: 'boolean', options: {} }, minItems: 2, maxItems: 2 },
  },
  { kind: 'pick', values: ['red', 'green', 'blue'] },
)

export const optionsOf: OptionsOf = {
  boolean: fc.record({ share: fc.double({ min: 0, max: 1, noNaN: true }) }, { requiredKeys: [] }),
  integer: fc
    .tuple(
      fc.oneof(
        numbers(-1000, 1000),
        numbers(-(2 ** 31), 2 ** 31),
        numbers(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
      ),
      fc.constantFrom(undefined, 1, 5),
    )
    .map(([range, step]) => ({ ...range, step })),
  number: halves,
  decimal: fc.tuple(halves, fc.integer({ min: 2, max: 20 })).map(([range, scale]) => ({ ...range, scale })),
  uuid: fc.constantFrom<ShapeOptions['uuid']>({ layout: 'random' }, { layout: 'key' }),
  bytes: lengths,
  date: days,
  timestamp: fc
    .tuple(
      days,
      fc.record(
        { activity: fc.boolean(), growth: fc.boolean(), step: fc.constantFrom(1, 1000, 60_000, 86_400_000) },
        { requiredKeys: [] },
      ),
    )
    .map(([{ from, to }, rest]) => ({ from: from * 86_400_000, to: to * 86_400_000, ...rest })),
  time: fc.constantFrom<ShapeOptions['time']>(
    {},
    { step: 60_000 },
    { from: 28_800_000, to: 64_800_000, step: 900_000 },
  ),
  interval: bounds(0, 10_000_000),
  bits: lengths,
  money: halves,
  inet: fc.record<ShapeOptions['inet']>(
    { version: fc.constantFrom(4, 6), network: fc.boolean() },
    { requiredKeys: [] },
  ),
  macaddr: fc.record<ShapeOptions['macaddr']>({ bytes: fc.constantFrom(6, 8) }),
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
  json: fc.record<
    { flavour: ShapeOptions['json']['flavour']; keys: string[]; type: ShapeOptions['json']['type'] },
    'flavour'
  >(
    {
      flavour: fc.constantFrom(
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
      keys: fc.subarray([
        'email',
        'created_at',
        'theme',
        'user_id',
        'constructor',
        '__proto__',
        'täg',
        'isActive',
        'priceCents',
      ]),
      type: fc.constantFrom('object', 'array', 'string', 'number', 'boolean'),
    },
    { requiredKeys: ['flavour'] },
  ),
  hstore: none,
  ltree: none,
  geometry: fc.record(
    {
      type: fc.constantFrom('POINT', 'LINESTRING', 'MULTIPOLYGON', 'GEOMETRYCOLLECTION'),
      srid: fc.constantFrom(0, 4326, 3857, 25_832),
      dimensions: fc.constantFrom('Z', 'M', 'ZM'),
    },
    { requiredKeys: [] },
  ),
  vector: fc.record<ShapeOptions['vector'], 'dimensions'>(
    { dimensions: fc.integer({ min: 1, max: 50 }), sparse: fc.boolean() },
    { requiredKeys: ['dimensions'] },
  ),
  range: fc.record({ lower, width }),
  multirange: fc.tuple(lower, width, counts).map(([first, wide, found]) => ({ lower: first, width: wide, ...found })),
  array: fc
    .tuple(element, counts, fc.boolean())
    .map(([item, found, distinct]) => ({ element: item, ...found, distinct })),
  composite: fc.record({ fields: fc.array(element, { minLength: 1, maxLength: 4 }) }),
  'text.letters': text,
  'text.code': fc.record<ShapeOptions['text.code'], 'alphabet' | 'length'>(
    {
      alphabet: fc.constantFrom('0123456789', 'ABCDEFGHJKMNPQRSTUVWXYZ', 'ab', 'äöü'),
      length: fc.integer({ min: 1, max: 30 }),
      prefix: fc.constantFrom('', 'INV-'),
    },
    { requiredKeys: ['alphabet', 'length'] },
  ),
  'text.pattern': fc.constantFrom<ShapeOptions['text.pattern']>(
    { pattern: '^[a-z]{3}-\\d{4}$' },
    { pattern: '^[^@]+@[^@]+$', maxLength: 40 },
    { pattern: '^v\\d+$', caseless: true },
  ),
  'text.words': text,
  'text.sentence': text,
  'text.paragraphs': withText(
    fc.record({ min: fc.integer({ min: 1, max: 3 }), max: fc.integer({ min: 3, max: 6 }) }, { requiredKeys: [] }),
  ),
  'person.first': text,
  'person.last': text,
  'person.middle': text,
  'person.full': text,
  'person.prefix': text,
  'person.initials': text,
  'person.email': text,
  'person.username': text,
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
  'place.countryCode': withText(fc.record({ length: fc.constantFrom<2 | 3>(2, 3) }, { requiredKeys: [] })),
  'place.latitude': fc.record({ scale: fc.integer({ min: 0, max: 10 }) }, { requiredKeys: [] }),
  'place.longitude': fc.record({ scale: fc.integer({ min: 0, max: 10 }) }, { requiredKeys: [] }),
  'place.timezone': text,
  'place.locale': text,
  'place.language': withText(fc.record({ code: fc.boolean() }, { requiredKeys: [] })),
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
  'commerce.price': fc
    .tuple(numbers(0, 5000), fc.integer({ min: 0, max: 4 }))
    .map(([range, scale]) => ({ ...range, scale })),
  'commerce.currency': text,
  'commerce.unit': text,
  'content.title': withText(fc.record({ noun: fc.constantFrom('room', 'tax class') }, { requiredKeys: [] })),
  'content.slug': text,
  'content.excerpt': withText(fc.record({ noun: fc.constantFrom('room', 'tax class') }, { requiredKeys: [] })),
  'content.body': withText(
    fc.record<{ format: 'plain' | 'markdown' | 'html' }, never>(
      { format: fc.constantFrom('plain', 'markdown', 'html') },
      { requiredKeys: [] },
    ),
  ),
  'content.comment': text,
  'content.review': text,
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
  'internet.image': withText(
    fc.record({ width: fc.constantFrom(64, 1920), height: fc.constantFrom(64, 1080) }, { requiredKeys: [] }),
  ),
  'internet.userAgent': text,
  'internet.token': withText(fc.record({ prefix: fc.constantFrom('', 'sk_') }, { requiredKeys: [] })),
  'internet.hash': text,
  'internet.httpMethod': text,
  'internet.httpStatus': none,
  'file.name': text,
  'file.path': text,
  'file.extension': text,
  'file.mime': text,
  'file.size': numbers(0, 1_000_000_000),
  'software.version': text,
  'software.ip': text,
  'software.cron': text,
  'software.color': text,
  'software.icon': text,
  'software.emoji': text,
  'finance.iban': text,
  'finance.card': text,
  'finance.account': text,
  'finance.id': withText(fc.constantFrom({ prefix: 'cus_' }, { prefix: 'in' }, { prefix: '' })),
  'finance.taxId': text,
  'key.text': withText(
    fc.record<{ style: ShapeOptions['key.text']['style']; prefix: string }, 'style'>(
      {
        style: fc.constantFrom('cuid', 'nanoid', 'ulid', 'ksuid', 'hex', 'uuid', 'prefixed', 'slug'),
        prefix: fc.constantFrom('', 'usr'),
      },
      { requiredKeys: ['style'] },
    ),
  ),
  'label.status': withText(fc.record({ values: fc.constantFrom(['open', 'closed'], []) }, { requiredKeys: [] })),
  'label.kind': withText(fc.record({ values: fc.constantFrom(['open', 'closed'], []) }, { requiredKeys: [] })),
  'label.priority': text,
  'label.role': text,
}
