import type { Meaning } from '../../model/study.ts'
import { ending, exactly, lexicon, phraseSet } from './lexicon.ts'
import type { Subject } from './subject.ts'
import { singular, tokens } from './tokens.ts'
import { birthWords, plannedTables, type TimeShape, timePairs, timeTails, timeWords } from './words/times.ts'

const SHAPES = lexicon(timeWords)
const TAILS = phraseSet(timeTails)
const BIRTHS = phraseSet(birthWords)
const PLANNED = new Set(plannedTables.split('|').map((kind) => kind.trim()))
const HOUR = 3_600_000
const DATES = /^(date|timestamp|timestamptz)$/

/** When something of the row happened: never a text, and `of` names the column of its own table that comes before it. */
export function timeMeaning(subject: Subject): Meaning | null {
  const { base, words } = subject
  const dated = DATES.test(base)
  if (
    BIRTHS.has(words.map(singular).join('')) ||
    /^(birth|birthday|birthdate|dob)$/.test(words.at(-1) ?? '') ||
    (words.includes('birth') && base === 'date')
  )
    return base === 'date' ? { shape: 'person.birthdate', entity: personOf(words), evidence: 'name and type' } : null
  const said = shapeOf(words, subject.table.kind) ?? ownDate(subject)
  if (said === null) return null
  if (!dated) return clock(said)
  const other = otherEnd(subject)
  if (other !== null) return { shape: 'ended', entity: null, of: other, evidence: 'name and type' }
  // An e-mail is there since it was sent, not since it was opened, which it need not be.
  const since = said === 'created' || said === 'happened' ? recorded(subject) : null
  if (since !== null && since !== subject.column.name && said === 'created' && !subject.column.notNull)
    return { shape: 'happened', entity: null, of: since, evidence: 'name and type' }
  const shape = since === subject.column.name ? 'created' : said
  // `remember_created_at` beside `created_at` is another time of the row's life.
  const first = shape === 'created' && words.length > 2 ? plainlyCreated(subject) : null
  if (first !== null) return { shape: 'happened', entity: null, of: first, evidence: 'name and type' }
  const of = shape === 'created' || shape === 'started' ? null : before(subject, shape)
  return { shape, entity: null, ...(of === null ? {} : { of }), evidence: 'name and type' }
}

const personOf = (words: readonly string[]): string => {
  const whose = words.filter(
    (word) => !/^(birth|birthday|birthdate|date|dob|of|born|on|day|user|patient|member)$/.test(word),
  )
  return whose.length === 0 ? 'person' : `person:${whose.join('_')}`
}

/** Times of day: opening in the morning, closing in the evening. */
function clock(shape: TimeShape): Meaning | null {
  if (shape === 'started')
    return {
      shape: 'time',
      entity: null,
      options: { from: 7 * HOUR, to: 12 * HOUR, step: 900_000 },
      evidence: 'name and type',
    }
  if (shape === 'ended')
    return {
      shape: 'time',
      entity: null,
      options: { from: 13 * HOUR, to: 21 * HOUR, step: 900_000 },
      evidence: 'name and type',
    }
  return null
}

/** The name without what only says that it is a time. */
function spoken(words: readonly string[]): readonly string[] {
  let end = words.length
  while (end > 1 && TAILS.has(words[end - 1] ?? '')) end--
  const start =
    end > 1 && /^(date|time|timestamp|dt|ts)$/.test(words[0] ?? '') ? (words[1] === 'of' && end > 2 ? 2 : 1) : 0
  return words.slice(start, end)
}

function shapeOf(words: readonly string[], kind: string): TimeShape | null {
  const said = spoken(words)
  const alone = words.length === 1 && /^(date|day|time|datetime|timestamp|when)$/.test(words[0] ?? '')
  if (alone || (said.length === 1 && /^(date|time)$/.test(said[0] ?? '')))
    return PLANNED.has(kind) ? 'started' : 'happened'
  // A name of one word that is a noun (`order`, `event`) is only a time where it says so; past forms always are.
  const exact = exactly(SHAPES, words) ?? exactly(SHAPES, said) ?? ending(SHAPES, said)?.value
  if (exact !== undefined) return exact
  const last = said.at(-1) ?? ''
  if (words[0] === 'last' || words[0] === 'latest' || words[0] === 'first') return 'happened'
  return /..ed$/.test(last) ? 'happened' : null
}

