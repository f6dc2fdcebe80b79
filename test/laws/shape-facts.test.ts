import { describe, expect, test } from 'vitest'
import type { ShapeName } from '../../src/model/shapes.ts'
import { ibanCheckDigits } from '../../src/values/shapes/finance/iban.ts'
import { eanCheckDigit, isbn10CheckDigit, luhnCheckDigit } from '../../src/values/shapes/product/check-digits.ts'
import { slugify } from '../../src/values/shapes/text/slugify.ts'
import { toAscii } from '../../src/values/shapes/text/to-ascii.ts'
import { shapeAtHand, shapeNames, textAt } from '../support/shape-at-hand.ts'

const rows = (count: number): number[] => Array.from({ length: count }, (_, row) => row)

/** Options for shapes that need some. */
const OPTIONS: Partial<Record<ShapeName, object>> = {
  'finance.id': { prefix: 'cus_' },
  'key.text': { style: 'nanoid' },
  'text.pattern': { pattern: '^[^@ ]+@[^@ ]+\\.[a-z]{2,}$' },
  'text.code': { alphabet: 'ABC', length: 5 },
  'commerce.price': { min: 1, max: 99, scale: 2 },
  json: { flavour: 'person', keys: ['email', 'website', 'avatarUrl'] },
  vector: { dimensions: 3 },
}
const textual = shapeNames.filter(
  (name) =>
    name.includes('.') &&
    !['person.birthdate', 'internet.httpStatus', 'file.size', 'place.latitude', 'place.longitude'].includes(name),
)

/** The values of a shape in so many rows, as texts. */
function draw(name: ShapeName, count: number): string[] {
  const shape = shapeAtHand<ShapeName>(name, (OPTIONS[name] ?? {}) as never, name.split('.')[0])
  return rows(count).map((row) => {
    const value = shape.value(row)
    return typeof value === 'string' ? value : JSON.stringify(value)
  })
}

const RESERVED = /(?:^|\.)(?:example\.(?:com|org|net)|example|test)$/

describe('nothing that is made reaches anyone', () => {
  test.each([...textual, 'json', 'xml'] as const)('%s: addresses lie under reserved domains', (name) => {
    for (const text of draw(name, name === 'content.body' || name === 'text.paragraphs' ? 1000 : 10_000)) {
      for (const [, host] of text.matchAll(/(?:https?:\/\/|[a-z0-9._-]@)([a-z0-9.-]+)/gi))
        expect(host).toMatch(RESERVED)
    }
  })

  test('e-mail addresses and URLs are what they should be', () => {
    for (const name of ['person.email', 'company.email'] as const) {
      for (const text of draw(name, 10_000))
        expect(text).toMatch(/^[a-z0-9]+(?:[._-][a-z0-9]+)*@[a-z0-9-]+(?:\.[a-z]+)+$/)
    }
    for (const name of ['internet.url', 'company.url', 'internet.image', 'person.avatar'] as const) {
      for (const text of draw(name, 10_000)) expect(RESERVED.test(new URL(text).hostname)).toBe(true)
    }
    for (const name of ['internet.domain', 'company.domain'] as const) {
      for (const text of draw(name, 10_000)) expect(text).toMatch(RESERVED)
    }
  })

  test('phone numbers are reserved for fiction, whatever their length', () => {
    for (const text of draw('person.phone', 10_000))
      expect(text).toMatch(/^(?:\+1-[2-9]\d\d-555-01\d\d|\+44 7700 900\d\d\d)$/)
    for (const [maxLength, form] of [
      [14, /^[2-9]\d\d-555-01\d\d$/],
      [10, /^[2-9]\d\d55501\d\d$/],
      [8, /^555-01\d\d$/],
    ] as const) {
      for (const row of rows(200)) expect(textAt('person.phone', { maxLength }, row)).toMatch(form)
    }
  })

  test('addresses of machines are those of documentation', () => {
    const v4 = /^(?:192\.0\.2|198\.51\.100|203\.0\.113)\.\d{1,3}$/
    for (const text of draw('software.ip', 2000)) expect(text).toMatch(v4)
    for (const row of rows(2000)) {
      expect(textAt('inet', {}, row)).toMatch(v4)
      expect(textAt('inet', { version: 6 }, row)).toMatch(/^2001:db8:/)
      expect(textAt('macaddr', { bytes: 6 }, row)).toMatch(/^02(?::[0-9a-f]{2}){5}$/)
    }
  })

  test('tokens say that they are for tests', () => {
    for (const text of [...draw('internet.token', 1000), ...draw('finance.id', 1000)]) expect(text).toContain('test_')
  })
})

