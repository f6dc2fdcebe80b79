import type { Queryable } from '../../model/database.ts'

/** Is the base of supa-seed in this database? It is known by its stand-ins, which a real Supabase has no use for. */
export async function hasBase(db: Pick<Queryable, 'query'>): Promise<boolean> {
  const [row] = await db.query<{ laid: boolean }>(
    `select exists (
       select from pg_catalog.pg_namespace
       where pg_catalog.obj_description(oid, 'pg_namespace') like 'Stand-in laid by supa-seed%'
     ) as laid`,
  )
  return row?.laid ?? false
}
