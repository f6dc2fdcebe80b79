import type { TableRows } from '../../values/rows/rows.ts'

/** Rows in one piece of text. */
const ROWS = 500

/**
 * A table as CSV (RFC 4180) in pieces: a line of column names, then the rows as they are in the end. As Postgres reads and writes it: nothing for NULL, `""` for an
 * empty text. Columns that are left to the database are left out.
 */
export function* csvLines(table: TableRows): Generator<string> {
  const names = table.plan.columns.filter(({ recipe }) => recipe.kind !== 'leave').map(({ name }) => name)
  yield `${names.map(field).join(',')}\n`
  let lines = ''
  let count = 0
  for (const { from, to } of table.split(0, table.plan.rows)) {
    for (let row = from; row < to; row++) {
      lines += `${table
        .texts(row, names, 'final')
        .map((text) => (text === null ? '' : field(text)))
        .join(',')}\n`
      if (++count % ROWS !== 0) continue
      yield lines
      lines = ''
    }
  }
  if (lines !== '') yield lines
}

/** Quoted where it must be; `\.` alone ends the data of older servers. */
const field = (text: string): string =>
  text === '' || text === '\\.' || /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
