import type { ShapeName } from '../../model/shapes.ts'
import type { Meaning } from '../../model/study.ts'
import type { Value } from '../../model/value.ts'
import { entityOf } from './entity-of.ts'
import { statusMeaning } from './label-meaning.ts'
import type { Hit } from './lexicon.ts'
import type { Subject } from './subject.ts'
import { singular } from './tokens.ts'

/** A shape that the name gave, as the table, the length and the neighbours want it. */
export function adjusted(subject: Subject, named: ShapeName, hit: Omit<Hit<unknown>, 'value'>): Meaning | null {
  const { before, phrase } = hit
  if (named === 'label.status') return statusMeaning(subject, before)
  const shape = byTable(subject, named, before, phrase)
  if (shape === null) return null
  const entity = entityOf(subject, shape, [...before, ...ownerWords(subject, shape, hit)])
  const options = optionsOf(subject, shape, phrase)
  const sized = options !== null && subject.facts.domain.maxLength !== undefined
  const evidence = shape !== named ? 'name and table' : sized ? 'name and type' : 'name'
  return { shape, entity, ...(options === null ? {} : { options }), evidence }
}

const OWN_PERSON = /^(fullname|realname|personname)$/
const OWN_COMPANY = /^(company|organi[sz]ation|org|business|legal|trade|registered)(name)?$/
const PLACES =
  /^(departurecity|arrivalcity|birthplace|placeofbirth|hometown|countryof\w+|residencecountry|(home|billing|shipping|delivery|pickup|dropoff|property|venue)address)$/

/** The words of the phrase that say themselves whose it is: `author`, `account holder name`, `birthplace`. */
function ownerWords({ table }: Subject, shape: ShapeName, hit: Omit<Hit<unknown>, 'value'>): readonly string[] {
  const { phrase, words } = hit
  const named =
    (shape === 'person.full' && !OWN_PERSON.test(phrase)) ||
    (shape === 'company.name' && table.kind !== 'company' && !OWN_COMPANY.test(phrase))
  if (named) return words.filter((word) => word !== 'name')
  if (!shape.startsWith('place.') || !PLACES.test(phrase)) return []
  return words.filter((word) => !/^(city|address|place|town|country|of)$/.test(word))
}

function byTable(subject: Subject, shape: ShapeName, before: readonly string[], phrase: string): ShapeName | null {
  const { kind, columns } = subject.table
  const most = subject.facts.domain.maxLength ?? Number.POSITIVE_INFINITY
  switch (shape) {
    case 'person.email':
      return kind === 'company' && ownEmail(subject, before) ? 'company.email' : shape
    case 'place.country':
      return most <= 3 ? 'place.countryCode' : shape
    case 'place.region':
      return most <= 3 ? 'place.regionCode' : shape
    case 'place.address':
      // Beside a city the address is the street.
      return phrase.endsWith('address') &&
        columns.has([...before.map(singular), 'city'].join('')) &&
        !/^(full|formatted)/.test(phrase)
        ? 'place.street'
        : shape
    case 'internet.domain':
      return kind === 'company' ? 'company.domain' : shape
    case 'product.brand':
      return kind === 'method' || kind === 'payment' ? null : shape
    case 'internet.image':
      return kind === 'person' && before.length === 0 && /^(image|photo|picture|img|pic)$/.test(phrase)
        ? 'person.avatar'
        : shape
    case 'content.category':
      return kind === 'product' && phrase === 'category' ? 'product.category' : shape
    default:
      return shape
  }
}

/** `email`, `billing_email` of a company; but `contact_email` beside `contact_name` is the contact's. */
function ownEmail({ table }: Subject, before: readonly string[]): boolean {
  if (before.length === 0) return true
  const prefix = before.map(singular).join('')
  return !['name', 'firstname', 'fullname', 'phone', 'person'].some((name) => table.columns.has(prefix + name))
}

function optionsOf(
  { facts, column, words, base }: Subject,
  shape: ShapeName,
  phrase: string,
): Readonly<Record<string, Value>> | null {
  const most = facts.domain.maxLength ?? Number.POSITIVE_INFINITY
  switch (shape) {
    case 'place.countryCode':
      return {
        length: /3(code)?$/.test(phrase) || (most === 3 && (base === 'bpchar' || phrase !== 'countrycode')) ? 3 : 2,
      }
    case 'place.language':
      return /code|^lang$|iso/.test(phrase) || most <= 5 || /^'[a-z]{2}'/.test(column.default ?? '')
        ? { code: true }
        : null
    case 'internet.hash':
      return hashLength(phrase, words)
    default:
      return null
  }
}

const hashLength = (phrase: string, words: readonly string[]): Readonly<Record<string, Value>> | null =>
  phrase === 'md5' || words.includes('md5')
    ? { length: 32 }
    : /^(sha1|commitsha|commithash)$/.test(phrase)
      ? { length: 40 }
      : phrase === 'sha256'
        ? { length: 64 }
        : null
