import { quote } from '../../model/name.ts'
import { columnsHere } from '../sql/sheet.ts'
import { insertStatements, type Written } from './statements.ts'

/** `copy … from stdin;` with the rows after it and `\.`, as psql reads it. Where a key is known only to the database: INSERT. */
export function* copyStatements(what: Written): Generator<string> {
  const { table, into, ranges } = what
  const names = table.written.map(({ name }) => name)
  if (names.length === 0) return yield* insertStatements(what)
  const list = columnsHere(into, names)
    .map(({ name }) => quote(name))
    .join(', ')
  yield `copy ${into.sql} (${list}) from stdin;\n`
  const decoder = new TextDecoder()
  for (const { from, to } of ranges) {
    for (const lines of table.copyLines(from, to)) yield decoder.decode(lines, { stream: true })
  }
  yield `${decoder.decode()}\\.\n`
}