describe('check digits', () => {
  test('are those of known numbers', () => {
    expect(eanCheckDigit('400638133393')).toBe(1)
    expect(isbn10CheckDigit('080442957')).toBe('X')
    expect(isbn10CheckDigit('030640615')).toBe('2')
    expect(luhnCheckDigit('7992739871')).toBe(3)
    expect(ibanCheckDigits('DE', '370400440532013000')).toBe('89')
    expect(ibanCheckDigits('AT', '1904300234573201')).toBe('61')
  })

  test('are right in everything that is made', () => {
    for (const text of draw('product.ean', 2000)) expect(eanCheckDigit(text.slice(0, 12))).toBe(Number(text.slice(12)))
    for (const text of draw('product.isbn', 2000)) {
      expect(text).toMatch(/^978\d{10}$/)
      expect(eanCheckDigit(text.slice(0, 12))).toBe(Number(text.slice(12)))
    }
    for (const row of rows(2000)) {
      const short = textAt('product.isbn', { maxLength: 10 }, row)
      expect(isbn10CheckDigit(short.slice(0, 9))).toBe(short.slice(9))
      const ean8 = textAt('product.ean', { maxLength: 8 }, row)
      expect(ean8).toMatch(/^2\d{7}$/)
      expect(eanCheckDigit(ean8.slice(0, 7))).toBe(Number(ean8.slice(7)))
    }
    for (const text of draw('finance.card', 500)) expect(luhnCheckDigit(text.slice(0, -1))).toBe(Number(text.slice(-1)))
    for (const text of draw('finance.iban', 2000)) {
      expect(ibanCheckDigits(text.slice(0, 2), text.slice(4))).toBe(text.slice(2, 4))
      expect(text).toHaveLength({ DE: 22, AT: 20, ES: 24, DK: 18, BE: 16, PL: 28 }[text.slice(0, 2)] as number)
    }
  })
})

describe('names from a list are whole or another one', () => {
  test('in short columns', () => {
    for (const row of rows(300)) {
      expect(
        () => new Intl.DateTimeFormat('en', { timeZone: textAt('place.timezone', { maxLength: 16 }, row) }),
      ).not.toThrow()
      expect(textAt('file.mime', { maxLength: 30 }, row)).toMatch(/^[a-z]+\/[a-z0-9+.-]+$/)
      expect(['GET', 'POST', 'PUT', 'HEAD']).toContain(textAt('internet.httpMethod', { maxLength: 4 }, row))
      expect(textAt('place.countryCode', { length: 3, maxLength: 2 }, row)).toBe(textAt('place.countryCode', {}, row))
      const iban = textAt('finance.iban', { maxLength: 20 }, row)
      expect(ibanCheckDigits(iban.slice(0, 2), iban.slice(4))).toBe(iban.slice(2, 4))
    }
  })
})

