import type { Meaning } from '../../model/study.ts'
import { fitted, isReferenceType, literal } from './label-meaning.ts'
import { ending, type Hit, lexicon, phraseSet } from './lexicon.ts'
import type { Subject } from './subject.ts'
import { singular } from './tokens.ts'
import { labelWords } from './words/labels.ts'
import { loneLabels } from './words/lone-labels.ts'

const LABELS = lexicon(labelWords)
const LONE = loneLabels.map(([values, phrases, tables]) => ({ values, phrases: phraseSet(phrases), tables }))

/** Words of a known list: `blood_type`, `utm_medium`; some only where they are all that the name says (`plan`, `source`). */
export function listedMeaning(subject: Subject): (Meaning & { readonly phrase: string }) | null {
  // `commentable_type` beside `commentable_id` names a table.
  if (isReferenceType(subject)) return null
  const hit = ending(LABELS, subject.words)
  if (hit !== null) return listed(subject, hit.value, hit.phrase, 'name')
  const lone = loneOf(subject)
  return lone === null ? null : listed(subject, lone.value, lone.phrase, 'name and table')
}

function loneOf({ words, table }: Subject): Pick<Hit<string>, 'value' | 'phrase'> | null {
  const own = words.filter((word, at) => at === words.length - 1 || !table.words.includes(singular(word)))
  for (const key of new Set([words, own].map((said) => said.map(singular).join(''))))
    for (const { values, phrases, tables } of LONE)
      if (
        phrases.has(key) &&
        (tables === null || tables.includes(table.kind) || tables.includes(table.words.at(-1) ?? ''))
      )
        return { value: values, phrase: key }
  return null
}

function listed(
  { facts, column }: Subject,
  list: string,
  phrase: string,
  evidence: string,
): (Meaning & { readonly phrase: string }) | null {
  const words = list.split(' | ').map((word) => word.trim())
  if (facts.domain.values !== undefined) return { shape: 'label.kind', entity: null, evidence, phrase }
  const values = fitted(words, literal(column.default), facts.domain.maxLength)
  return values === null ? null : { shape: 'label.kind', entity: null, options: { values }, evidence, phrase }
}
