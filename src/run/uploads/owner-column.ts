import type { Plan } from '../../model/plan.ts'
import type { Session } from '../session.ts'
import type { PlannedFile } from './planned-files.ts'

/** The column of a file's row that leads to the user whose it is; null where there is none, or where a trigger sets it. */
export function ownerColumn(
  { catalog }: Pick<Session, 'catalog'>,
  plan: Plan,
  { table, row, wish }: PlannedFile,
): string | null {
  const planned = plan.tables.find(({ id }) => id === table)
  const relation = catalog.relations.find(({ id }) => id === table)
  const led = (relation?.foreignKeys ?? []).filter(
    ({ parent, columns }) => parent === 'auth.users' && columns.length === 1,
  )
  const column = wish.owner ?? (led.length === 1 ? led[0]?.columns[0] : undefined)
  if (planned === undefined || column === undefined || row >= planned.rows) return null
  return planned.columns.some(({ name, overwritten }) => name === column && overwritten !== true) ? column : null
}
