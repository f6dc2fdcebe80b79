import type { Catalog, Relation } from '../../model/catalog.ts'
import type { Queryable } from '../../model/database.ts'
import { type Finding, finding } from '../../model/finding.ts'
import { idToSql, type ObjectId, quote } from '../../model/name.ts'
import { isInvented, naturalKey } from '../../model/natural-key.ts'
import type { Plan } from '../../model/plan.ts'
import { literal } from './literal.ts'

/**
 * Keys of rows that are there already and that the database invented (`default gen_random_uuid()`): the same row has another key wherever the migrations
 * are run anew.
 */
export interface InventedKeys {
  /** A sub-select by the row's natural key, in place of the key as it is here; null for a value that is no such key. `asText`: its text. */
  subSelect(text: string, asText: boolean): string | null
  /** Columns, as `table.column`, whose values are such keys. */
  readonly columns: ReadonlySet<string>
  /** Keys that nothing else tells apart: they are written as they are here. */
  readonly findings: readonly Finding[]
}

/** Looks up how the rows of the plan's pools can be told without their invented keys. */
export async function readInventedKeys(tx: Queryable, plan: Plan, catalog: Catalog): Promise<InventedKeys> {
  const relations = new Map(catalog.relations.map((relation) => [relation.id, relation]))
  const selects = new Map<string, Select>()
  const columns = new Set<string>()
  const findings: Finding[] = []
  const read = new Set<string>()
  for (const { id, links } of plan.tables) {
    for (const { parent, columns: own } of links) {
      const relation = relations.get(parent.table)
      if (parent.pool === null || relation === undefined) continue
      for (const [i, column] of parent.columns.entries()) {
        if (!isInvented(relation, column)) continue
        columns.add(`${id} ${own[i]}`)
        const name = `${parent.table} ${column}`
        if (read.has(name)) continue
        read.add(name)
        const key = naturalKey(relation)
        if (key === null) findings.push(untold(relation.id, column))
        else await readSelects(tx, relation, column, key, selects)
      }
    }
  }
  const subSelect = (text: string, asText: boolean): string | null => {
    const select = selects.get(text)
    return select === undefined ? null : `(select ${select.column}${asText ? '::text' : ''} ${select.from})`
  }
  return { subSelect, columns, findings }
}

/** `select column from … where …`, in two parts. */
interface Select {
  readonly column: string
  readonly from: string
}

async function readSelects(
  tx: Queryable,
  relation: Relation,
  column: string,
  key: readonly string[],
  selects: Map<string, Select>,
): Promise<void> {
  const list = [column, ...key].map((name) => `${quote(name)}::text`).join(', ')
  const rows = await tx.query<{ values: (string | null)[] }>(
    `select array[${list}] as values from ${idToSql(relation.id)}`,
  )
  for (const { values } of rows) {
    const [text, ...others] = values
    if (text === null || text === undefined) continue
    const same = key.map((name, i) => `${quote(name)} = ${literal(others[i] ?? null)}`).join(' and ')
    selects.set(text, { column: quote(column), from: `from ${idToSql(relation.id)} where ${same}` })
  }
}

const untold = (table: ObjectId, column: string): Finding =>
  finding(
    'export-key-invented',
    'warning',
    { table, column },
    `The database invents ${column} of ${table}, and no other unique key tells its rows apart: the files hold the keys as they were here.`,
    {
      next: `Give the rows of ${table} fixed keys in the migration that inserts them, or add a unique key to the table.`,
    },
  )
