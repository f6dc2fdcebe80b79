import type { Asset } from '../../model/assets/assets.ts'
import type { SelectionWish } from '../../model/config.ts'
import { SeedError } from '../../model/seed-error.ts'
import { compare } from '../../values/mapping/compare.ts'
import type { Datum } from '../../values/mapping/datum.ts'
import { isNothing } from '../../values/mapping/is-nothing.ts'
import { MOMENT_WAYS, momentOf } from '../../values/mapping/read/moment-of.ts'
import { textOf } from '../../values/mapping/text-of.ts'
import { askFunction } from './ask-function.ts'
import { readerOf, type SelectionSite } from './reader.ts'

type Condition = (item: Asset) => boolean

/** Where an item says its tags, and when it was written, unless the configuration names another place. */
const TAGS = ['tags', 'tag', 'keywords', 'labels']
const DATES = ['date', 'published', 'publishedat', 'publishdate', 'publishedon', 'pubdate', 'createdat', 'created']

/** Everything that an item must be. @throws SeedError `selection-invalid` */
export function conditionsOf(wish: SelectionWish, path: string, site: SelectionSite): readonly Condition[] {
  const conditions: Condition[] = []
  for (const [expression, wanted] of Object.entries(wish.where)) {
    const read = readerOf(expression, `${path}.where`, site)
    conditions.push((item) => compare(read(item), wanted, site.now))
  }
  const { any, all, none } = wish.tags
  if (any.length + all.length + none.length > 0)
    conditions.push((item) => {
      const tags = tagsOf(item)
      return (
        (any.length === 0 || any.some((tag) => tags.has(tag))) &&
        all.every((tag) => tags.has(tag)) &&
        !none.some((tag) => tags.has(tag))
      )
    })
  if (wish.dateRange !== null) conditions.push(within(wish.dateRange, `${path}.dateRange`, site))
  // Last, so that it is only asked for what the others let pass.
  const { filter } = wish
  if (filter !== null) conditions.push((item) => Boolean(askFunction(filter, item, `${path}.filter`)))
  return conditions
}

function within(
  { from, to, field }: NonNullable<SelectionWish['dateRange']>,
  path: string,
  site: SelectionSite,
): Condition {
  const [least, most] = [bound(from, `${path}.from`, site.now), bound(to, `${path}.to`, site.now)]
  const read = field === null ? written : readerOf(field, `${path}.field`, site)
  return (item) => {
    const date = read(item)
    return (
      (least === null || compare(date, { gte: least }, site.now)) &&
      (most === null || compare(date, { lte: most }, site.now))
    )
  }
}

/** A day at the end of a range is meant with all its hours. */
function bound(said: string | null, path: string, now: number): string | null {
  if (said === null) return null
  const moment = momentOf(said, now)
  if (moment === null)
    throw new SeedError({
      code: 'selection-invalid',
      message: `${said} is no moment.`,
      place: { path },
      expected: MOMENT_WAYS,
      found: JSON.stringify(said),
      next: 'Write it in one of these ways.',
    })
  const wholeDay = path.endsWith('.to') && /^\d{4}-\d{2}-\d{2}$/.test(said.trim())
  return new Date(wholeDay ? moment + 86_399_999 : moment).toISOString()
}

const written = (item: Asset): Datum => saidUnder(item, DATES)

function tagsOf(item: Asset): ReadonlySet<string> {
  const said = saidUnder(item, TAGS)
  const tags = typeof said === 'string' ? said.split(',') : [said].flat().filter((tag) => !isNothing(tag as Datum))
  return new Set(tags.map((tag) => textOf(tag).trim().toLowerCase()))
}

/** What an item says under the first of these names (as `publish_date` or `publishDate`) that it knows. */
function saidUnder(item: Asset, names: readonly string[]): Datum {
  for (const place of [item.frontmatter, item.json, item.csv]) {
    if (typeof place !== 'object' || place === null || Array.isArray(place)) continue
    const said = Object.entries(place).map(([key, value]) => [key.replace(/[\s_-]/g, '').toLowerCase(), value] as const)
    for (const name of names) {
      const found = said.find(([key, value]) => key === name && !isNothing(value as Datum))
      if (found !== undefined) return found[1] as Datum
    }
  }
  return null
}
