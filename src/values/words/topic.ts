import { lines } from './lines.ts'

/** What a text can be about: its words belong together, so a title, its excerpt and its body speak of the same thing. */
export interface Topic {
  /** A noun without an article: `sourdough bread`. */
  readonly subject: readonly string[]
  readonly category: string
  readonly tags: readonly string[]
  /** Infinitives: `feed a starter`. */
  readonly do: readonly string[]
  /** The same as gerunds: `feeding a starter`. */
  readonly doing: readonly string[]
  /** Plural nouns. */
  readonly things: readonly string[]
  /** Whole sentences. */
  readonly facts: readonly string[]
}

/** Verbs that double their last letter. */
const DOUBLING = new Set(
  'plan set cut run plot get put swap pin trim fit map ship scan wrap drop stop tag spot dig pot knit chop prep log debug win begin step let shop nap clip strip'.split(
    ' ',
  ),
)

/** `feed a starter` → `feeding a starter`. */
export function gerund(phrase: string): string {
  const [verb = '', ...rest] = phrase.split(' ')
  let stem = verb
  if (DOUBLING.has(verb)) stem = verb + verb.slice(-1)
  else if (verb.endsWith('ie')) stem = `${verb.slice(0, -2)}y`
  else if (verb.endsWith('e') && !/(?:ee|oe|ye)$/.test(verb)) stem = verb.slice(0, -1)
  return [`${stem}ing`, ...rest].join(' ')
}

export function topic(
  subject: string,
  category: string,
  tags: string,
  tasks: string,
  things: string,
  facts: string,
): Topic {
  const infinitives = lines(tasks)
  return Object.freeze({
    subject: Object.freeze([subject]),
    category,
    tags: lines(tags),
    do: infinitives,
    doing: Object.freeze(infinitives.map(gerund)),
    things: lines(things),
    facts: lines(facts),
  })
}
