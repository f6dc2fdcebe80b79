import type { ObjectId } from '../../model/name.ts'
import type { Scope } from '../../plan/scope.ts'

/** Handles of the rows that the configuration gives, by table. What frameworks bring is the kit's own matter. */
export const handlesOf = ({ tables }: Scope): Readonly<Record<ObjectId, readonly string[]>> =>
  Object.fromEntries(
    tables.flatMap(({ relation, fixtures }) => {
      const own = fixtures.filter(({ path }) => path !== '').map(({ handle }) => handle)
      return own.length === 0 ? [] : [[relation.id, own]]
    }),
  )
