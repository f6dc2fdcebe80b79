import type { DraftColumn, Workshop } from '../draft.ts'
import { nameWords } from './name-words.ts'
import { openColumns } from './open-columns.ts'
import { type Below, namesOf, rowsBelow } from './rows-below.ts'
import { singular } from './singular.ts'

/** Other words for the rows of a table: `members_count` counts memberships, `rating_count` reviews. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  member: ['membership'],
  rating: ['review'],
  review: ['rating'],
  item: ['line'],
  line: ['item'],
  favorite: ['favourite', 'bookmark'],
  bookmark: ['favorite'],
  participant: ['attendee', 'registration'],
  attendee: ['participant', 'registration', 'rsvp'],
  student: ['enrollment', 'enrolment'],
  enrolled: ['enrollment', 'enrolment'],
  use: ['redemption', 'usage'],
  view: ['page view'],
}

/** `comments_count` of a post is the number of the comments that lead to it: known from the layout, before anything is written. */
export function countChildren(workshop: Workshop): void {
  for (const parent of workshop.drafts) {
    if (parent.impossible !== null) continue
    const counters = openColumns(parent).filter(isCounter)
    if (counters.length === 0) continue
    const below = rowsBelow(workshop, parent)
    for (const counter of counters) {
      const found = countedBy(counter, below)
      if (found === null || found.child.rows > most(counter)) continue
      counter.recipe = {
        kind: 'derive',
        with: 'children',
        from: [],
        options: { table: found.child.id, link: found.link.name },
      }
      counter.nulls = 0
      counter.why = `counts ${found.child.id}`
    }
  }
}

const isCounter = ({ study, recipe }: DraftColumn): boolean =>
  study.meaning?.shape === 'counter' &&
  /^int[248]$/.test(study.base) &&
  recipe.kind === 'draw' &&
  (study.domain.min ?? 0) <= 0

const most = ({ study }: DraftColumn): number => study.domain.max ?? (study.base === 'int2' ? 32_767 : 2_147_483_647)

/** The one table whose rows a counter counts, and by which link; null where there is none, or where several would do. */
function countedBy(counter: DraftColumn, below: readonly Below[]): Below | null {
  const thing = thingOf(counter)
  if (/^follow(er|ing|ed|ee)?$/.test(thing)) return followsOf(thing, below)
  const tree = below.find(({ link }) => link.self)
  if (tree !== undefined && isBelow(thing, tree.child.relation.name)) return tree
  for (const name of [thing, ...(ALSO[thing] ?? [])]) {
    const named = below.filter(({ child }) => namesOf(child.relation.name).includes(name))
    const [first] = named
    if (first === undefined) continue
    const owned = named.filter(({ child, link }) => link === child.owner)
    if (owned.length === 1) return owned[0] ?? null
    return named.length === 1 ? first : null
  }
  return null
}

/** Rows of the table itself: `children_count`, `replies_count` of a comment, `subtasks_count` of a task. */
const isBelow = (thing: string, table: string): boolean =>
  thing === 'child' ||
  (thing === 'reply' && namesOf(table).some((name) => /^(comment|message|reply|post)$/.test(name))) ||
  (thing.startsWith('sub') && namesOf(table).includes(thing.replace(/^sub /, '').replace(/^sub/, '')))

/** Two links lead to people: who follows, and who is followed. */
function followsOf(thing: string, below: readonly Below[]): Below | null {
  const follows = below.filter(({ child }) =>
    /(^|_)(follow(s|er|ers|ing|ings)?|subscriptions?)$/i.test(child.relation.name),
  )
  const mine = thing.startsWith('following') ? /follower|subscriber/i : /follow(ing|ed|ee)|target|channel/i
  const found = follows.filter(({ link }) => mine.test(link.columns.join()))
  return found.length === 1 ? (found[0] ?? null) : null
}

/** What a counter counts: `comments_count`, `num_comments`, `total_comments`, `comments` → comment. */
function thingOf({ column }: DraftColumn): string {
  const words = nameWords(column.name).filter((word) => !/^(count|counter|cnt|num|nb|nr|total|number|of|n)$/.test(word))
  return words.map(singular).join(' ')
}
