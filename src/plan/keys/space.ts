import type { Recipe } from '../../model/recipe.ts'

const DAY = 86_400_000

/**
 * How many different values a recipe can take by index (`at` of its shape): the room for a unique permutation. 0: it cannot be indexed;
 * Infinity: it carries the whole identity.
 */
export function spaceOf(recipe: Recipe): number {
  if (recipe.kind === 'pick') return recipe.values.length
  if (recipe.kind === 'constant') return 1
  if (recipe.kind === 'serial') return Number.POSITIVE_INFINITY
  if (recipe.kind !== 'draw') return 0
  const draw = recipe
  switch (draw.shape) {
    case 'boolean':
      return 2
    case 'integer':
      return steps(draw.options.min, draw.options.max, draw.options.step ?? 1)
    case 'decimal':
      return steps(draw.options.min, draw.options.max, draw.options.step ?? 10 ** -draw.options.scale)
    case 'date':
      return steps(draw.options.from, draw.options.to, 1)
    case 'timestamp':
      return grid(draw.options.from, draw.options.to, draw.options.step ?? 1000)
    case 'time':
      return grid(draw.options.from ?? 0, draw.options.to ?? DAY - 1000, draw.options.step ?? 1000)
    case 'text.code':
      return Math.min(new Set(draw.options.alphabet).size ** draw.options.length, 2 ** 53)
    case 'text.letters':
      return 26 ** Math.min(draw.options.maxLength ?? 8, 11)
    case 'bits':
      return 2 ** Math.min(draw.options.maxLength, 52)
    case 'range':
      return spaceOf(draw.options.lower)
    case 'array': {
      const { element, maxItems } = draw.options
      if (maxItems === 0) return 1
      return element.kind === 'pick' ? Math.min(element.values.length ** maxItems, 2 ** 52) : spaceOf(element)
    }
    case 'composite':
      return spaceOf(draw.options.fields[draw.options.carrier ?? 0] ?? { kind: 'constant', value: null })
    case 'bytes':
      return 256 ** Math.min(draw.options.maxLength, 6)
    case 'inet':
      return draw.options.version === 6 ? 2 ** 48 : 2 ** 24
    case 'macaddr':
      return 2 ** 40
    case 'uuid':
      return Number.POSITIVE_INFINITY
    default:
      return 0
  }
}

const steps = (min: number, max: number, step: number): number =>
  Math.min(Math.max(0, Math.floor((max - min) / step + 1e-9) + 1), 2 ** 53)

/** Times stand on multiples of their step. */
const grid = (from: number, to: number, step: number): number =>
  Math.max(0, Math.floor(to / step) - Math.ceil(from / step) + 1)
