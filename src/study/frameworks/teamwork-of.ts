import type { Catalog, ForeignKey, Relation } from '../../model/catalog.ts'
import type { MembershipStudy, TableStudy } from '../../model/study.ts'

/** What a table has to do with personal and team accounts that stand in one table, told by what it leads to, whatever it is called. */
export function teamworkOf(
  relation: Relation,
  { relations }: Pick<Catalog, 'relations'>,
): Pick<TableStudy, 'membership' | 'teams'> {
  const columnsOf = (id: string): readonly string[] =>
    relations.find((one) => one.id === id)?.columns.map(({ name }) => name) ?? []
  const own = columnsOf(relation.id)
  const account = single(relation, (parent) =>
    ['is_personal_account', 'primary_owner_user_id'].every((name) => columnsOf(parent).includes(name)),
  )
  if (account === null) return {}
  const role = single(relation, (parent) => columnsOf(parent).includes('hierarchy_level'))
  const key = relation.primaryKey?.columns ?? []
  const user = single(relation, (parent, column) => parent === 'auth.users' && key.includes(column))
  const membership: MembershipStudy | null =
    role === null || user === null || !key.includes(account) ? null : { account, user, role, first: 'owner' }
  // A trigger of the kit refuses invitations to personal accounts.
  if (membership === null && !own.includes('invite_token')) return {}
  return { ...(membership === null ? {} : { membership }), teams: account }
}

/** The column of a foreign key that is alone in it. */
function single(relation: Relation, isMeant: (parent: string, column: string) => boolean): string | null {
  const found = relation.foreignKeys.find(
    ({ parent, columns: [column = '', ...more] }: ForeignKey) => more.length === 0 && isMeant(parent, column),
  )
  return found?.columns[0] ?? null
}
