import type { Datum } from '../datum.ts'
import type { Surroundings } from '../evaluate.ts'
import type { Call } from '../expression.ts'
import { isNothing } from '../is-nothing.ts'
import { MappingError } from '../mapping-error.ts'
import { fromPlain } from './from-plain.ts'
import { toPlain } from './to-plain.ts'

/** A function of the user's own, which is not called where its first argument is nothing; where somebody wants to know, it is called a second time, for it must give the same. @throws MappingError where it throws, or gives no plain data */
export function callOwn({ name }: Call, given: readonly Datum[], context: Surroundings): Datum {
  const functions = context.assets.callables?.functions ?? {}
  const own = Object.hasOwn(functions, name) ? functions[name] : undefined
  if (own === undefined || (given.length > 0 && isNothing(given[0] ?? null))) return null
  const call = (): Datum => fromPlain(guarded(() => own(...given.map(toPlain))))
  const result = call()
  if (context.unsteady !== null && spell(call()) !== spell(result)) context.unsteady(name)
  return result
}

const spell = (datum: Datum): string => JSON.stringify(toPlain(datum))

function guarded(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    throw new MappingError({
      message: 'It throws.',
      expected: 'a value',
      found: error instanceof Error ? error.message : String(error),
      next: 'Mend it in the configuration.',
    })
  }
}
