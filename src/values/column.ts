import type { ColumnPlan } from '../model/plan.ts'
import type { Encoding, Value } from '../model/value.ts'
import { compileAbsence } from './absence.ts'
import { compileRecipe } from './compile-recipe.ts'
import { dependenciesOf } from './dependencies.ts'
import type { Frame } from './frame.ts'
import type { LineBuffer } from './line-buffer.ts'
import type { Table } from './table.ts'

/** A column, compiled. */
export interface Column {
  readonly plan: ColumnPlan
  /** The key columns of a link that is mended later: written as NULL first. */
  readonly patched: boolean
  /** `write` is quick: it needs no value to be made first. */
  readonly direct: boolean
  /** The value, computed anew: `frame.value` remembers it. */
  make(frame: Frame): Value
  /** Writes the value as a field of a COPY line. */
  write(frame: Frame, buffer: LineBuffer): void
}

export function compileColumn(table: Table, plan: ColumnPlan, place: number): Column {
  const { encoding } = plan
  const maker = compileRecipe(plan.recipe, { table, column: plan.name, encoding })
  const absent = compileAbsence(table, plan)
  const make = absent === null ? maker.make : (frame: Frame) => (absent(frame) ? null : maker.make(frame))
  const patched = table.plan.links.some(
    (link) => link.patch && link.columns.includes(plan.name) && isFilledBy(plan, link.name),
  )
  const direct = maker.write
  if (direct === undefined) {
    const shared = table.plan.columns.some((other) =>
      dependenciesOf(other).some((input) => !('link' in input) && input.column === plan.name),
    )
    return {
      plan,
      patched,
      direct: false,
      make,
      write: shared ? writeValue(place, encoding) : writeMade(make, encoding),
    }
  }
  const write =
    absent === null
      ? direct
      : (frame: Frame, buffer: LineBuffer) => (absent(frame) ? buffer.null() : direct(frame, buffer))
  return { plan, patched, direct: true, make, write }
}

const isFilledBy = (plan: ColumnPlan, link: string): boolean =>
  plan.recipe.kind === 'follow' && plan.recipe.link === link

/** Others of the row ask for this value too, so it is remembered. */
function writeValue(place: number, encoding: Encoding): Column['write'] {
  return (frame, buffer) => {
    const value = frame.value(place)
    if (value === null) buffer.null()
    else buffer.value(value, encoding)
  }
}

function writeMade(make: Column['make'], encoding: Encoding): Column['write'] {
  return (frame, buffer) => {
    const value = make(frame)
    if (value === null) buffer.null()
    else buffer.value(value, encoding)
  }
}
