import { describe, expect, test } from 'vitest'
import type { Draw } from '../../src/model/recipe.ts'
import type { ShapeName } from '../../src/model/shapes.ts'
import { readLocales } from '../../src/sources/locales/read-locales.ts'
import { compileRows } from '../../src/values/rows/rows.ts'
import { planOf } from '../support/plan.ts'

const COUNTRIES: Readonly<Record<string, string>> = {
  de: 'DE',
  fr: 'FR',
  es: 'ES',
  it: 'IT',
  pt_BR: 'BR',
  nl: 'NL',
  ja: 'JP',
  en_GB: 'GB',
  en_US: 'US',
  de_AT: 'AT',
  ko: 'KR',
}
const CURRENCIES: Readonly<Record<string, string>> = { GB: 'GBP', US: 'USD', BR: 'BRL', JP: 'JPY', KR: 'KRW' }
const SHAPES = [
  'person.first',
  'person.last',
  'person.full',
  'person.email',
  'person.username',
  'person.phone',
  'place.city',
  'place.region',
  'place.postcode',
  'place.countryCode',
  'place.address',
  'commerce.currency',
] as const
const ROWS = 400

/** Numbers that regulators keep free, and those that begin as none does. */
const NOBODY =
  /^(\+49 (30 23125|40 66969|69 90009|89 99998|221 4710) \d{3}|\+33 (1 99 00|2 61 91|3 53 01|4 65 71|5 36 49|6 39 98) \d\d \d\d|\+44 (7700 900\d{3}|(20 7946|113 496|131 496|161 496) 0\d{3})|\+1-\d{3}-555-01\d\d|\+\d{2,3} 000 \d{3} \d{3})$/

const draw = (shape: ShapeName, locale: string | null, more = {}): Draw =>
  ({
    kind: 'draw',
    shape,
    options: {},
    entity: { name: shape.split('.')[0] },
    ...(locale === null ? {} : { locale }),
    ...more,
  }) as Draw

function rowsIn(locale: string, more: object = {}) {
  const columns = Object.fromEntries(SHAPES.map((shape) => [shape, draw(shape, locale, more)]))
  const plan = planOf({ people: { rows: ROWS, columns, key: ['person.email'] } })
  const rows = compileRows({ ...plan, locales: readLocales([locale]) }).table('people')
  return Array.from({ length: ROWS }, (_, row) => {
    const texts = rows.texts(row, SHAPES)
    return Object.fromEntries(SHAPES.map((shape, i) => [shape, texts[i] ?? ''])) as Record<
      (typeof SHAPES)[number],
      string
    >
  })
}

describe.each(Object.entries(COUNTRIES))('%s', (locale, country) => {
  const rows = rowsIn(locale)

  test('names have addresses in ASCII', () => {
    for (const row of rows) {
      expect(row['person.email']).toMatch(/^[a-z][a-z0-9._-]*@example\.(com|org|net)$/)
      expect(row['person.username']).toMatch(/^[a-z][a-z0-9._]*$/)
      expect(row['person.full']).toContain(row['person.first'])
      expect(row['person.full']).toContain(row['person.last'])
    }
    expect(new Set(rows.map((row) => row['person.full'])).size).toBeGreaterThan(ROWS / 2)
  })

  test('numbers reach nobody', () => {
    for (const row of rows) expect(row['person.phone']).toMatch(NOBODY)
  })

  test('places and money are of the country', () => {
    for (const row of rows) {
      expect(row['place.countryCode']).toBe(country)
      expect(row['commerce.currency']).toBe(CURRENCIES[country] ?? 'EUR')
      expect(row['place.address']).toContain(row['place.city'])
    }
    const postcodes = new Map(rows.map((row) => [row['place.city'], row['place.postcode']]))
    expect(postcodes.size).toBeGreaterThan(country === 'KR' ? 0 : 2)
  })

  test('uniqueness goes by the path, whatever the language', () => {
    const unique = rowsIn(locale, { unique: { by: 'path' } })
    for (const shape of ['person.full', 'person.email', 'person.username', 'place.city'] as const)
      expect(new Set(unique.map((row) => row[shape])).size).toBe(ROWS)
  })
})

test('a language that nobody knows, and what is missing of one', () => {
  expect(readLocales(['tlh']).tlh).toMatchObject({ names: null, missing: ['names', 'addresses', 'phones'] })
  expect(readLocales(['en', 'en_US'])).toMatchObject({ en: { names: null, missing: [] }, en_US: { missing: [] } })
  expect(readLocales(['de_LU']).de_LU?.names).toEqual(readLocales(['de']).de?.names)
})
