import type { Relation } from '../model/catalog.ts'
import type { TableWish } from '../model/config.ts'
import { nearest } from '../model/nearest.ts'
import { SeedError } from '../model/seed-error.ts'

/**
 * Refuses what is said of columns that a table has not, or that nobody may write.
 * @throws SeedError `unknown-column` with the nearest name, `column-generated`, `no-privilege`.
 */
export function checkColumns(relation: Relation, wish: TableWish, path: string, inside = '.columns'): void {
  for (const [name, said] of Object.entries(wish.columns)) {
    const column = relation.columns.find((one) => one.name === name)
    const place = { table: relation.id, column: name, path: `${path}${inside}.${name}` }
    if (column === undefined) throw unknown(relation, name, place)
    if (said.kind === 'leave') continue
    if (column.generated !== null)
      throw new SeedError({
        code: 'column-generated',
        message: `The database generates ${relation.id}.${name}; no value can be given.`,
        place,
        next: 'Leave the column out of the configuration.',
      })
    if (!column.insertable)
      throw new SeedError({
        code: 'no-privilege',
        message: `The current role may not write ${relation.id}.${name}.`,
        place,
        next: 'Connect as a role that may, or leave the column out of the configuration.',
      })
  }
}

function unknown(relation: Relation, name: string, place: SeedError['place']): SeedError {
  const names = relation.columns.map((column) => column.name)
  const close = nearest(name, names)
  return new SeedError({
    code: 'unknown-column',
    message: `The table ${relation.id} has no column ${name}.`,
    place,
    expected: `one of ${names.join(', ')}`,
    found: name,
    next: close === null ? 'Look at its columns with: supa-seed plan' : `Did you mean ${close}?`,
  })
}
