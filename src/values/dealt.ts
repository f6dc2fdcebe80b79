import type { Dealt, Recipe } from '../model/recipe.ts'
import type { Frame } from './frame.ts'
import { ends } from './input.ts'
import type { Maker, Site } from './maker.ts'

/** Shares are kept to a thousandth. */
const PERIOD = 1000

/** One recipe or another, by the number of the row, or of the one that a link leads to. */
export function compileDealt(recipe: Dealt, site: Site, compile: (recipe: Recipe, site: Site) => Maker): Maker {
  const makers = recipe.cases.map((one) => compile(one.recipe, site))
  const otherwise = compile(recipe.otherwise, site)
  const caseOf = dealer(recipe.cases.map(({ amount }) => amount))
  const link = recipe.by === undefined ? null : ends(site.table, recipe.by.name).link
  return {
    make: (frame) => {
      const counted = link === null ? frame : frame.up(link)
      return (makers[placeOf(counted, recipe.from, caseOf)] ?? otherwise).make(frame)
    },
  }
}

const placeOf = (frame: Frame | null, from: number, caseOf: (n: number) => number): number =>
  frame === null || frame.given || frame.row < from ? -1 : caseOf(frame.row - from)

/** Which case the n-th row gets, -1 for none: first the whole amounts, then whoever is furthest behind its share. */
function dealer(amounts: readonly number[]): (n: number) => number {
  const whole = amounts.flatMap((amount, i) => (amount < 1 ? [] : [{ i, amount }]))
  const counted = whole.reduce((sum, { amount }) => sum + amount, 0)
  const pattern = patternOf(amounts)
  return (n) => {
    if (n >= counted) return pattern[(n - counted) % PERIOD] ?? -1
    let left = n
    for (const { i, amount } of whole) {
      if (left < amount) return i
      left -= amount
    }
    return -1
  }
}

function patternOf(amounts: readonly number[]): number[] {
  const shares = amounts.map((amount) => (amount < 1 ? amount : 0))
  const rest = Math.max(0, 1 - shares.reduce((sum, share) => sum + share, 0))
  const wanted = [...shares, rest]
  const dealt = wanted.map(() => 0)
  return Array.from({ length: PERIOD }, (_, n) => {
    const behind = wanted.map((share, i) =>
      share === 0 ? Number.NEGATIVE_INFINITY : share * (n + 1) - (dealt[i] ?? 0),
    )
    const next = behind.indexOf(Math.max(...behind))
    dealt[next] = (dealt[next] ?? 0) + 1
    return next === shares.length ? -1 : next
  })
}
