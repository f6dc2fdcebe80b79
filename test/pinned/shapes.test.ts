import { expect, test } from 'vitest'
import { NEWEST_GENERATORS, versionAt } from '../../src/model/generators.ts'
import type { ShapeName, ShapeOptions } from '../../src/model/shapes.ts'
import { shapeAtHand, shapeNames } from '../support/shape-at-hand.ts'

// What every shape yields under seed 42 in row 7; shapes of one entity share an address. Changing anything here changes the data of everyone: a
// breaking change.

const PINNED: { readonly [Name in ShapeName]: readonly [ShapeOptions[Name], unknown] } = {
  boolean: [{}, true],
  integer: [{ min: 1, max: 1000 }, 638],
  number: [{ min: 0, max: 1 }, 0.13219],
  decimal: [{ min: 0, max: 999, scale: 2 }, '911.36'],
  uuid: [{ layout: 'random' }, 'f0b69938-9ee3-4327-b92e-0edf18feee9f'],
  bytes: [{ minLength: 4, maxLength: 8 }, Uint8Array.of(77, 137, 50, 5)],
  date: [{ from: 19000, to: 20000 }, 19537],
  timestamp: [{ from: 1704067200000, to: 1735689600000, activity: true, growth: true }, 1733898348000],
  time: [{}, 22401000],
  interval: [{ min: 0, max: 86400 }, 22200],
  bits: [{ minLength: 8, maxLength: 8 }, '00001101'],
  money: [{ min: 0, max: 500 }, '485.51'],
  inet: [{}, '192.0.2.97'],
  macaddr: [{ bytes: 6 }, '02:23:4d:e9:a9:ef'],
  point: [{}, '(88.16,5.15)'],
  line: [{}, '{2,5,-23}'],
  lseg: [{}, '[(61.97,15.61),(35.96,12.14)]'],
  box: [{}, '(55.22,104.74),(17.37,96.25)'],
  path: [{}, '[(74.36,7.35),(64.45,14.14),(63.09,5.91),(63.89,3.99),(67.81,2.98)]'],
  polygon: [{}, '((46.6,52.75),(45.97,58.87),(37.46,54.17),(37.62,49.37),(43.23,44.54),(48.75,43.74))'],
  circle: [{}, '<(92.44,3.8),23.85>'],
  tsvector: [{}, "'hammer':2 'acorn':4 'sparrow':6"],
  tsquery: [{}, "'grand' & 'boat'"],
  xml: [
    {},
    '<note id="9971"><author>Yara Walker</author><text>Bring a second-hand bench to the concert if you have one to spare.</text></note>',
  ],
  pg_lsn: [{}, 'D/5A6C95B0'],
  hstore: [{}, '"color"=>"Mint", "size"=>"M", "weight"=>"102", "label"=>"palm"'],
  ltree: [{}, 'shop.bicycles.apricot'],
  geometry: [
    { type: 'LINESTRING', srid: 4326 },
    'SRID=4326;LINESTRING(100.547657 13.801319,100.540041 13.804232,100.539712 13.798058,100.538562 13.790324,100.545529 13.793344)',
  ],
  vector: [{ dimensions: 3 }, '[0.973988,-0.194458,0.116335]'],
  range: [
    { lower: { kind: 'draw', shape: 'date', options: { from: 19000, to: 20000 } }, width: { min: 1, max: 30 } },
    { lower: 19014, upper: 19015, bounds: '[)' },
  ],
  multirange: [
    {
      lower: { kind: 'draw', shape: 'integer', options: { min: 1, max: 100 } },
      width: { min: 1, max: 30 },
      minItems: 2,
      maxItems: 2,
    },
    [
      { lower: 88, upper: 112, bounds: '[)' },
      { lower: 125, upper: 137, bounds: '[)' },
    ],
  ],
  array: [
    { element: { kind: 'draw', shape: 'content.tag', options: {} }, minItems: 2, maxItems: 3, distinct: true },
    ['training', 'trains', 'travel'],
  ],
  composite: [
    {
      fields: [
        { kind: 'draw', shape: 'boolean', options: {} },
        { kind: 'draw', shape: 'person.full', options: {} },
      ],
    },
    [false, 'Jacob Braun'],
  ],
  json: [
    { flavour: 'settings', keys: ['createdAt'] },
    {
      theme: 'dark',
      language: 'pt',
      timezone: 'Europe/London',
      notifications: { email: true, push: false, digest: 'daily' },
      createdAt: '2024-05-19T18:22:37.000Z',
    },
  ],
  'text.letters': [{}, 'ezkxlx'],
  'text.code': [{ alphabet: 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789', length: 8 }, 'V34RTVT5'],
  'text.pattern': [{ pattern: '^[A-Z]{3}-\\d{4}$' }, 'YLJ-1104'],
  'text.words': [{}, 'brisk ridge'],
  'text.sentence': [{}, 'This is a short note to confirm the workshop on Saturday at eleven.'],
  'text.paragraphs': [
    { min: 1, max: 1, maxLength: 200 },
    'Everything went well at the harvest, apart from a short delay with the keyboard. The fair starts at six and should be over by the evening.',
  ],
  'person.first': [{}, 'Steven'],
  'person.last': [{}, 'Donnelly'],
  'person.middle': [{}, 'Mathias'],
  'person.full': [{}, 'Steven Donnelly'],
  'person.prefix': [{}, 'Mr.'],
  'person.initials': [{}, 'SD'],
  'person.email': [{}, 'steven.donnelly@example.com'],
  'person.username': [{}, 'stevendonnelly'],
  'person.phone': [{}, '+1-410-555-0155'],
  'person.gender': [{}, 'male'],
  'person.birthdate': [{ from: 0, to: 12000 }, 3417],
  'person.job': [{}, 'Air Traffic Controller'],
  'person.bio': [{}, 'Helping small teams with accessible technology since 2015. Would rather take the train.'],
  'person.avatar': [{}, 'https://images.example.com/avatars/steven-donnelly-14.jpg'],
  'company.name': [{}, 'Prasad Farms'],
  'company.domain': [{}, 'prasad-farms.example'],
  'company.url': [{}, 'https://www.prasad-farms.example'],
  'company.email': [{}, 'contact@prasad-farms.example'],
  'company.industry': [{}, 'Agriculture'],
  'company.slogan': [{}, 'Building on good land.'],
  'company.department': [{}, 'Manufacturing'],
  'place.street': [{}, 'Kerkstraat 90'],
  'place.street2': [{}, 'Apt 10'],
  'place.city': [{}, 'Rotterdam'],
  'place.region': [{}, 'South Holland'],
  'place.regionCode': [{}, 'ZH'],
  'place.postcode': [{}, '3018 ZR'],
  'place.country': [{}, 'Netherlands'],
  'place.countryCode': [{}, 'NL'],
  'place.latitude': [{}, '51.945709'],
  'place.longitude': [{}, '4.443298'],
  'place.timezone': [{}, 'Europe/Amsterdam'],
  'place.locale': [{}, 'nl-NL'],
  'place.language': [{}, 'Dutch'],
  'place.address': [{}, 'Kerkstraat 90, 3018 ZR Rotterdam, Netherlands'],
  'product.name': [{}, 'Porto Ash Chair'],
  'product.description': [
    {},
    'Ash chair with a natural oil finish. A quiet piece that goes with almost everything. Made to move house more than once.',
  ],
  'product.category': [{}, 'Furniture'],
  'product.brand': [{}, 'Bergvik'],
  'product.material': [{}, 'Ash'],
  'product.color': [{}, 'Natural'],
  'product.sku': [{}, 'FUR-CHA-3790'],
  'product.ean': [{}, '2126777858274'],
  'product.isbn': [{}, '9781997135869'],
  'commerce.price': [{ min: 1, max: 500, scale: 2 }, '9.00'],
  'commerce.currency': [{}, 'INR'],
  'commerce.unit': [{}, 'set'],
  'content.title': [{}, 'When half of it is missing: stitch markers, wool skeins and patience'],
  'content.slug': [{}, 'when-half-of-it-is-missing-stitch-markers-wool-skeins-and-patience'],
  'content.excerpt': [{}, 'Blocking a finished piece is easier than it looks, once the cardigans are sorted.'],
  'content.body': [
    { maxLength: 300 },
    'Good cuffs are not the beginning of knitting, they are the result. By the end of summer we had stopped counting the colour charts. Counting rows out loud works better than any app.',
  ],
  'content.comment': [
    {},
    'So true. It is not for everyone, but it suits a small team. Did it work when you tried it for the first time?',
  ],
  'content.review': [
    {},
    'It is fine. My brother liked it so much that I had to order another. My daughter would have preferred another colour.',
  ],
  'content.message': [{}, "Let's keep it short and decide on Friday. Did you get a chance to look at the timetable?"],
  'content.question': [{}, 'Does it cost extra to import contacts for the whole team?'],
  'content.task': [{}, 'Proofread the onboarding guide before the next sprint'],
  'content.note': [{}, 'Close if nothing comes back by July. Away until August.'],
  'content.tag': [{}, 'crafts'],
  'content.category': [{}, 'Making'],
  'content.team': [{}, 'Sales Club'],
  'content.event': [{}, 'An evening of Street Food'],
  'content.feature': [{}, 'Offline Template for Editors'],
  'internet.url': [{}, 'https://www.example.com/news/subtle-rope'],
  'internet.domain': [{}, 'subtle-rope.example'],
  'internet.image': [{}, 'https://images.example.com/1200x800/subtle-rope-500.jpg'],
  'internet.userAgent': [
    {},
    'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36',
  ],
  'internet.token': [{}, 'test_9qI7xzuqfmBaMXHlnKtxXkzU80uslPMp'],
  'internet.hash': [{}, 'da8173c7c33b85ae7ffbc026d412cecc2c63de0f0800a7849241c2c085dba797'],
  'internet.httpMethod': [{}, 'HEAD'],
  'internet.httpStatus': [{}, 429],
  'file.name': [{}, 'annual-review-2023.docx'],
  'file.path': [{}, 'documents/2024/08/annual-review-2023.docx'],
  'file.extension': [{}, 'docx'],
  'file.mime': [{}, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  'file.size': [{ min: 100, max: 10000000 }, 16014],
  'software.version': [{}, '2.1.11'],
  'software.ip': [{}, '192.0.2.18'],
  'software.cron': [{}, '0 1 * * *'],
  'software.color': [{}, '#acc888'],
  'software.icon': [{}, 'download'],
  'software.emoji': [{}, '🙏'],
  'finance.iban': [{}, 'AT460000000040414740'],
  'finance.card': [{}, '5200828282828210'],
  'finance.account': [{}, '0030227304'],
  'finance.id': [{ prefix: 'cus_' }, 'cus_test_8w688wjIw2xsdX3P'],
  'finance.taxId': [{}, '00-4041474'],
  'key.text': [{ style: 'cuid' }, 'ct9d8fa7gc3t5x6l1wsr6gucx'],
  'label.status': [{}, 'completed'],
  'label.kind': [{}, 'custom'],
  'label.priority': [{}, 'medium'],
  'label.role': [{}, 'viewer'],
}

test.each(shapeNames)('%s', (name) => {
  const [options, expected] = PINNED[name]
  const entity = name.includes('.') ? name.split('.')[0] : name
  expect(shapeAtHand<ShapeName>(name, options, entity).value(7)).toStrictEqual(expected)
})

/** Versions that came later, the same way. */
const LATER: readonly [ShapeName, number, unknown][] = [['text.words', 2, 'central sample']]

test('later versions', () => {
  for (const [name, version, expected] of LATER)
    expect(shapeAtHand<ShapeName>(name, {}, name.split('.')[0], version).value(7)).toBe(expected)
  const known = shapeNames.flatMap((name) => (versionAt(name, NEWEST_GENERATORS) > 1 ? [name] : []))
  expect(LATER.map(([name]) => name)).toEqual(known)
})

test('paths and indices', () => {
  expect(shapeAtHand('content.title', { maxLength: 40 }).value(7, '8-2')).toBe('Rethinking labels in a busy month #8-2')
  expect(shapeAtHand('person.email', {}).value(7, '8')).toBe('matteo_dupont8@example.com')
  expect(shapeAtHand('content.slug', { maxLength: 30 }).value(7, '8-2')).toBe('second-opinions-small-8-2')
  expect(shapeAtHand('text.pattern', { pattern: '^[A-Z]{3}-\\d{4}$' }).value(7, '8-2')).toBe('AAA-0007')
  expect(shapeAtHand('uuid', { layout: 'random' }).at?.(7)).toBe('6fdb0d17-c84d-4a5e-b288-6eb63195d7a3')
  expect(shapeAtHand('text.code', { alphabet: 'ABC', length: 5 }).at?.(7)).toBe('AAACB')
  expect(shapeAtHand('inet', {}).at?.(700)).toBe('10.0.2.188')
  expect(shapeAtHand('decimal', { min: -1, max: 1, scale: 2 }).at?.(7)).toBe('-0.93')
})
