import type { Datum } from '../datum.ts'
import type { Surroundings } from '../evaluate.ts'
import type { Call } from '../expression.ts'
import { MappingError } from '../mapping-error.ts'
import { fromPlain } from './from-plain.ts'
import { toPlain } from './to-plain.ts'

/** Draws that one call may take: arguments such as a billion words end here. */
const MOST_DRAWS = 50_000

/** A method of faker, drawn for the item: the same in every run. @throws MappingError */
export function callFaker({ name, number }: Call, given: readonly Datum[], context: Surroundings): Datum {
  const faker = context.assets.callables?.faker()
  const [module = '', method = ''] = name.split('.')
  const chance = context.chance(number)
  let left = MOST_DRAWS
  const bounded = (): number => {
    if (--left >= 0) return chance()
    throw new MappingError({
      message: 'It would give too much.',
      expected: `at most ${MOST_DRAWS} draws for one value`,
      found: 'more',
      next: 'Ask for less.',
    })
  }
  try {
    return fromPlain(faker?.call({ module, method }, given.map(toPlain), bounded, context.now))
  } catch (error) {
    if (error instanceof MappingError) throw error
    throw new MappingError({
      message: 'It does not take these arguments.',
      expected: `arguments as https://fakerjs.dev/api/${module.toLowerCase()} has them`,
      found: given.length === 0 ? 'none' : firstLine(error),
      next: 'Change the arguments.',
    })
  }
}

const LONGEST = 200

const firstLine = (error: unknown): string =>
  ((error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '').slice(0, LONGEST)
