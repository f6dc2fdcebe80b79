import type { Plan } from '../../model/plan.ts'
import { compileRows } from '../../values/rows/rows.ts'
import type { Session } from '../session.ts'
import { objectsColumns } from './objects-columns.ts'
import { ownerColumn } from './owner-column.ts'
import { byBucket, type PlannedFile } from './planned-files.ts'

/**
 * Says whose the files are. Uploads with a secret key are nobody's, so it is written beside the file afterwards: the user that the row leads to. Only where
 * it is not said yet.
 */
export async function giveOwners(session: Session, plan: Plan, files: readonly PlannedFile[]): Promise<void> {
  const columns = objectsColumns(session)
  if (columns?.has('owner_id') !== true || files.length === 0) return
  const rows = compileRows(plan, session.assets)
  const both = columns.has('owner') ? ', owner = v.owner::pg_catalog.uuid' : ''
  for (const [bucket, own] of byBucket(files)) {
    const owned = own.flatMap((file) => {
      const column = ownerColumn(session, plan, file)
      const owner = column === null ? null : (rows.table(file.table).texts(file.row, [column])[0] ?? null)
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
