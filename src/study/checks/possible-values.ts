import type { Value } from '../../model/value.ts'
import type { ColumnType } from './reader.ts'
import type { States } from './states.ts'

/** All values that a column can still take, NULL among them; null where they are not listed. */
export function possibleValues(
  states: States,
  types: ReadonlyMap<string, ColumnType>,
  column: string,
): readonly Value[] | null {
  const state = states.get(column)
  const type = types.get(column)
  const truths = type?.base === 'bool' && type.shape === 'scalar' ? [true, false] : undefined
  const values = state?.piece === null ? [] : (state?.piece?.values ?? truths)
  return state === undefined || values === undefined ? null : state.nulls ? [...values, null] : values
}
