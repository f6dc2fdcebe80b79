import type { AllotConstraints } from '../../model/allotting/allotment.ts'
import { momentOf } from '../mapping/read/moment-of.ts'
import { memberOf } from './member-of.ts'
import { refuse } from './refuse.ts'

/** Of one category, or of none that has a share: how many are recent and old. */
export interface Category {
  readonly name: string | null
  readonly min: number
  readonly max: number
  /** Recent, old; all are recent where dates do not matter. */
  readonly there: [number, number]
}

/** Items by category and age: item i is in the cell 2 · category + age. */
export interface Cells {
  readonly categories: readonly Category[]
  readonly of: Uint16Array
  /** Share of recent ones; null where dates do not matter. */
  readonly recent: number | null
}

/** Null where no shares are asked for. @throws SeedError `allot-invalid` */
export function readCells(items: readonly unknown[], asked: AllotConstraints<never, never>, now: number): Cells | null {
  if (asked.categoryBalance === undefined && asked.dateDistribution === undefined) return null
  const categories = categoriesOf(asked)
  const places = new Map(categories.map(({ name }, place) => [name, place]))
  const others = categories.length - 1
  const recent = recentShare(asked)
  const cutoff = recent === null ? 0 : cutoffOf(asked, now)
  const categoryOf = memberReader('categoryOf', asked.categoryOf, 'category')
  const dateOf = memberReader('dateOf', asked.dateOf, 'date')
  const of = new Uint16Array(items.length)
  for (let i = 0; i < items.length; i++) {
    const item = items[i] as never
    const said = categoryOf(item)
    const place = places.get(said === undefined || said === null ? null : String(said)) ?? others
    const age = recent === null || momentOfItem(dateOf(item), now) >= cutoff ? 0 : 1
    const { there } = categories[place] as Category
    there[age]++
    of[i] = 2 * place + age
  }
  return { categories, of, recent }
}

function categoriesOf({ categoryBalance }: AllotConstraints<never, never>): Category[] {
  const entries = Object.entries(categoryBalance ?? {})
  if (entries.length > 1000) refuse('categoryBalance', 'at most 1,000 categories', entries.length)
  const categories = entries.map(([name, { min = 0, max = 1 }]): Category => {
    const option = `categoryBalance.${name}`
    if (!(min >= 0 && min <= 1)) refuse(`${option}.min`, 'a share from 0 to 1', min)
    if (!(max >= 0 && max <= 1)) refuse(`${option}.max`, 'a share from 0 to 1', max)
    if (min > max) refuse(option, 'min up to max', `${min} to ${max}`)
    return { name, min, max, there: [0, 0] }
  })
  return [...categories, { name: null, min: 0, max: 1, there: [0, 0] }]
}

function recentShare({ dateDistribution }: AllotConstraints<never, never>): number | null {
  if (dateDistribution === undefined) return null
  const { recentWeight, oldWeight } = dateDistribution
  if (!(recentWeight >= 0 && recentWeight < 1e15))
    refuse('dateDistribution.recentWeight', 'a number from 0', recentWeight)
  if (!(oldWeight >= 0 && oldWeight < 1e15)) refuse('dateDistribution.oldWeight', 'a number from 0', oldWeight)
  if (recentWeight + oldWeight === 0) refuse('dateDistribution', 'more than 0 for one of its weights', 'both 0')
  return recentWeight / (recentWeight + oldWeight)
}

function cutoffOf({ dateDistribution }: AllotConstraints<never, never>, now: number): number {
  const said = dateDistribution?.cutoff ?? '6 months ago'
  const ms = momentIn(said, now)
  return ms ?? refuse('dateDistribution.cutoff', 'a date, such as 2026-01-31 or 6 months ago', said)
}

/** @throws SeedError `allot-invalid` where it is neither a function nor a name */
function memberReader(
  option: string,
  said: string | ((item: never) => unknown) | undefined,
  otherwise: string,
): (item: never) => unknown {
  if (typeof said === 'function') return said
  const name = said ?? otherwise
  if (typeof name !== 'string' || name === '') refuse(option, 'a function, or the name of a member', said)
  return (item) => memberOf(item, name)
}

const momentOfItem = (said: unknown, now: number): number => momentIn(said, now) ?? Number.NEGATIVE_INFINITY

function momentIn(said: unknown, now: number): number | null {
  if (typeof said === 'number') return Number.isNaN(said) ? null : said
  if (typeof said === 'string') return momentOf(said, now)
  return said instanceof Date && !Number.isNaN(said.getTime()) ? said.getTime() : null
}
