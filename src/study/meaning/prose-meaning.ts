import type { ShapeName } from '../../model/shapes.ts'
import type { Meaning } from '../../model/study.ts'
import type { Value } from '../../model/value.ts'
import { entityOf } from './entity-of.ts'
import { ending, lexicon } from './lexicon.ts'
import { nounOf } from './noun-of.ts'
import type { Subject } from './subject.ts'
import { withoutTongue } from './tongues.ts'
import { bodyByTable, bodyWords, descriptionByTable, proseWords } from './words/prose.ts'

const PROSE = lexicon(proseWords)
const BODIES = lexicon([[true, bodyWords]])

/** Text that somebody wrote: what the table says it is. */
export function proseMeaning(subject: Subject): Meaning | null {
  const { table } = subject
  const words = withoutTongue(subject.words)
  const said = words.filter((word, at) => at === 0 || !/^(html|md|markdown|text|txt|plain|raw)$/.test(word))
  const hit = ending(PROSE, words) ?? ending(PROSE, said)
  if (hit !== null) {
    const shape = proseShape(subject, hit.value, hit.phrase)
    return shape === null ? null : written(subject, shape)
  }
  const main = ending(BODIES, words) ?? ending(BODIES, said)
  if (main === null) return null
  if (main.phrase === 'text' && main.before.length > 0) return null
  if (table.kind === 'tracking' || table.kind === 'setting' || table.kind === 'file' || table.kind === 'key')
    return null
  const shape =
    bodyByTable[table.kind] ?? (main.phrase === 'text' && table.kind === 'thing' ? 'content.excerpt' : 'content.body')
  return written(subject, shape)
}

function proseShape({ table }: Subject, shape: ShapeName, phrase: string): ShapeName | null {
  const { kind } = table
  if (/^(description|desc|descr|detail|longdescription|fulldescription|detaileddescription)$/.test(phrase))
    return descriptionByTable[kind] ?? shape
  if (/^(about|summary|shortdescription)$/.test(phrase))
    return kind === 'person' ? 'person.bio' : kind === 'task' && phrase === 'summary' ? 'content.task' : shape
  if (phrase === 'tagline') return kind === 'company' ? 'company.slogan' : shape
  if (phrase === 'comment') return kind === 'review' ? 'content.review' : shape
  if (phrase === 'message' || phrase === 'msg')
    return kind === 'tracking' || kind === 'run'
      ? null
      : kind === 'comment'
        ? 'content.comment'
        : kind === 'review'
          ? 'content.review'
          : shape
  if (/^(reason|detail|brief|pro|con|goal|hint)$/.test(phrase) && (kind === 'tracking' || kind === 'setting'))
    return null
  return shape
}

const DESCRIPTION = /^(desc|descr|description|details?|about)$/

function written(subject: Subject, shape: ShapeName): Meaning {
  const noun = shape === 'content.excerpt' && DESCRIPTION.test(subject.words.at(-1) ?? '') ? nounOf(subject) : null
  if (noun !== null) return { shape, entity: 'content', options: { noun }, evidence: 'name and table' }
  const format = shape === 'content.body' ? formatOf(subject) : null
  const options: Readonly<Record<string, Value>> | null = format === null ? null : { format }
  return {
    shape,
    entity: entityOf(subject, shape, []),
    ...(options === null ? {} : { options }),
    evidence: 'name and table',
  }
}

const formatOf = ({ words, table }: Subject): 'html' | 'markdown' | null =>
  words.includes('html')
    ? 'html'
    : words.includes('markdown') || words.includes('md') || (table.columns.has('frontmatter') && words.length === 1)
      ? 'markdown'
      : null
