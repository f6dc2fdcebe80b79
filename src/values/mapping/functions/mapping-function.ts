import type { AssetFile } from '../../../model/assets/assets.ts'
import type { Callables } from '../../../model/callables.ts'
import { type Datum, Moment, spellDatum } from '../datum.ts'
import { MappingError } from '../mapping-error.ts'

/** What functions may know besides their arguments. */
export interface MappingContext {
  /** Milliseconds since the epoch, frozen in the plan. */
  readonly now: number
  /** A number in [0, 1) for the call number `n` of the expression: always the same for the same seed, column and item. */
  draw(n: number): number
  /** Such numbers one after the other, for the call number `n`. */
  chance(n: number): () => number
  /** The file of the item; null where there is none. */
  readonly file: AssetFile | null
  /** What is handed in from outside; null: nothing. */
  readonly outside: Pick<Callables, 'apiUrl' | 'html'> | null
}

/** A function of the mapping language. */
export interface MappingFunction {
  /** Names of its parameters; `name?` may be left out, `...name` stands for one or more. */
  readonly parameters: readonly string[]
  /** What it gives, one phrase for the documentation. */
  readonly gives: string
  /** `call`: the number of the call in its expression. Arguments that were left out are not in the list. */
  apply(given: readonly Datum[], context: MappingContext, call: number): Datum
}

/** How many arguments it takes. */
export function arityOf({ parameters }: MappingFunction): { readonly least: number; readonly most: number } {
  const several = parameters.some((name) => name.startsWith('...'))
  return {
    least: parameters.filter((name) => !name.endsWith('?')).length,
    most: several ? Number.POSITIVE_INFINITY : parameters.length,
  }
}

/** `truncate(text, length)` */
export const usageOf = (name: string, { parameters }: MappingFunction): string => `${name}(${parameters.join(', ')})`

/** An argument as a text; null for nothing. @throws MappingError for lists and objects */
export function textArgument(datum: Datum | undefined, next = 'join(…) makes a text of a list.'): string | null {
  if (datum === undefined || datum === null) return null
  if (typeof datum === 'string') return datum
  if (typeof datum === 'number' || typeof datum === 'boolean') return String(datum)
  if (datum instanceof Moment) return datum.toString()
  throw argumentError('a text', datum, next)
}

/** An argument as a whole number from `least`. @throws MappingError */
export function countArgument(datum: Datum | undefined, otherwise: number, least = 1): number {
  if (datum === undefined || datum === null) return otherwise
  if (typeof datum === 'number' && Number.isInteger(datum) && datum >= least) return datum
  throw argumentError(`a whole number from ${least}`, datum, 'Write it as a number: 160.')
}

export const argumentError = (expected: string, found: Datum, next: string): MappingError =>
  new MappingError({ message: 'An argument is of another kind.', expected, found: spellDatum(found), next })
