import { list, type Tree, tree } from '../sql/tree.ts'
import { countedColumns } from './counted-columns.ts'
import type { Frame } from './frame.ts'
import { readCall } from './read-call.ts'
import { readInsert } from './read-insert.ts'
import { resolveTable } from './resolve-table.ts'

/** Walks statements or expressions and notes what they write and call. True where they always raise. */
export function visitSql(root: unknown, frame: Frame, conditional: boolean): boolean {
  // A list of work instead of recursion: long chains of operators nest thousands deep.
  const work: [node: unknown, conditional: boolean][] = [[root, conditional]]
  let raises = false
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    const [node, maybe] = next
    if (Array.isArray(node)) {
      for (let index = node.length - 1; index >= 0; index -= 1) work.push([node[index], maybe])
      continue
    }
    for (const [kind, value] of Object.entries(tree(node)).reverse()) {
      if (typeof value !== 'object' || value === null) continue
      const fields = tree(value)
      raises = visitNode(kind, fields, frame, maybe) || raises
      work.push([value, maybe || isConditional(kind, fields)])
    }
  }
  return raises
}

function isConditional(kind: string, fields: Tree): boolean {
  if (kind === 'SelectStmt') return fields.fromClause !== undefined || fields.whereClause !== undefined
  return kind === 'CaseExpr'
}

function visitNode(kind: string, fields: Tree, frame: Frame, conditional: boolean): boolean {
  const { ledger } = frame.reading
  switch (kind) {
    case 'FuncCall':
    // The call of a CALL statement is not tagged.
    case 'funccall':
      return readCall(fields, frame, conditional)
    case 'InsertStmt':
      readInsert(fields, frame, conditional)
      return false
    case 'UpdateStmt':
    case 'DeleteStmt':
    case 'MergeStmt':
    case 'RefreshMatViewStmt':
      noteUpdate(fields.relation, frame, kind === 'UpdateStmt' ? countedColumns(fields) : [])
      if (kind === 'MergeStmt') readMerge(fields, frame)
      return false
    case 'TruncateStmt':
      for (const relation of list(fields.relations)) noteUpdate(tree(relation).RangeVar, frame)
      return false
    // The target of an INSERT or UPDATE is not tagged: what is tagged is read.
    case 'RangeVar':
      noteRead(fields, frame)
      return false
    case 'LockingClause':
    case 'LockStmt':
      ledger.shared = true
      return false
    case 'CopyStmt':
      if (fields.is_program === true) ledger.callsOut.add('COPY PROGRAM')
      return false
    default:
      return false
  }
}

function noteRead(range: Tree, frame: Frame): void {
  const target = resolveTable(range, frame)
  if (target?.relation != null) frame.reading.ledger.reads.add(target.id)
}

function noteUpdate(relation: unknown, frame: Frame, counted: readonly string[] = []): void {
  const { ledger } = frame.reading
  const target = resolveTable(relation, frame)
  ledger.shared = true
  if (target === null) return
  ledger.updates.add(target.id)
  if (counted.length > 0) ledger.counts.set(target.id, new Set([...(ledger.counts.get(target.id) ?? []), ...counted]))
  if (target.relation?.kind === 'foreign') ledger.callsOut.add(`UPDATE ${target.id}`)
}

/** WHEN NOT MATCHED THEN INSERT: the columns come from the source, of which nothing is known. */
function readMerge(fields: Tree, frame: Frame): void {
  for (const clause of list(fields.mergeWhenClauses).map((one) => tree(tree(one).MergeWhenClause))) {
    if (clause.commandType !== 'CMD_INSERT') continue
    const values = { SelectStmt: { valuesLists: [{ List: { items: clause.values } }] } }
    readInsert({ relation: fields.relation, cols: clause.targetList, selectStmt: values }, frame, true)
  }
}
