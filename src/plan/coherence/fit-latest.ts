import type { Draft, DraftColumn, Workshop } from '../draft.ts'
import { nameWords } from './name-words.ts'
import { openColumns } from './open-columns.ts'
import { type Below, namesOf } from './rows-below.ts'
import { singular } from './singular.ts'
import { waitsFor } from './waits-for.ts'

const TIME = /^(date|timestamp|timestamptz)$/
/** What happens under a row, where its name only says that something does. */
const ACTIVITY = /^(message|comment|reply|post|event|activity|response|answer|note|entry)$/
/** Other words for the rows of a table. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  purchase: ['order'],
  order: ['purchase'],
  login: ['login', 'session'],
  reply: ['post', 'comment', 'message'],
  comment: ['reply'],
}

/** `last_message_at` is the time of the newest message; where there is none, NULL or the time of the row itself. */
export function fitLatest(workshop: Workshop, parent: Draft, below: readonly Below[]): void {
  for (const column of openColumns(parent)) {
    const thing = thingOf(column)
    if (thing === null) continue
    const found = happening(thing, below)
    const time = found === null ? undefined : createdOf(found.child)
    if (found === null || time === undefined) continue
    const goal = { draft: parent, column: column.column.name }
    if (waitsFor(workshop.byId, { draft: found.child, column: time }, goal)) continue
    const own = createdOf(parent)
    const needed = column.study.domain.notNull || thing === 'activity'
    if (needed && (own === undefined || waitsFor(workshop.byId, { draft: parent, column: own }, goal))) continue
    column.recipe = {
      kind: 'derive',
      with: 'gather',
      from: needed && own !== undefined ? [{ column: own }] : [],
      over: { table: found.child.id, link: found.link.name, columns: [time] },
      options: { by: 'latest' },
    }
    column.nulls = 0
    column.why = `the newest of ${found.child.id}`
  }
}

/** What `last_message_at` speaks of: message. */
function thingOf({ column, study, recipe }: DraftColumn): string | null {
  if (!TIME.test(study.base) || (recipe.kind !== 'draw' && recipe.kind !== 'derive')) return null
  const [first = '', ...words] = nameWords(column.name)
  if (!/^(last|latest|newest)$/.test(first)) return null
  const rest = words.filter((word) => !/^(at|on|date|time|timestamp|created|sent|ts)$/.test(word))
  if (rest.length !== 1) return null
  const word = rest[0] ?? ''
  return /^(activity|active|update|interaction)$/.test(word) ? 'activity' : singular(word).replace(/^posted$/, 'post')
}

function happening(thing: string, below: readonly Below[]): Below | null {
  for (const name of [thing, ...(ALSO[thing] ?? [])]) {
    const named = below.filter(({ child }) =>
      namesOf(child.relation.name).some((one) => (thing === 'activity' ? ACTIVITY.test(one) : one === name)),
    )
    const [first, ...others] = named
    if (first !== undefined) return others.some(({ child }) => child !== first.child) ? null : first
  }
  return null
}

/** When a row was made, as its own column says. */
const createdOf = (draft: Draft): string | undefined => {
  const times = [...draft.columns.values()].filter(
    ({ study, recipe }) => TIME.test(study.base) && recipe.kind !== 'leave' && study.domain.notNull,
  )
  const named = (test: RegExp) => times.find(({ column }) => test.test(column.name))?.column.name
  return (
    named(/^(created|inserted)_?(at|on|date)?$/i) ?? named(/^(sent|posted|occurred|ordered|placed|paid)_?(at|on)$/i)
  )
}
