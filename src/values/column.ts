import { dependenciesOf } from '../model/dependencies-of.ts'
import type { ColumnPlan } from '../model/plan.ts'
import type { Encoding, Value } from '../model/value.ts'
import { compileRecipe } from './compile-recipe.ts'
import { compileAbsence } from './draws/absence.ts'
import type { Maker } from './maker.ts'
import type { Frame } from './rows/frame.ts'
import type { Table } from './rows/table.ts'
import type { LineBuffer } from './text/line-buffer.ts'

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
  const maker = compileKinds(table, plan)
  const absent = compileAbsence(table, plan)
  const drawn = absent === null ? maker.make : (frame: Frame) => (absent(frame) ? null : maker.make(frame))
  const fixed = plan.fixed === undefined || plan.fixed.length === 0 ? null : new Map(plan.fixed)
  const make =
    fixed === null ? drawn : (frame: Frame) => (fixed.has(frame.row) ? (fixed.get(frame.row) as Value) : drawn(frame))
  const patched = table.plan.links.some(
    (link) => link.patch && link.columns.includes(plan.name) && isFilledBy(plan, link.name),
  )
  const direct = fixed === null ? maker.write : undefined
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

/** The recipe of the column, or of two kinds of rows; and values that are given. */
function compileKinds(table: Table, plan: ColumnPlan): Maker {
  const site = { table, column: plan.name, encoding: plan.encoding }
  const written = compileRecipe(plan.recipe, site)
  if (plan.made === undefined || table.plan.made === undefined) return written
  const made = compileRecipe(plan.made.recipe, site)
  return { make: (frame) => (table.isMade(frame.row) ? made : written).make(frame) }
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
