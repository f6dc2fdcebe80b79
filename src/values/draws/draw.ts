import type { LocaleWords } from '../../model/locale-words.ts'
import type { Draw, Recipe } from '../../model/recipe.ts'
import type { Value } from '../../model/value.ts'
import { compileSuffix } from '../keys/unique-path.ts'
import { compileUuidKey } from '../keys/uuid-key.ts'
import type { Maker, Site } from '../maker.ts'
import { planError } from '../rows/compilation.ts'
import { compileEntity } from '../rows/entity.ts'
import type { Frame } from '../rows/frame.ts'
import type { CompileContext, Shape, ShapeMaker } from '../shape-maker.ts'
import { localShape } from '../shapes/local/local-shapes.ts'
import { shapeVersion } from '../shapes/versions.ts'
import { AddressDraws } from './entropy.ts'
import { weightedIndex } from './weighted-index.ts'

/** A shape, drawn by address. */
export function compileDraw(recipe: Draw, site: Site): Maker {
  const { compilation } = site.table
  const { unique } = recipe
  if (unique?.by === 'permute') {
    const at = shapeAt(recipe, compilation.shapes)
    if (at === null)
      throw planError(
        'not-indexable',
        site.table.plan.id,
        `${recipe.shape} cannot be unique by permutation`,
        site.column,
      )
    const index = site.table.permutedIndex(unique)
    return { make: (frame) => at(index.digit(frame, unique.digit)) }
  }
  if (recipe.shape === 'uuid' && recipe.options.layout === 'key') return compileUuidKey(site)
  const shape = shapeOf(recipe, compilation.shapes)
  const draws = compileAddress(recipe, site)
  if (unique === undefined) return { make: (frame) => shape(draws(frame), frame) }
  const suffix = compileSuffix(unique)
  const make = (frame: Frame): Value => {
    frame.suffix = suffix(frame)
    const value = shape(draws(frame), frame)
    frame.suffix = null
    return value
  }
  return { make }
}

/** Whose draws: the column's own, or those of its entity. */
function compileAddress({ entity }: Draw, site: Site): (frame: Frame) => AddressDraws {
  if (entity !== undefined) return compileEntity(site.table, entity)
  const draws = new AddressDraws(site.table.compilation.seed, site.table.plan.id, site.column, 'draw')
  return (frame) => draws.at(frame)
}

function makerOf({ shape, locale, version }: Draw, context: CompileContext): ShapeMaker<Draw['shape']> {
  const local = locale === undefined ? undefined : localShape(shape, context.locale(locale))
  return (local ?? shapeVersion(shape, version)) as ShapeMaker<Draw['shape']>
}

const shapeOf = (recipe: Draw, context: CompileContext): Shape =>
  makerOf(recipe, context).compile(recipe.options, context)

const shapeAt = (recipe: Draw, context: CompileContext): ((index: number) => Value) | null =>
  makerOf(recipe, context).at?.(recipe.options, context) ?? null

/** What shapes may ask: recipes inside them are drawn from the draws they are given. */
export function compileContext(now: number, locales: Readonly<Record<string, LocaleWords>> = {}): CompileContext {
  const context: CompileContext = {
    now,
    locale: (code) => {
      const words = Object.hasOwn(locales, code) ? locales[code] : undefined
      if (words === undefined) throw planError('no-such-locale', '', `the plan has no words of ${code}`)
      return words
    },
    nested: (recipe) => nested(recipe, context),
    nestedAt: (recipe) => nestedAt(recipe, context),
  }
  return context
}

function nested(recipe: Recipe, context: CompileContext): Shape {
  switch (recipe.kind) {
    case 'constant':
      return () => recipe.value
    case 'pick': {
      const index = weightedIndex(recipe.values.length, recipe.weights)
      return (draws) => recipe.values[index(draws.unit(0))] as Value
    }
    case 'draw':
      return shapeOf(recipe, context)
    case 'compose':
      return nested(recipe.fallback, context)
    default:
      throw planError('not-nestable', '', `a recipe of kind ${recipe.kind} cannot stand inside another one`)
  }
}

function nestedAt(recipe: Recipe, context: CompileContext): ((index: number) => Value) | null {
  if (recipe.kind === 'draw') return shapeAt(recipe, context)
  return recipe.kind === 'pick' ? (index) => recipe.values[index] ?? null : null
}
