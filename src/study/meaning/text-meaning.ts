import type { ShapeName } from '../../model/shapes.ts'
import type { Meaning } from '../../model/study.ts'
import { adjusted } from './adjusted.ts'
import { codeMeaning, codePhrase } from './code-meaning.ts'
import { colorMeaning } from './color-meaning.ts'
import { commentMeaning } from './comment-meaning.ts'
import { imageMeaning } from './image-meaning.ts'
import { isReferenceType, statusMeaning } from './label-meaning.ts'
import { ending, lexicon } from './lexicon.ts'
import { listedMeaning } from './listed-meaning.ts'
import { locationMeaning } from './location-meaning.ts'
import { nameMeaning } from './name-meaning.ts'
import { proseMeaning } from './prose-meaning.ts'
import { slugMeaning } from './slug-meaning.ts'
import type { Subject } from './subject.ts'
import { peopleWords } from './words/people.ts'
import { placeWords } from './words/places.ts'
import { thingWords } from './words/things.ts'

const FACTS = lexicon<ShapeName | null>([
  ...thingWords.filter(([shape]) => shape === null),
  ...peopleWords,
  ...placeWords,
  ...thingWords,
])
const PASSWORD =
  /(^|_)(password|passwd|pwd|user_pass|passphrase|password_hash|password_digest|hashed_password|encrypted_password|pass_hash|crypted_password)$/
/** Two words that say so whatever comes before. */
const CREATOR = /_(by|by_name)$/
/** How often something is paid. */
const PERIOD =
  /^(billing_|price_|plan_|subscription_|recurring_|renewal_|payment_)?(interval|billing_cycle|billing_period)$|^(billing|payment)_(cycle|period|frequency)$/
/** Short columns keep no more than a code. */
const ROOM: readonly (readonly [RegExp, number])[] = [
  [
    /^(content\.(title|body|excerpt|comment|review|message|question|task|note|event|team|feature)|product\.description|person\.bio|company\.(name|slogan)|product\.name)$/,
    10,
  ],
  [
    /^(person\.(email|avatar|full)|internet\.(url|image|domain|userAgent)|file\.|place\.(street|address|timezone)|finance\.(iban|id))/,
    10,
  ],
  [/^(person\.(first|last|username|phone|job)|place\.city|internet\.token|content\.(tag|category))/, 5],
]

/** What a text says, by its name first, then with its table, then by its comment. */
export function textMeaning(subject: Subject): Meaning | null {
  const meaning = named(subject) ?? commentMeaning(subject, FACTS)
  if (meaning === null || subject.facts.domain.values !== undefined) return chosen(subject, meaning)
  const most = subject.facts.domain.maxLength ?? Number.POSITIVE_INFINITY
  return ROOM.some(([shapes, least]) => shapes.test(meaning.shape) && most < least) ? null : meaning
}

/** Of a column with its values given only what kind of label it is. */
const chosen = ({ facts }: Subject, meaning: Meaning | null): Meaning | null =>
  meaning === null ||
  facts.domain.values === undefined ||
  /^(label\.|commerce\.|place\.|person\.(gender|prefix)|product\.(color|category|material))/.test(meaning.shape)
    ? meaning
    : null

function named(subject: Subject): Meaning | null {
  const snake = subject.words.join('_')
  if (PASSWORD.test(snake)) return { shape: 'password', entity: null, evidence: 'name' }
  if (CREATOR.test(snake) && /ed_by/.test(snake))
    return { shape: 'person.full', entity: `person:${subject.words[0]}`, evidence: 'name' }
  if (snake === 'position' && subject.table.kind === 'person')
    return { shape: 'person.job', entity: 'person', evidence: 'name and table' }
  if (PERIOD.test(snake) && (subject.facts.domain.maxLength ?? 99) >= 5)
    return {
      shape: 'label.status',
      entity: null,
      options: { values: ['month', 'month', 'month', 'year'] },
      evidence: 'name',
    }
  const slug = slugMeaning(subject)
  if (slug !== null) return slug
  const image = imageMeaning(subject)
  if (image !== null) return image
  const color = colorMeaning(subject)
  if (color !== null) return color
  const words =
    /^\p{N}+$/u.test(subject.words.at(-1) ?? '') && ending(FACTS, subject.words) === null
      ? subject.words.slice(0, -1)
      : subject.words
  const hit = ending(FACTS, words)
  const listed = listedMeaning({ ...subject, words })
  if (listed !== null && listed.phrase.length >= (hit?.phrase.length ?? 0)) {
    const { phrase: _, ...meaning } = listed
    return meaning
  }
  if (hit !== null && codePhrase(words).length > hit.phrase.length) return codeMeaning(subject)
  if (hit !== null && strong(subject, hit.before, hit.phrase))
    return hit.value === null ? null : adjusted(subject, hit.value, hit)
  if (/^(state|status)$/.test(words.at(-1) ?? '')) return state(subject, words.slice(0, -1))
  return locationMeaning(subject) ?? codeMeaning(subject) ?? nameMeaning({ ...subject, words }) ?? proseMeaning(subject)
}

/** Words that are only taken alone, or after words that change nothing: after others they are names of other things. */
const WEAK =
  /^(type|kind|tier|product|company|organization|publisher|project|task|team|tag|topic|question|job|author|artist|actor|interest|feature|version|role|link|material|fabric|brand|image|cover|login|pan|vat|hash|mail|cell|position|reply|pic|lat|lon|division|channel|reference|phase|hex|ext|extension)$/

function strong(subject: Subject, before: readonly string[], phrase: string): boolean {
  if (!WEAK.test(phrase)) return true
  if (phrase === 'type' || phrase === 'kind') return !isReferenceType(subject)
  if (/^(tier|role|version|cover|image|hash|mail|link|phase)$/.test(phrase)) return true
  return (
    before.length === 0 ||
    before.every((word) => subject.table.words.includes(word) || /^(main|primary|default|current|is)$/.test(word))
  )
}

/** A state of a country beside a city or a postcode, else of affairs. */
function state(subject: Subject, before: readonly string[]): Meaning | null {
  const { columns, kind } = subject.table
  const prefix = before.join('')
  const placed = ['city', 'zip', 'zipcode', 'postcode', 'postalcode', 'country', 'street', 'town', 'countrycode'].some(
    (name) => columns.has(prefix + name),
  )
  if (
    subject.words.at(-1) === 'state' &&
    subject.facts.domain.values === undefined &&
    (placed || kind === 'place' || kind === 'city' || /^(billing|shipping|home|mailing|delivery)$/.test(prefix))
  )
    return adjusted(subject, (subject.facts.domain.maxLength ?? 99) <= 3 ? 'place.regionCode' : 'place.region', {
      before,
      phrase: 'state',
      words: ['state'],
    })
  if (subject.words.at(-1) === 'state' && before.length > 0) return null
  return statusMeaning(subject, before)
}
