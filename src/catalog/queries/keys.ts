/** One row per unique or exclusion index that holds, with the constraint it may stand for. */
export type KeyRow = {
  readonly relation: string
  readonly name: string
  readonly primary: boolean
  readonly unique: boolean
  readonly exclusion: boolean
  readonly constraint: boolean
  readonly nullsNotDistinct: boolean
  readonly deferrable: boolean
  readonly deferred: boolean
  /** The key's parts in order, INCLUDE columns left out; exactly one of the two is set. */
  readonly parts: readonly { readonly column: string | null; readonly expression: string | null }[]
  readonly predicate: string | null
  /** Of an exclusion: its operators in the order of the parts. */
  readonly operators: readonly string[]
  /** Of an exclusion: what `pg_get_constraintdef` prints. */
  readonly definition: string | null
}

/**
 * Only valid indexes: one that failed to build, or that waits for the partitions, promises nothing yet. A column whose
 * index compares under another collation, where either calls different bytes equal, is an expression (`"name" COLLATE …`).
 * `pg_get_indexdef` puts a pair of brackets around all but function calls, as CREATE INDEX wants it; it is taken off.
 */
export const KEYS = `
select
  i.indrelid::text as relation,
  x.relname::text as name,
  i.indisprimary as primary,
  i.indisunique as unique,
  i.indisexclusion as exclusion,
  con.oid is not null as constraint,
  i.indnullsnotdistinct as "nullsNotDistinct",
  coalesce(con.condeferrable, false) as deferrable,
  coalesce(con.condeferred, false) as deferred,
  parts.parts,
  pg_catalog.pg_get_expr(i.indpred, i.indrelid)::text as predicate,
  coalesce((
    select pg_catalog.json_agg(o.oprname::text order by k.place)
    from pg_catalog.unnest(con.conexclop) with ordinality k (operator, place)
    join pg_catalog.pg_operator o on o.oid = k.operator
  ), '[]') as operators,
  case when i.indisexclusion then pg_catalog.pg_get_constraintdef(con.oid)::text end as definition
from pg_catalog.pg_index i
join pg_catalog.pg_class x on x.oid = i.indexrelid
join pg_catalog.pg_class c on c.oid = i.indrelid
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
left join pg_catalog.pg_constraint con
  on con.conrelid = i.indrelid and con.conindid = i.indexrelid and con.contype in ('p', 'u', 'x')
cross join lateral (
  select pg_catalog.json_agg(pg_catalog.json_build_object(
    'column', case when not part.computed then part.name end,
    'expression', case when part.computed then
      case when part.text like '(%' then pg_catalog.substr(part.text, 2, pg_catalog.length(part.text) - 2) else part.text end
      || coalesce(part.collation, '')
    end
  ) order by part.place) as parts
  from (
    select
      k.place,
      a.attname::text as name,
      a.attnum is null or loose.collation is not null as computed,
      pg_catalog.pg_get_indexdef(i.indexrelid, k.place, false) as text,
      loose.collation
    from pg_catalog.generate_series(1, i.indnkeyatts::int4) k (place)
    left join pg_catalog.pg_attribute a
      on a.attrelid = i.indrelid and a.attnum = i.indkey[k.place - 1] and i.indkey[k.place - 1] <> 0
    left join lateral (
      select ' COLLATE ' || pg_catalog.quote_ident(ln.nspname) || '.' || pg_catalog.quote_ident(l.collname) as collation
      from pg_catalog.pg_collation l
      join pg_catalog.pg_namespace ln on ln.oid = l.collnamespace
      left join pg_catalog.pg_collation own on own.oid = a.attcollation
      where l.oid = i.indcollation[k.place - 1] and l.oid is distinct from a.attcollation
        and not (l.collisdeterministic and coalesce(own.collisdeterministic, true))
    ) loose on true
  ) part
) parts
where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
  and c.relkind in ('r', 'p', 'm', 'f')
  and (i.indisunique or i.indisexclusion) and i.indisvalid
`