describe('columns of one entity', () => {
  const together = (names: readonly ShapeName[], row: number): string[] =>
    names.map((name) => String(shapeAtHand<ShapeName>(name, (OPTIONS[name] ?? {}) as never, 'entity').value(row)))

  test('speak of one person', () => {
    for (const row of rows(500)) {
      const [first, last, full, email, username, initials, avatar] = together(
        [
          'person.first',
          'person.last',
          'person.full',
          'person.email',
          'person.username',
          'person.initials',
          'person.avatar',
        ],
        row,
      ) as [string, string, string, string, string, string, string]
      expect(full).toBe(`${first} ${last}`)
      const plain = (name: string): string =>
        toAscii(name)
          .toLowerCase()
          .replaceAll(/[^a-z]/g, '')
      const local = email.split('@')[0] as string
      expect(local.startsWith(plain(first).charAt(0)), email).toBe(true)
      expect(local.includes(plain(last)) || local.includes(plain(first)), email).toBe(true)
      expect(username.includes(plain(last)) || username.includes(plain(first)), username).toBe(true)
      expect(initials).toBe((plain(first).charAt(0) + plain(last).charAt(0)).toUpperCase())
      expect(avatar).toContain(`${plain(first)}-${plain(last)}`)
    }
  })

  test('speak of one company, place and file', () => {
    for (const row of rows(500)) {
      const [name, domain, url, email] = together(
        ['company.name', 'company.domain', 'company.url', 'company.email'],
        row,
      ) as [string, string, string, string]
      expect(slugify(name).startsWith(domain.replace('.example', '')), `${name} ${domain}`).toBe(true)
      expect(url).toBe(`https://www.${domain}`)
      expect(email.endsWith(`@${domain}`)).toBe(true)

      const [city, country, code, postcode, address] = together(
        ['place.city', 'place.country', 'place.countryCode', 'place.postcode', 'place.address'],
        row,
      ) as [string, string, string, string, string]
      for (const part of [city, country, postcode]) expect(address).toContain(part)
      expect(code).toMatch(/^[A-Z]{2}$/)

      const [file, path, extension, mime] = together(
        ['file.name', 'file.path', 'file.extension', 'file.mime'],
        row,
      ) as [string, string, string, string]
      expect(path.endsWith(`/${file}`)).toBe(true)
      expect(file.endsWith(`.${extension}`)).toBe(true)
      expect({ jpg: 'image/jpeg', pdf: 'application/pdf', csv: 'text/csv', mp4: 'video/mp4' }[extension] ?? mime).toBe(
        mime,
      )
    }
  })

  test('speak of one product: name, description, material and number', () => {
    for (const row of rows(500)) {
      const [name, description, material, sku] = together(
        ['product.name', 'product.description', 'product.material', 'product.sku'],
        row,
      ) as [string, string, string, string]
      expect(description.toLowerCase()).toContain(material.toLowerCase())
      const kind = (sku.split('-')[1] as string).toLowerCase()
      expect(name.toLowerCase().replaceAll(/[^a-z]/g, '')).toContain(kind)
      expect(description.toLowerCase().replaceAll(/[^a-z]/g, '')).toContain(kind)
    }
  })

  test('speak of one text: the slug is that of the title', () => {
    for (const row of rows(500)) {
      const [title, slug] = together(['content.title', 'content.slug'], row) as [string, string]
      expect(slug).toBe(slugify(title))
      expect(slug).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
    }
  })
})

describe('variety', () => {
  const LEAST: Partial<Record<ShapeName, number>> = {
    'content.title': 9700,
    'text.sentence': 9000,
    'content.task': 7500,
    'content.comment': 8500,
    'content.review': 8000,
    'content.message': 7500,
    'content.note': 7000,
    'content.excerpt': 8000,
    'product.name': 8500,
    'person.full': 9800,
    'company.name': 7000,
    'text.words': 9000,
    'content.event': 6000,
    'person.bio': 8500,
    'content.question': 6000,
    'place.address': 9000,
    'content.team': 6000,
  }
  test.each(Object.entries(LEAST) as [ShapeName, number][])(
    '%s: at least so many of 10,000 are different: %d',
    (name, least) => {
      expect(new Set(draw(name, 10_000)).size).toBeGreaterThanOrEqual(least)
    },
  )

  test.each(textual)('%s: no gap is left open, nothing is undefined, nothing stands twice', (name) => {
    for (const text of draw(name, 1000)) {
      expect(text).not.toMatch(/undefined|null|NaN|\{|\}|\[object/)
      expect(text).not.toMatch(/\b([A-Za-z]{4,}) \1\b| {2}| [,.;:?!]/)
    }
  })
})
