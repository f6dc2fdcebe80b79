import { list, strings, type Tree, tagged, text, tree } from '../sql/tree.ts'
import { flowOf, NEXT } from './flow.ts'
import { fold } from './fold.ts'
import type { Flow, Frame } from './frame.ts'
import { readExpression } from './read-expression.ts'
import type { Value } from './value.ts'
import { visitSql } from './visit-sql.ts'

/** `variable := expression`. */
export function assign(fields: Tree, frame: Frame, conditional: boolean): Flow {
  const value = readExpression(fields.expr, frame)
  const raises = visitSql(value, frame, conditional)
  const target = Number(fields.varno ?? 0)
  setDatum(target, fold(value, frame), frame)
  if (!conditional) noteOverwrite(target, value, frame)
  return raises ? flowOf('raise') : NEXT
}

/** `new.created_by := auth.uid()`; not `new.email := lower(new.email)`, which keeps something of what was written. */
function noteOverwrite(target: number, value: unknown, frame: Frame): void {
  const [kind, datum] = tagged(frame.datums[target])
  if (kind !== 'PLpgSQL_recfield') return
  const record = text(tagged(frame.datums[Number(datum.recparentno ?? 0)])[1].refname)
  const field = text(datum.fieldname)
  if (isNew(record, frame) && !namesField(value, field)) frame.reading.ledger.overwrites.add(field)
}

/** Does the expression look at the column of NEW, or at all of NEW? */
function namesField(root: unknown, field: string): boolean {
  const work: unknown[] = [root]
  for (let node = work.pop(); node !== undefined; node = work.pop()) {
    if (Array.isArray(node)) work.push(...node)
    const names = strings(tree(tree(node).ColumnRef).fields)
    if (names[0] === 'new' && (names.length === 1 || names[1] === field || names[1] === '')) return true
    if (names.length > 0) continue
    for (const value of Object.values(tree(node))) if (typeof value === 'object' && value !== null) work.push(value)
  }
  return false
}

/** INTO: a row of targets, or a record. `known` tells what is put into the targets, by place, or into fields of a record. */
export function assignTargets(
  target: unknown,
  frame: Frame,
  known: readonly (Value | null)[] = [],
  fields: Readonly<Record<string, string | null>> = {},
): void {
  const [kind, variable] = tagged(target)
  if (kind === 'PLpgSQL_row') {
    for (const [index, field] of list(variable.fields).entries())
      setDatum(Number(tree(field).varno ?? 0), known[index] ?? null, frame)
    return
  }
  setVariable(text(variable.refname), known[0]?.kind === 'row' ? known[0] : null, frame)
  for (const [name, column] of Object.entries(fields)) {
    if (column !== null) frame.values.set(`${text(variable.refname)}.${name}`, { kind: 'column', name: column })
  }
}

function setDatum(number: number, value: Value | null, frame: Frame): void {
  const [kind, datum] = tagged(frame.datums[number])
  if (kind !== 'PLpgSQL_recfield') {
    setVariable(text(datum.refname), value, frame)
    return
  }
  const record = text(tagged(frame.datums[Number(datum.recparentno ?? 0)])[1].refname)
  const field = text(datum.fieldname)
  if (isNew(record, frame)) frame.reading.ledger.assigns.add(field)
  else frame.values.set(`${record}.${field}`, value)
}

function setVariable(name: string, value: Value | null, frame: Frame): void {
  if (!isNew(name, frame)) {
    for (const known of [...frame.values.keys()]) if (known.startsWith(`${name}.`)) frame.values.delete(known)
    frame.values.set(name, value)
    return
  }
  if (value?.kind === 'row') return
  for (const column of frame.reading.relation.columns) frame.reading.ledger.assigns.add(column.name)
}

const isNew = (name: string, frame: Frame): boolean => frame.depth === 0 && name === 'new'

/** What `RETURNING a, b` or the list of a SELECT without FROM gives, by place. */
export function outputs(items: readonly unknown[], frame: Frame): (Value | null)[] {
  return items.map((item) => fold(tree(tree(item).ResTarget).val, frame))
}

/** The plain column that an item of RETURNING names; `*` for all; null for anything else. */
export function returnedName(item: unknown): string | null {
  const [kind, fields] = tagged(tree(tree(item).ResTarget).val)
  if (kind !== 'ColumnRef') return null
  const parts = list(fields.fields)
  return tagged(parts.at(-1))[0] === 'A_Star' ? '*' : (strings(parts).at(-1) ?? null)
}
