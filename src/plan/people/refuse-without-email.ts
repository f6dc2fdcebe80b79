import type { Relation } from '../../model/catalog.ts'
import { SeedError } from '../../model/seed-error.ts'
import type { Effect } from '../../model/study.ts'
import type { Draft, Workshop } from '../draft.ts'

/**
 * Users without an e-mail address where the schema demands one: of the users themselves, or by a trigger that puts it into a column that is NOT NULL.
 * @throws SeedError `email-demanded`
 */
export function refuseWithoutEmail(workshop: Workshop): void {
  const { catalog, study } = workshop.inputs
  const { auth } = study
  const users = auth === null ? undefined : workshop.byId.get(auth.users)
  if (auth === null || users === undefined) return
  const asked = askedFor(workshop, users, auth.email)
  const [first] = asked
  if (first === undefined) return
  if (users.study.columns[auth.email]?.domain.notNull)
    throw new SeedError({
      code: 'email-demanded',
      message: `Users without an e-mail address cannot be made: ${users.id}.${auth.email} must not be NULL, by a constraint or a trigger.`,
      place: { path: first.path, table: users.id, column: auth.email },
      next: `Let it be NULL, or ${leave(asked)}`,
    })
  for (const { trigger, timing, inserts } of users.study.effects) {
    for (const insert of timing === 'after' ? inserts : []) {
      const { table, columns, conditional } = insert
      // Whom a condition lets pass nobody reads here; the rehearsal tries it.
      if (conditional) continue
      const relation = catalog.relations.find(({ id }) => id === table)
      for (const { name, notNull } of relation?.columns ?? []) {
        if (!notNull || columns[name] !== auth.email) continue
        const without = asked.filter(({ kind }) => !hasSpare(users.relation, insert, name, kind))
        const [one] = without
        if (one === undefined) continue
        throw new SeedError({
          code: 'email-demanded',
          message: `Users without an e-mail address cannot be made: the trigger ${trigger} puts it into ${table}.${name}, which is NOT NULL.`,
          place: { path: one.path, table, column: name },
          next: `Real users of that kind cannot sign up there either: let the trigger pass them over or the column be NULL, or ${leave(without)}`,
        })
      }
    }
  }
}

/** Users without an address, and where they are asked for. */
interface Asked {
  readonly kind: 'phone' | 'anonymous'
  readonly path: string
}

function askedFor({ inputs: { config } }: Workshop, users: Draft, email: string): Asked[] {
  const kinds = (['phone', 'anonymous'] as const).filter((kind) => (config.users?.[kind] ?? 0) > 0)
  const given = users.given.flatMap(({ fixture }): Asked[] => {
    if (fixture === null || fixture.values[email] !== null) return []
    return [{ kind: (fixture.values.phone ?? null) === null ? 'anonymous' : 'phone', path: fixture.path }]
  })
  return [...kinds.map((kind) => ({ kind, path: `users.${kind}` })), ...given]
}

const leave = (asked: readonly Asked[]): string => `leave ${asked.map(({ path }) => path).join(' and ')} out.`

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
