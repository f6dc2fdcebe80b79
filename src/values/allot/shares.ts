import type { Category, Cells } from './cells.ts'
import { MaxFlow } from './max-flow.ts'

/** By how many items shares may be missed. */
export interface Slack {
  readonly category: number
  readonly date: number
}

/** A hair, so that 0.3 · 10 is 3. */
const HAIR = 1e-9

/** Numbers of a category among `total`, at least and at most. */
export function countsOf({ min, max }: Category, total: number, slack: number): { least: number; most: number } {
  return {
    least: Math.max(0, Math.ceil(min * total - HAIR) - slack),
    most: Math.min(total, Math.floor(max * total + HAIR) + slack),
  }
}

/**
 * What keeps the shares from holding among `total` items, in words; null where they can. Decided by the conditions for a flow with bounds at both ends of a network of categories by ages
 * (Hoffman, Some recent applications of the theory of linear inequalities, 1960), which come to four sets of ages.
 */
export function sharesProblem({ categories, recent }: Cells, total: number, slack: Slack): string | null {
  const { ideal, fewest, most } = recentBounds({ recent }, total, slack)
  const sums = { fill: [0, 0, 0], need: [0, 0, 0] }
  for (const category of categories) {
    const bounds = countsOf(category, total, slack.category)
    const [young, old] = category.there
    if (bounds.least > Math.min(bounds.most, young + old)) return tooFew(category, bounds, total)
    add(sums.fill, Math.min(bounds.most, young), Math.min(bounds.most, old), Math.min(bounds.most, young + old))
    add(sums.need, Math.max(0, bounds.least - old), Math.max(0, bounds.least - young), bounds.least)
  }
  const [fillYoung = 0, fillOld = 0, fill = 0] = sums.fill
  const [needYoung = 0, needOld = 0, need = 0] = sums.need
  if (fill < total) return `the shares of categories leave room for ${fill} of ${total} items`
  if (need > total) return `the shares of categories demand ${need} of ${total} items`
  const low = Math.max(fewest, needYoung, total - fillOld)
  const high = Math.min(most, fillYoung, total - needOld)
  if (low <= high) return null
  return `of ${total} items ${Math.round(ideal)} are to be recent, and ${between(Math.max(needYoung, total - fillOld), Math.min(fillYoung, total - needOld))}`
}

/** Recent ones among `total` items. */
export function recentBounds(
  { recent }: Pick<Cells, 'recent'>,
  total: number,
  slack: Slack,
): { ideal: number; fewest: number; most: number } {
  const ideal = (recent ?? 1) * total
  const wiggle = recent === null ? 0 : slack.date
  return {
    ideal,
    fewest: Math.max(0, Math.floor(ideal + HAIR) - wiggle),
    most: Math.min(total, Math.ceil(ideal - HAIR) + wiggle),
  }
}

const add = (sums: number[], ...more: number[]): void => {
  for (let i = 0; i < more.length; i++) sums[i] = (sums[i] as number) + (more[i] as number)
}

const between = (low: number, high: number): string =>
  low > high ? 'no number of them fits the categories' : `${low === high ? `only ${low}` : `${low} to ${high}`} can be`

function tooFew(
  { name, min, there }: Category,
  { least, most }: { least: number; most: number },
  total: number,
): string {
  if (least > most) return `no number of ${total} items is a share of ${name} as it is asked`
  return `of ${total} items ${least} are to be of category ${name} (${percent(min)}), and ${there[0] + there[1]} are there`
}

export const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`

/** Numbers of each cell, near to what is there: those that must be, then in proportion, then what is left. They hold, as `sharesProblem` says. */
export function cellCounts(cells: Cells, total: number, slack: Slack): Uint32Array {
  const { categories } = cells
  const flow = new MaxFlow(categories.length + 4)
  const [source, sink] = [categories.length, categories.length + 1]
  const ages = [0, 1].map((age) => flow.edge(source, categories.length + 2 + age, 0))
  const bounds = categories.map((one) => countsOf(one, total, slack.category))
  const inner = categories.flatMap(({ there }, k) =>
    there.map((count, age) => flow.edge(categories.length + 2 + age, k, count)),
  )
  const outer = categories.map((_, k) => flow.edge(k, sink, 0))
  const there = categories.reduce((sum, one) => sum + one.there[0] + one.there[1], 0)
  const steps = [
    bounds.map(({ least }) => least),
    bounds.map(({ least, most }, k) => {
      const [young, old] = (categories[k] as Category).there
      return Math.min(most, Math.max(least, Math.floor(((young + old) * total) / Math.max(1, there))))
    }),
    bounds.map(({ most }) => most),
  ]
  const recent = recentOf(cells, total, slack)
  flow.limit(ages[0] as number, recent)
  flow.limit(ages[1] as number, total - recent)
  for (const step of steps) {
    for (const [k, most] of step.entries()) flow.limit(outer[k] as number, most)
    flow.run(source, sink)
  }
  return Uint32Array.from(inner, (edge) => flow.through(edge))
}

/** The number of recent ones nearest to what is asked. */
function recentOf({ categories, recent }: Cells, total: number, slack: Slack): number {
  let [low, high] = [0, total]
  let [needOld, fillOld, needYoung, fillYoung] = [0, 0, 0, 0]
  for (const category of categories) {
    const { least, most } = countsOf(category, total, slack.category)
    const [young, old] = category.there
    needYoung += Math.max(0, least - old)
    needOld += Math.max(0, least - young)
    fillYoung += Math.min(most, young)
    fillOld += Math.min(most, old)
  }
  low = Math.max(needYoung, total - fillOld)
  high = Math.min(fillYoung, total - needOld)
  return Math.min(high, Math.max(low, Math.round((recent ?? 1) * total)))
}