/** For an end the start of the same thing, else the time of creation. */
function before(subject: Subject, shape: TimeShape): string | null {
  if (shape === 'ended' || shape === 'due' || shape === 'happened') {
    const start = startOf(subject)
    if (start !== null) return start
  }
  const created = only(subject, 'created')
  if (shape === 'ended') return only(subject, 'started') ?? created
  return created ?? (shape === 'due' ? only(subject, 'started') : null)
}

/** Guests arrive and depart, trains depart and arrive: of the two the column that stands first is the start. Null: this is not the second one. */
function otherEnd({ words, relation, column, all, base }: Subject): string | null {
  const [end] = spoken(words)
  const start = end === 'arrival' ? 'departure' : end === 'departure' ? 'arrival' : null
  if (start === null || spoken(words).length > 1) return null
  const first = relation.columns.find(
    ({ name }) => all[name]?.base === base && all[name]?.isArray === false && spoken(tokens(name)).join('') === start,
  )
  return first !== undefined && relation.columns.indexOf(first) < relation.columns.indexOf(column) ? first.name : null
}

/** The column that has the words of this one, with the word for its end replaced by that for its start. */
function startOf({ words, relation, column, all, base }: Subject): string | null {
  const mine = [spoken(words).join(''), spoken(words).map(singular).join('')]
  const wanted = new Set<string>()
  for (const [end, start] of timePairs)
    for (const name of mine)
      if (name.includes(end)) wanted.add(name.replace(end, start)).add(`${name.replace(end, start)}s`)
  const found = relation.columns.filter(
    (other) =>
      other.name !== column.name &&
      DATES.test(all[other.name]?.base ?? '') &&
      all[other.name]?.isArray === false &&
      wanted.has(spoken(tokens(other.name)).join('')),
  )
  // A date ends what a date began, where there are both.
  return (found.find((other) => all[other.name]?.base === base) ?? found[0])?.name ?? null
}

/** The first column of the relation that has this shape. */
function only(subject: Subject, shape: TimeShape): string | null {
  const { relation, column, all, table } = subject
  const found = relation.columns.filter(
    (other) =>
      other.name !== column.name &&
      DATES.test(all[other.name]?.base ?? '') &&
      all[other.name]?.isArray === false &&
      shapeOf(tokens(other.name), table.kind) === shape,
  )
  const since = shape === 'created' ? recorded(subject) : null
  if (since !== null) return since === column.name ? null : since
  return (found.find((other) => /^(created|inserted|added)/.test(other.name.toLowerCase())) ?? found[0])?.name ?? null
}

/** Where no column is called `created_at`: the only time that every row has from the moment on in which it is written. */
function recorded(subject: Subject): string | null {
  const { relation, all, table } = subject
  const times = relation.columns.filter(
    ({ name, notNull, default: written }) =>
      notNull && written !== null && DATES.test(all[name]?.base ?? '') && all[name]?.isArray === false,
  )
  const told = times.filter(({ name }) => /^(created|happened)$/.test(shapeOf(tokens(name), table.kind) ?? ''))
  const [first] = told
  const plainly = relation.columns.some(({ name }) => /^(created|inserted|added)/.test(name.toLowerCase()))
  return plainly || told.length !== 1 || first === undefined ? null : first.name
}

/** `diary_date` of `diaries`. */
function ownDate({ words, table }: Subject): TimeShape | null {
  const said = spoken(words)
  if (said.length === words.length || !said.every((word) => table.words.includes(singular(word)))) return null
  return PLANNED.has(table.kind) ? 'started' : 'happened'
}

/** Another column that is called `created_at`, `created`, `inserted_at` and no more. */
const plainlyCreated = ({ relation, column, all }: Subject): string | null =>
  relation.columns.find(
    (other) =>
      other.name !== column.name &&
      DATES.test(all[other.name]?.base ?? '') &&
      /^(created|inserted)$/.test(spoken(tokens(other.name)).join('')),
  )?.name ?? null
