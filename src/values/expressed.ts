import type { Expressed } from '../model/recipe.ts'
import { SeedError } from '../model/seed-error.ts'
import type { Value } from '../model/value.ts'
import { toText } from './encode.ts'
import { compileInput, type InputReader } from './input.ts'
import { compileSuffix, withSuffix } from './keys/unique-path.ts'
import type { Maker, Site } from './maker.ts'
import { toColumn } from './mapping/convert/to-column.ts'
import { toDatum } from './mapping/convert/to-datum.ts'
import { MappingError } from './mapping/mapping-error.ts'
import { type ReadExpression, type RowReader, readExpression } from './mapping/read-expression.ts'
import type { Frame } from './rows/frame.ts'

/** What an expression gives for the row. The values throw SeedError `expression-value` where one does not have the type of the column. */
export function compileExpressed(recipe: Expressed, site: Site): Maker {
  const { table, column, encoding } = site
  const { seed, now, content } = table.compilation
  // A plan of an earlier run may speak of what is no more: that matters only where it is asked.
  let read: ReadExpression | null = null
  const inputs = new Map(recipe.from.map((input) => [input.column, compileInput(table, input)]))
  const make = (frame: Frame): Value => {
    read ??= readExpression(recipe.expression, {
      address: [seed, table.plan.id, column, 'expression'],
      now,
      assets: content,
    })
    return toColumn(read.ofRow({ hi: frame.hi, lo: frame.lo }, rowOf(frame, inputs)), encoding, recipe.labels)
  }
  const { unique, maxLength = Number.POSITIVE_INFINITY } = recipe
  if (unique === undefined) return { make: (frame) => told(() => make(frame), recipe, site) }
  const suffix = compileSuffix(unique)
  return {
    make: (frame) => {
      const text = toText(
        told(() => make(frame), recipe, site),
        encoding,
      )
      return text === null ? null : marked(text, suffix(frame), maxLength)
    },
  }
}

/** The mark stands behind the text, and of an address of mail behind its first part. */
function marked(text: string, mark: string, maxLength: number): string {
  const at = text.lastIndexOf('@')
  if (at <= 0 || /\s/.test(text)) return withSuffix(text, mark, maxLength)
  return `${withSuffix(text.slice(0, at), mark, maxLength - (text.length - at))}${text.slice(at)}`
}

const rowOf =
  (frame: Frame, inputs: ReadonlyMap<string, InputReader>): RowReader =>
  (name) => {
    const input = inputs.get(name)
    return input === undefined ? null : toDatum(input.read(frame), input.encoding ?? { kind: 'text' })
  }

function told<Result>(work: () => Result, { expression }: Expressed, { table, column }: Site): Result {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof MappingError)) throw error
    const { message, expected, found, next } = error.problem
    throw new SeedError({
      code: 'expression-value',
      message: `${expression} gives nothing that fits ${table.plan.id}.${column}: ${message}`,
      place: { table: table.plan.id, column, path: `tables.${table.plan.id}.columns.${column}` },
      expected,
      found,
      next,
      cause: error,
    })
  }
}
