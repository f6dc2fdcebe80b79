/**
 * SQL for the privileges that an access list gives to others than the owner, as JSON texts: `anon SELECT`, with `*` for the grant option; role 0 is PUBLIC.
 * The list and the owner are expressions of the query around it.
 */
export const privileges = (acl: string, owner: string): string => `(
    select coalesce(pg_catalog.json_agg(
      case when x.grantee = 0 then 'public' else pg_catalog.pg_get_userbyid(x.grantee)::text end
        || ' ' || x.privilege_type || case when x.is_grantable then '*' else '' end
    ), '[]')
    from pg_catalog.aclexplode(${acl}) x
    where x.grantee <> ${owner}
  )`
