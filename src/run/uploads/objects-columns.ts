import type { Session } from '../session.ts'

/** The columns of storage.objects, which differ between versions of Storage; null where the database has none. */
export function objectsColumns({ catalog }: Pick<Session, 'catalog'>): ReadonlySet<string> | null {
  const objects = catalog.relations.find(({ id }) => id === 'storage.objects')
  return objects === undefined ? null : new Set(objects.columns.map(({ name }) => name))
}
