import type { Relation } from '../../model/catalog.ts'
import { list, type Tree, tagged, text, tree } from '../sql/tree.ts'
import { fold } from './fold.ts'
import type { Frame } from './frame.ts'
import { noteInsert } from './ledger.ts'
import { resolveTable } from './resolve-table.ts'
import { sameValue, type Value } from './value.ts'

type Columns = Record<string, string | null>

/** Notes an INSERT: where it goes and which columns it fills from NEW. Gives what is known of the target's columns. */
export function readInsert(statement: Tree, frame: Frame, conditional: boolean): Columns {
  const { ledger } = frame.reading
  const target = resolveTable(statement.relation, frame)
  const select = tree(tree(statement.selectStmt).SelectStmt)
  const inside = withTransition(select, frame)
  const names = targetNames(statement, target?.relation ?? null)
  const rows = sourceRows(select, inside)
  const columns = fillColumns(names, rows)
  const constants = constantColumns(names, rows)
  const spares = spareColumns(names, rows)
  const always = inside !== frame ? isPlain(select) : isPlain(select) && select.fromClause === undefined
  if (target !== null)
    noteInsert(ledger, {
      table: target.id,
      columns,
      ...(Object.keys(constants).length === 0 ? {} : { constants }),
      ...(Object.keys(spares).length === 0 ? {} : { spares }),
      conditional: conditional || !always,
    })
  if (target?.relation?.kind === 'foreign') ledger.callsOut.add(`INSERT INTO ${target.id}`)
  if (meetsOthers(statement, columns, frame.reading.relation)) ledger.shared = true
  return columns
}

/** One row comes out for each that goes in. */
function isPlain(select: Tree): boolean {
  const narrowing = ['whereClause', 'groupClause', 'havingClause', 'distinctClause', 'limitCount', 'limitOffset']
  return narrowing.every((part) => select[part] === undefined) && (select.op ?? 'SETOP_NONE') === 'SETOP_NONE'
}

/** SELECT … FROM the transition table alone: its columns are those of NEW, with or without its alias. */
function withTransition(select: Tree, frame: Frame): Frame {
  const { newTable, relation } = frame.reading
  const from = list(select.fromClause)
  const range = tree(tree(from[0]).RangeVar)
  const isTransition = newTable !== null && range.relname === newTable && range.schemaname === undefined
  if (from.length !== 1 || !isTransition) return frame
  const values = new Map(frame.values)
  values.set(text(tree(range.alias).aliasname) || newTable, { kind: 'row' })
  for (const { name } of relation.columns) values.set(name, { kind: 'column', name })
  return { ...frame, values }
}

function targetNames(statement: Tree, relation: Relation | null): string[] {
  if (statement.cols !== undefined) return list(statement.cols).map((column) => text(tree(tree(column).ResTarget).name))
  return relation === null ? [] : byPosition(relation)
}

const byPosition = (relation: Relation): string[] =>
  [...relation.columns].sort((a, b) => a.position - b.position).map((column) => column.name)

/** The rows of VALUES, or the one of SELECT. Nothing is known of a UNION. */
function sourceRows(select: Tree, frame: Frame): (Value | null)[][] {
  if (select.valuesLists !== undefined) {
    return list(select.valuesLists).map((row) => spread(list(tree(tree(row).List).items), frame))
  }
  return [
    spread(
      list(select.targetList).map((item) => tree(tree(item).ResTarget).val),
      frame,
    ),
  ]
}

/** `NEW.*` gives every column of NEW. */
function spread(items: readonly unknown[], frame: Frame): (Value | null)[] {
  return items.flatMap((item): (Value | null)[] => {
    if (!isStar(item)) return [fold(item, frame)]
    const bare = list(tree(tree(item).ColumnRef).fields).length === 1
    const value = bare ? ({ kind: 'row' } as const) : fold(item, frame)
    if (value?.kind !== 'row') return [null]
    return byPosition(frame.reading.relation).map((name) => ({ kind: 'column', name }))
  })
}

function isStar(item: unknown): boolean {
  const [kind, fields] = tagged(item)
  const steps = kind === 'ColumnRef' ? list(fields.fields) : kind === 'A_Indirection' ? list(fields.indirection) : []
  return tagged(steps.at(-1))[0] === 'A_Star'
}

function fillColumns(names: readonly string[], rows: readonly (readonly (Value | null)[])[]): Columns {
  const columns: Columns = {}
  const longest = Math.max(0, ...rows.map((row) => row.length))
  for (const [index, name] of names.entries()) {
    // Columns after the last value take their default.
    if (index >= longest) break
    const value = rows[0]?.[index] ?? null
    const agreed = rows.every((row) => sameValue(row[index] ?? null, value))
    columns[name] = agreed && value?.kind === 'column' ? value.name : null
  }
  return columns
}

/** What stands in for a column of NEW that is NULL: `coalesce(new.email, new.phone, '')`. */
function spareColumns(
  names: readonly string[],
  rows: readonly (readonly (Value | null)[])[],
): Record<string, readonly (string | null)[]> {
  const spares: Record<string, readonly (string | null)[]> = {}
  for (const [index, name] of names.entries()) {
    const value = rows[0]?.[index] ?? null
    if (value?.kind !== 'column' || value.spares === undefined) continue
    if (rows.every((row) => sameValue(row[index] ?? null, value))) spares[name] = value.spares
  }
  return spares
}

/** Columns that get one and the same literal: what kind of row it is (`is_personal_account`, `role`). */
function constantColumns(
  names: readonly string[],
  rows: readonly (readonly (Value | null)[])[],
): Record<string, string | boolean> {
  const constants: Record<string, string | boolean> = {}
  for (const [index, name] of names.entries()) {
    const value = rows[0]?.[index] ?? null
    if (!rows.every((row) => sameValue(row[index] ?? null, value))) continue
    if (value?.kind === 'boolean') constants[name] = value.value
    else if (value?.kind === 'text' && value.whole) constants[name] = value.text
  }
  return constants
}

/** An upsert may meet the row of another new row; not where DO NOTHING guards a row that carries the key of its own. */
function meetsOthers(statement: Tree, columns: Columns, relation: Relation): boolean {
  const conflict = tree(statement.onConflictClause)
  if (conflict.action === 'ONCONFLICT_UPDATE') return true
  if (conflict.action !== 'ONCONFLICT_NOTHING') return false
  const keys = [relation.primaryKey, ...relation.uniques].filter((key) => key?.columns.length === 1)
  const own = new Set(keys.map((key) => key?.columns[0]))
  const targets = list(tree(conflict.infer).indexElems).map((one) => text(tree(tree(one).IndexElem).name))
  const guarded = targets.length > 0 ? targets : Object.keys(columns)
  return !guarded.some((name) => own.has(columns[name] ?? undefined))
}
