import type { Catalog } from '../../model/catalog.ts'
import type { FrameworkStudy } from '../../model/framework-study.ts'
import { idToSql, type ObjectId } from '../../model/name.ts'

/** Something that a kit relies on, as a query over the users `$1`. */
export interface KitRule {
  /** Of the finding. */
  readonly code: string
  readonly table: ObjectId
  /** What is looked at: `personal accounts`. */
  readonly about: string
  /** Gives `n`, the number of those that break it, and `example`, one of them. */
  readonly sql: string
  /** Who breaks it: `Users without a personal account`. */
  readonly wrong: string
  readonly next: string
}

type Kit = Pick<FrameworkStudy, 'family' | 'tables'>

/** What a kit's application relies on and no constraint promises. Rules over tables or columns that are not there are left out. */
export function kitRules({ family, tables }: Kit, { relations }: Pick<Catalog, 'relations'>): readonly KitRule[] {
  const has = (name: string, columns: readonly string[]): boolean => {
    const relation = relations.find(({ id }) => id === tables[name])
    return (
      relation?.grants.select === true &&
      !relation.rowSecurity.active &&
      columns.every((column) => relation.columns.some((one) => one.name === column))
    )
  }
  return family === 'makerkit-turbo' ? turbo(tables, has) : []
}

type Has = (name: string, columns: readonly string[]) => boolean

const BACK = 'supa-seed reset restores the rows of supa-seed.'

const broken = (what: string, from: string): string =>
  `select count(*)::float8 as n, min(${what}::text) as example from ${from}`

/** Personal accounts by trigger, teams with their owner as a member, in the role that stands highest. */
function turbo(tables: Kit['tables'], has: Has): readonly KitRule[] {
  const accounts = tables.accounts ?? ''
  const members = tables.accounts_memberships ?? ''
  const roles = tables.roles ?? ''
  if (!has('accounts', ['id', 'primary_owner_user_id', 'is_personal_account'])) return []
  const personal: KitRule = {
    code: 'personal-account-missing',
    table: accounts,
    about: 'personal accounts',
    sql: broken(
      'u.id',
      `unnest($1::uuid[]) u(id) where not exists (select from ${idToSql(accounts)} a
         where a.id = u.id and a.primary_owner_user_id = u.id and a.is_personal_account)`,
    ),
    wrong: 'Users without a personal account, which the trigger on auth.users makes',
    next: `See that the trigger on auth.users is enabled. ${BACK}`,
  }
  if (!has('accounts_memberships', ['user_id', 'account_id', 'account_role'])) return [personal]
  const team = `${idToSql(accounts)} a where not a.is_personal_account and a.primary_owner_user_id = any ($1::uuid[])`
  const memberships: KitRule[] = [
    {
      code: 'owner-not-member',
      table: members,
      about: 'memberships',
      sql: broken(
        'a.id',
        `${team} and not exists (select from ${idToSql(members)} m
           where m.account_id = a.id and m.user_id = a.primary_owner_user_id)`,
      ),
      wrong: 'Team accounts whose owner is not a member',
      next: BACK,
    },
    {
      code: 'member-of-personal-account',
      table: members,
      about: 'memberships',
      sql: broken(
        'a.id',
        `${idToSql(members)} m join ${idToSql(accounts)} a on a.id = m.account_id
           where a.is_personal_account and m.user_id = any ($1::uuid[])`,
      ),
      wrong: 'Memberships of personal accounts, which have no members',
      next: BACK,
    },
  ]
  if (!has('roles', ['name', 'hierarchy_level'])) return [personal, ...memberships]
  const hierarchy: KitRule = {
    code: 'owner-not-highest',
    table: members,
    about: 'the role hierarchy',
    sql: broken(
      'a.id',
      `${team} and exists (select from ${idToSql(members)} m join ${idToSql(roles)} r on r.name = m.account_role
         where m.account_id = a.id and m.user_id = a.primary_owner_user_id
           and r.hierarchy_level > (select min(hierarchy_level) from ${idToSql(roles)}))`,
    ),
    wrong: 'Team accounts whose owner is not in the role that stands highest',
    next: BACK,
  }
  return [personal, ...memberships, hierarchy]
}
