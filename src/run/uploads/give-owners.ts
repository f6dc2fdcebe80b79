import type { Plan } from '../../model/plan.ts'
import { compileRows, type Rows } from '../../values/rows.ts'
import type { Session } from '../session.ts'
import { byBucket, type PlannedFile } from './planned-files.ts'

/**
 * Says whose the files are. Uploads with a secret key are nobody's, so it is written beside the file afterwards: the user that the row leads to. Only where
 * it is not said yet.
 */
export async function giveOwners(session: Session, plan: Plan, files: readonly PlannedFile[]): Promise<void> {
  const rows = compileRows(plan, session.assets)
  const has = (name: string): boolean =>
    session.catalog.relations.find(({ id }) => id === 'storage.objects')?.columns.some((one) => one.name === name) ??
    false
  if (!has('owner_id')) return
  const both = has('owner') ? ', owner = v.owner::pg_catalog.uuid' : ''
  for (const [bucket, own] of byBucket(files)) {
    const owned = own.flatMap((file) => {
      const owner = ownerOf(session, rows, plan, file)
      return owner === null ? [] : [[file.object, owner] as const]
    })
    if (owned.length === 0) continue
    await session.db.execute(
      `update storage.objects o set owner_id = v.owner${both}
       from rows from (pg_catalog.unnest($2::text[]), pg_catalog.unnest($3::text[])) v(name, owner)
       where o.bucket_id = $1 and o.name = v.name and o.owner_id is null`,
      [bucket, owned.map(([name]) => name), owned.map(([, owner]) => owner)],
    )
  }
}

function ownerOf({ catalog }: Session, rows: Rows, plan: Plan, { table, row, wish }: PlannedFile): string | null {
  const planned = plan.tables.find(({ id }) => id === table)
  const relation = catalog.relations.find(({ id }) => id === table)
  const led = (relation?.foreignKeys ?? []).filter(
    ({ parent, columns }) => parent === 'auth.users' && columns.length === 1,
  )
  const column = wish.owner ?? (led.length === 1 ? led[0]?.columns[0] : undefined)
  if (planned === undefined || column === undefined || row >= planned.rows) return null
  if (!planned.columns.some(({ name, overwritten }) => name === column && overwritten !== true)) return null
  return rows.table(table).texts(row, [column])[0] ?? null
}
