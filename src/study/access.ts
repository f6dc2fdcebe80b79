import type { Relation, RoleInfo, SchemaInfo } from '../model/catalog.ts'
import type { TableStudy } from '../model/study.ts'

type Access = TableStudy['access']

/**
 * How the current role may write a table: COPY ignores rules, and is refused where row security applies. Not at all: without a privilege, or
 * where no policy lets rows in.
 */
export function accessTo(relation: Relation, role: RoleInfo, schemas: readonly SchemaInfo[]): Access {
  const schema = schemas.find(({ name }) => name === relation.schema)
  if (schema?.usage === false) return none(role, `may not use the schema ${schema.name}`)
  const lacking = missingPrivilege(relation)
  if (lacking !== null) return none(role, lacking)
  if (rowSecurityApplies(relation, role)) return underRowSecurity(relation, role)
  if (relation.rules.some((rule) => rule.event.toLowerCase() === 'insert'))
    return { write: 'insert', why: 'a rule rewrites inserts, and COPY passes it by' }
  return { write: 'copy', why: null }
}

const none = (role: RoleInfo, lacking: string): Access => ({ write: 'none', why: `the role ${role.name} ${lacking}` })

/** Rows get in by a permissive policy alone; whether one is for this role the catalog cannot tell, for roles are in roles. */
function underRowSecurity({ policies }: Relation, role: RoleInfo): Access {
  const admits = policies.some(({ permissive, command }) => permissive && (command === 'insert' || command === 'all'))
  if (!admits) return none(role, 'is under row security, and no policy lets it insert')
  return { write: 'insert', why: 'row security applies to this role, and COPY does not go with it' }
}

function missingPrivilege(relation: Relation): string | null {
  const writable = relation.columns.filter((column) => column.insertable)
  if (!relation.grants.insert && writable.length === 0) return 'has no INSERT privilege'
  const needed = relation.columns.find(
    (column) =>
      !column.insertable &&
      column.notNull &&
      column.default === null &&
      column.identity === null &&
      column.generated === null,
  )
  return needed === undefined ? null : `may not write the column ${needed.name}, which needs a value`
}

function rowSecurityApplies(relation: Relation, role: RoleInfo): boolean {
  if (relation.rowSecurity.active !== undefined) return relation.rowSecurity.active
  if (!relation.rowSecurity.enabled || role.superuser || role.bypassRls) return false
  return relation.owner !== role.name || relation.rowSecurity.forced
}
