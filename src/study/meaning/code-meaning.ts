import type { ShapeName } from '../../model/shapes.ts'
import type { Meaning } from '../../model/study.ts'
import type { Value } from '../../model/value.ts'
import { entityOf } from './entity-of.ts'
import { ending, exactly, lexicon } from './lexicon.ts'
import type { Subject } from './subject.ts'
import { codeWords, numberedProviders, PLAIN_CODE, paymentIds, surePaymentIds } from './words/codes.ts'

type Code = readonly ['d' | 'a' | 'x' | 'h', number, string]

const CODES = lexicon<Code>(codeWords.map(([alphabet, length, prefix, list]) => [[alphabet, length, prefix], list]))
const PAYMENT = lexicon(paymentIds)
const SURE = lexicon([[true, surePaymentIds]])
const NUMBERED = lexicon([[true, numberedProviders]])
const ALPHABETS = {
  d: '0123456789',
  a: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  x: '23456789ABCDEFGHJKLMNPQRSTUVWXYZ',
  h: '0123456789abcdef',
} as const

/** The phrase of a code at the end of these words: `asset tag`; empty for none. */
export const codePhrase = (words: readonly string[]): string => ending(CODES, words)?.phrase ?? ''

/** Codes that people read out, and ids that other systems gave out. */
export function codeMeaning(subject: Subject): Meaning | null {
  const { words } = subject
  const last = words.at(-1) ?? ''
  const id = external(subject)
  if (id !== null) return id
  if (words.length > 1 && last === 'id') return idText(subject)
  if (/^(uuid|guid)$/.test(last)) return key(subject, 'uuid')
  const hit = ending(CODES, words)
  if (hit !== null) return code(subject, hit.value, 'name')
  if (words.length > 1 && last === 'number') return code(subject, ['d', 8, ''], 'name')
  return words.length === 1 && last === 'code' ? codeByTable(subject) : null
}

/** `stripe_customer_id`, `payment_intent_id`. */
function external({ words }: Subject): Meaning | null {
  const at = words.indexOf('stripe')
  const rest = at < 0 ? words : words.slice(at + 1)
  if (at < 0 && exactly(SURE, words) === undefined) return null
  const prefix =
    rest.length === 0
      ? undefined
      : (exactly(PAYMENT, rest) ?? (rest.at(-1) === 'id' ? ending(PAYMENT, rest)?.value : undefined))
  if (prefix === undefined) return at >= 0 && rest.join('') === 'id' ? id('cus_') : null
  return id(prefix)
}

const id = (prefix: string): Meaning => ({ shape: 'finance.id', entity: null, options: { prefix }, evidence: 'name' })

/** Ids of things elsewhere: long numbers of the large networks, else something that carries no sense. */
function idText(subject: Subject): Meaning | null {
  const rest = subject.words.slice(0, -1)
  const coded = ending(CODES, subject.words)
  if (coded !== null) return code(subject, coded.value, 'name')
  if (exactly(NUMBERED, rest) !== undefined) return code(subject, ['d', 18, ''], 'name')
  return key(subject, /^(trace|request|correlation|span|session|client)$/.test(rest.at(-1) ?? '') ? 'hex' : 'nanoid')
}

function key({ facts }: Subject, otherwise: string): Meaning | null {
  const { maxLength } = facts.domain
  if ((maxLength ?? 99) < 12) return null
  const style =
    maxLength === 36
      ? 'uuid'
      : maxLength === 32
        ? 'hex'
        : maxLength === 26
          ? 'ulid'
          : otherwise === 'uuid' && (maxLength ?? 99) < 36
            ? 'hex'
            : otherwise
  return { shape: 'key.text', entity: null, options: { style }, evidence: 'name' }
}

/** A code that fits into the column: without its prefix, then shorter. */
function code({ facts }: Subject, [alphabet, length, prefix]: Code, evidence: string): Meaning {
  const most = facts.domain.maxLength ?? 99
  const front = most >= prefix.length + length ? prefix : ''
  const size = Math.max(1, Math.min(length, most - front.length))
  return {
    shape: 'text.code',
    entity: null,
    options: { alphabet: ALPHABETS[alphabet], length: size, ...(front === '' ? {} : { prefix: front }) },
    evidence,
  }
}

const CODE_SHAPES: Readonly<Record<string, ShapeName>> = {
  country: 'place.countryCode',
  region: 'place.regionCode',
  currency: 'commerce.currency',
  language: 'place.language',
  locale: 'place.locale',
  product: 'product.sku',
  line: 'product.sku',
}

/** `code`, by what the table holds. */
function codeByTable(subject: Subject): Meaning | null {
  const { table, facts } = subject
  const shape = CODE_SHAPES[table.kind]
  if (shape === undefined) return table.words.at(-1) === 'snippet' ? null : code(subject, PLAIN_CODE, 'name')
  const options: Readonly<Record<string, Value>> | null =
    shape === 'place.language'
      ? { code: true }
      : shape === 'place.countryCode'
        ? { length: facts.domain.maxLength === 3 ? 3 : 2 }
        : null
  return {
    shape,
    entity: entityOf(subject, shape, []),
    ...(options === null ? {} : { options }),
    evidence: 'name and table',
  }
}
