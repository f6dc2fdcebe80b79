import { dealer } from '../../model/dealer.ts'
import type { Dealt, Recipe } from '../../model/recipe.ts'
import { ends } from '../input.ts'
import type { Maker, Site } from '../maker.ts'
import type { Frame } from '../rows/frame.ts'

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
