import type { Relation } from '../../model/catalog.ts'
import { SeedError } from '../../model/seed-error.ts'
import type { Effect } from '../../model/study.ts'
import type { Workshop } from '../draft.ts'

/**
 * Users without an e-mail address where the schema demands one: of the users themselves, or by a trigger that puts it into a column that is NOT NULL.
 * @throws SeedError `email-demanded`
 */
export function refuseWithoutEmail({ inputs: { config, catalog, study }, byId }: Workshop): void {
  const { auth } = study
  const asked = (['phone', 'anonymous'] as const).filter((kind) => (config.users?.[kind] ?? 0) > 0)
  const users = auth === null ? undefined : byId.get(auth.users)
  if (auth === null || users === undefined || asked.length === 0) return
  const path = `users.${asked[0]}`
  const leave = `leave ${asked.map((kind) => `users.${kind}`).join(' and ')} out.`
  if (users.study.columns[auth.email]?.domain.notNull)
    throw new SeedError({
      code: 'email-demanded',
      message: `Users without an e-mail address cannot be made: ${users.id}.${auth.email} must not be NULL, by a constraint or a trigger.`,
      place: { path, table: users.id, column: auth.email },
      next: `Let it be NULL, or ${leave}`,
    })
  for (const { trigger, timing, inserts } of users.study.effects) {
    if (timing !== 'after') continue
    for (const insert of inserts) {
      const { table, columns, conditional } = insert
      // Whom a condition lets pass nobody reads here; the rehearsal tries it.
      if (conditional) continue
      const relation = catalog.relations.find(({ id }) => id === table)
      const demands = relation?.columns.find(
        ({ name, notNull }) =>
          notNull &&
          columns[name] === auth.email &&
          !asked.every((kind) => hasSpare(users.relation, insert, name, kind)),
      )
      if (demands === undefined) continue
      throw new SeedError({
        code: 'email-demanded',
        message: `Users without an e-mail address cannot be made: the trigger ${trigger} puts it into ${table}.${demands.name}, which is NOT NULL.`,
        place: { path, table, column: demands.name },
        next: `Real users of that kind cannot sign up there either: let the trigger pass them over or the column be NULL, or ${leave}`,
      })
    }
  }
}

/** Does COALESCE find something else than an address for such a user? */
function hasSpare(
  users: Relation,
  { spares = {} }: Effect['inserts'][number],
  column: string,
  kind: 'phone' | 'anonymous',
): boolean {
  const isThere = (spare: string | null): boolean =>
    spare === null ||
    (spare === 'phone' && kind === 'phone') ||
    users.columns.some(({ name, notNull }) => notNull && name === spare)
  return (spares[column] ?? []).some(isThere)
}
