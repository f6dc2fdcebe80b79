import type { Queryable } from '../../model/database.ts'
import { type Finding, finding } from '../../model/finding.ts'
import { quote, quoteQualified } from '../../model/name.ts'
import { Parameters } from '../sql/parameters.ts'
import type { DbTable } from '../sql/read-columns.ts'
import { sameValue } from '../sql/sheet.ts'
import { type Doomed, isNamed } from './delete-rows.ts'
import type { Reference } from './references.ts'

/** Rows that are shown for each foreign key. */
const SHOWN = 5

/** Rows of others that refer to rows which are to go, by one foreign key. */
export interface OtherRows {
  readonly reference: Reference
  readonly count: number
  /** Their keys, a few, as `id = 5`. */
  readonly shown: readonly string[]
}

/**
 * Rows that refer to doomed rows by a foreign key and are not doomed themselves. `among`: what else goes in the same statement. Returns null when there
 * are none.
 */
export async function rowsOfOthers(
  tx: Queryable,
  reference: Reference,
  doomed: Doomed,
  among: readonly Doomed[],
): Promise<OtherRows | null> {
  const { child, key } = reference
  const parameters = new Parameters()
  const named = doomed.sheets.map((sheet) => `(${isNamed(doomed.table, sheet, parameters)})`).join(' or ') || 'false'
  const own = among
    .filter(({ table }) => table.id === child.id)
    .flatMap(({ table, sheets }) => sheets.map((sheet) => isNamed(table, sheet, parameters)))
  const columns = (child.primaryKey?.columns ?? child.columns.slice(0, 3).map(({ name }) => name)).flatMap(
    (name) => name ?? [],
  )
  const texts = columns.map((name) => `t.${quote(name)}::text`).join(', ')
  const rows = await tx.query<{ key: (string | null)[]; total: number }>(
    `select array[${texts}]::text[] as key, (count(*) over ())::int4 as total
     from ${quoteQualified(child.schema, child.name)} t
     where exists (
       select from (select t.* from ${doomed.table.sql} t where ${named}) p where ${joined(doomed.table, reference)}
     ) ${own.map((condition) => `and not (${condition})`).join(' ')}
     order by 1 limit ${SHOWN}`,
    parameters.values,
  )
  const [first] = rows
  if (!first) return null
  const shown = rows.map(({ key: texts }) => columns.map((name, i) => `${name} = ${texts[i] ?? 'NULL'}`).join(', '))
  return { reference: { child, key, parent: reference.parent }, count: first.total, shown }
}

/** `t` is a row of the child, `p` one of the parent. */
function joined(parent: DbTable, { key }: Reference): string {
  return key.columns
    .map((name, i) => {
      const parentName = key.parentColumns[i] ?? name
      const column = parent.columns.get(parentName)
      const [left, right] = [`t.${quote(name)}`, `p.${quote(parentName)}`]
      return column ? sameValue(left, right, column) : `${left} = ${right}`
    })
    .join(' and ')
}

const EFFECTS = {
  cascade: 'would be deleted with them',
  'set null': 'would lose the reference (ON DELETE SET NULL)',
  'set default': 'would get another reference (ON DELETE SET DEFAULT)',
  restrict: 'forbid it (ON DELETE RESTRICT)',
  'no action': 'forbid it (ON DELETE NO ACTION)',
} as const

/** A danger; what the database would forbid cannot be allowed. */
export function othersFinding({ reference, count, shown }: OtherRows): Finding {
  const { child, key, parent } = reference
  const forbidden = key.onDelete === 'restrict' || key.onDelete === 'no action'
  const id = `rows-of-others:${child.id}.${key.name}`
  return finding(
    'rows-of-others',
    forbidden ? 'error' : 'danger',
    { table: child.id, constraint: key.name },
    `${count} rows of ${child.id} that are not ours refer to rows of ${parent} that are, and ${EFFECTS[key.onDelete]}.`,
    {
      found: `${shown.join('; ')}${count > shown.length ? '; …' : ''}`,
      next: forbidden
        ? 'Delete these rows first, or let them refer to something else.'
        : `Delete them first, or allow it: --allow ${id}`,
    },
  )
}

/** Does it forbid the deletion? What the database would refuse cannot be allowed. */
export const forbids = (found: Finding, allow: readonly string[]): boolean =>
  found.level === 'error' || !allow.includes(found.id)
