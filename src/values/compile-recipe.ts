import type { Constant, Recipe } from '../model/recipe.ts'
import { compileDerive } from './derive/compile-derive.ts'
import { compileDraw } from './draw.ts'
import { toText } from './encode.ts'
import { compileFollow } from './follow.ts'
import { field } from './line-buffer.ts'
import type { Maker, Site } from './maker.ts'
import { compilePick } from './pick.ts'
import { compileSerial } from './serial.ts'

/** Turns a recipe into a function of the row. Everything that does not depend on the row is done here. */
export function compileRecipe(recipe: Recipe, site: Site): Maker {
  switch (recipe.kind) {
    case 'leave':
      return { make: () => null }
    case 'constant':
      return compileConstant(recipe, site)
    case 'serial':
      return compileSerial(recipe)
    case 'draw':
      return compileDraw(recipe, site)
    case 'pick':
      return compilePick(recipe, site)
    case 'follow':
      return compileFollow(recipe, site)
    case 'derive':
      return compileDerive(recipe, site)
    case 'compose':
      return compileRecipe(recipe.fallback, site)
  }
}

function compileConstant({ value }: Constant, site: Site): Maker {
  const bytes = field(toText(value, site.encoding))
  return { make: () => value, write: (_frame, buffer) => buffer.raw(bytes) }
}
