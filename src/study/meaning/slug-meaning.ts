import type { Meaning } from '../../model/study.ts'
import { phraseSet } from './lexicon.ts'
import type { Subject } from './subject.ts'
import { singular, tokens } from './tokens.ts'

const TITLES = [
  'title',
  'name',
  'display name',
  'headline',
  'label',
  'full name',
  'company name',
  'question',
  'subject',
  'heading',
  'product name',
]
const SLUGS = phraseSet(
  'slug | permalink | url slug | seo slug | url key | handle | seo name | url name | subdomain | post slug | page slug | identifier slug | seo url',
)

/** A text that says the title of the row as a link has it. */
export function slugMeaning(subject: Subject): Meaning | null {
  const { words, table, relation, facts } = subject
  if (facts.domain.values !== undefined) return null
  const key = words.map(singular).join('')
  const own = words.length > 1 && words.at(-1) === 'slug'
  if (!SLUGS.has(key) && !own) return null
  if (key === 'handle' && table.kind === 'person')
    return { shape: 'person.username', entity: 'person', evidence: 'name and table' }
  // `category_slug` follows `category_name` or `category`.
  const titles = own
    ? [`${words.slice(0, -1).join(' ')} name`, `${words.slice(0, -1).join(' ')} title`, words.slice(0, -1).join(' ')]
    : []
  const other = own && !table.words.includes(singular(words[0] ?? '')) && !SLUGS.has(key)
  const candidates = other ? titles : [...titles, ...TITLES]
  const texts = relation.columns.filter(
    (one) =>
      /^(text|varchar|bpchar|citext)$/.test((subject.all[one.name]?.base ?? '').replace(/^.*\./, '')) &&
      subject.all[one.name]?.isArray === false,
  )
  for (const title of candidates) {
    const found = texts.find((one) => one.name !== subject.column.name && tokens(one.name).join(' ') === title)
    if (found !== undefined) return { shape: 'slug-of', entity: null, of: found.name, evidence: 'name and table' }
  }
  return { shape: 'content.slug', entity: 'content', evidence: 'name' }
}
