import type { ShapeName } from '../../model/shapes.ts'
import type { Meaning } from '../../model/study.ts'
import { entityOf } from './entity-of.ts'
import { ending, lexicon, phraseSet } from './lexicon.ts'
import { nounOf } from './noun-of.ts'
import type { Subject } from './subject.ts'
import { kindOfWords } from './table-sense.ts'
import { singular } from './tokens.ts'
import { withoutTongue } from './tongues.ts'
import { nameByTable, nameWords, titleWords } from './words/prose.ts'
import { companyRoles, neutralWords, peopleRoles } from './words/qualifiers.ts'

const NAMES = lexicon([[true, nameWords]])
const TITLES = lexicon([[true, titleWords]])
const NEUTRAL = phraseSet(neutralWords)
const PEOPLE = phraseSet(peopleRoles)
const COMPANIES = phraseSet(companyRoles)

/** What names the row (`name`, `title`) or another thing (`customer_name`). */
export function nameMeaning(subject: Subject): Meaning | null {
  const words = withoutTongue(subject.words)
  const titled = ending(TITLES, words)
  const named = titled === null ? ending(NAMES, words) : null
  if (titled !== null)
    return titled.before.every((word) => NEUTRAL.has(word) || subject.table.words.includes(singular(word))) ||
      titled.phrase !== 'title'
      ? title(subject, titled.phrase)
      : null
  if (named === null) return null
  const others = named.before.map(singular).filter((word) => !NEUTRAL.has(word))
  if (others.length > 0 && !others.every((word) => subject.table.words.includes(word)))
    return named.phrase === 'name' || named.phrase === 'nm' || named.phrase === 'displayname'
      ? otherName(subject, others)
      : null
  return own(subject, named.phrase)
}

/** Tables with a person behind every row. */
const SENT = /^(message|comment|review|order|appointment|invitation|payment|subscription|answer|task)$/

/** `customer_name`: what the words before it name. */
function otherName(subject: Subject, others: readonly string[]): Meaning | null {
  const key = others.at(-1) ?? ''
  const role = PEOPLE.has(key) || PEOPLE.has(others.join(''))
  const kind = kindOfWords(others)
  const shape =
    role || kind === 'person'
      ? 'person.full'
      : COMPANIES.has(key) || kind === 'company'
        ? 'company.name'
        : kind === null
          ? null
          : nameByTable[kind]
  return shape === null ? null : { shape, entity: entityOf(subject, shape, others), evidence: 'name' }
}

function own(subject: Subject, phrase: string): Meaning | null {
  const { kind, columns } = subject.table
  if (phrase === 'label' && (kind === 'place' || kind === 'thing' || kind === 'tracking')) return null
  if (phrase === 'caption') return { shape: 'content.excerpt', entity: 'content', evidence: 'name' }
  if (kind === 'thing' && columns.has('name') && phrase !== 'name' && phrase !== 'displayname') return null
  // Who wrote to us, ordered or is invited: a name beside a mail address or a phone.
  const sender =
    SENT.test(kind) &&
    phrase === 'name' &&
    (columns.has('email') || columns.has('phone') || columns.has('emailaddress'))
  const shape = sender ? 'person.full' : nameByTable[kind]
  const noun = shape === 'content.title' ? nounOf(subject) : null
  if (noun !== null) return { shape: 'content.title', entity: 'content', options: { noun }, evidence: 'name and table' }
  return shape === null ? null : { shape, entity: entityOf(subject, shape, []), evidence: 'name and table' }
}

/** What a title is by table: a job for a person, a task for a ticket. */
function title(subject: Subject, phrase: string): Meaning | null {
  const { kind } = subject.table
  const { maxLength } = subject.facts.domain
  const shape: ShapeName =
    kind === 'person' && /^(title|header|headline)$/.test(phrase)
      ? phrase === 'title' && (maxLength ?? 99) <= 10
        ? 'person.prefix'
        : 'person.job'
      : /^(metatitle|seotitle|ogtitle|pagetitle|emailsubject|subjectline|alt|alttext|heading|header)$/.test(phrase)
        ? 'content.title'
        : (titleShapes[kind] ?? 'content.title')
  const noun = shape === 'content.title' && isBargain(subject) ? nounOf(subject) : null
  if (noun !== null) return { shape, entity: 'content', options: { noun }, evidence: 'name and table' }
  return { shape, entity: entityOf(subject, shape, []), evidence: 'name and table' }
}

/** What people call a deal or a contract is no headline. */
const isBargain = ({ table }: Subject): boolean =>
  /^(deal|opportunity|proposal|contract|agreement|quotation|tender|bid|claim|negotiation|mandate)$/.test(
    table.words.at(-1) ?? '',
  )

/** Tables whose title is no headline. */
const titleShapes: Readonly<Record<string, ShapeName>> = {
  task: 'content.task',
  event: 'content.event',
  appointment: 'content.event',
  product: 'product.name',
  job: 'person.job',
  group: 'content.team',
  category: 'content.category',
  feature: 'content.feature',
  question: 'content.question',
  tag: 'content.tag',
  file: 'content.title',
}
