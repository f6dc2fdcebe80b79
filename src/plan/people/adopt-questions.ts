import type { Column, Relation } from '../../model/catalog.ts'
import type { Past } from '../../model/journal.ts'
import type { ObjectId } from '../../model/name.ts'
import type { TablePlan } from '../../model/plan.ts'
import type { Question } from '../../model/question.ts'
import { isIn } from '../../model/row-spans.ts'
import type { Study } from '../../model/study.ts'
import type { Scope } from '../scope.ts'
import type { AdoptedTable } from './adoption.ts'

/** As many rows are adopted at most. */
const LIMIT = 2000

/** Of users nothing is read that is not needed: their rows hold secrets. */
const OF_USERS = ['id', 'email', 'created_at']

/** Columns whose texts say all. */
const PLAIN = ['text', 'number', 'boolean', 'date', 'time', 'timestamp']

/** Which rows are there to adopt; of those that earlier runs adopted, which are still there. */
export function adoptQuestions(
  byId: ReadonlyMap<ObjectId, Relation>,
  study: Study,
  { adoption, tables }: Scope,
  past: Past,
): Question[] {
  if (adoption === null) return []
  return adoption.tables.flatMap((table): Question[] => {
    const relation = byId.get(table.id)
    if (relation === undefined || !tables.some((one) => one.relation.id === table.id)) return []
    const { id, column, by } = table
    const known = knownIds(past.tables[id]?.plan, column)
    const columns = columnsOf(relation, table, study)
    const key = (relation.primaryKey?.columns ?? []).filter((name) => name !== null)
    const base = { kind: 'adopt' as const, table: id, columns, order: key.length > 0 ? key : [column], column }
    if (known !== null) return [{ ...base, by: null, among: { ids: known }, limit: Math.max(LIMIT, known.length) }]
    return [{ ...base, by, among: adoption.among, limit: LIMIT }]
  })
}

/** What rows of others that the table's plan has adopted hold in a column; null: it has adopted none. */
function knownIds(plan: TablePlan | undefined, name: string): string[] | null {
  const adopted = plan?.adopted
  if (adopted === undefined) return null
  const fixed = plan?.columns.find((one) => one.name === name)?.fixed ?? []
  return fixed.flatMap(([row, value]) => (isIn(adopted, row) && value !== null ? [String(value)] : []))
}

function columnsOf(relation: Relation, { column, by }: AdoptedTable, study: Study): string[] {
  const isPlain = ({ name }: Column): boolean =>
    by === null
      ? OF_USERS.includes(name)
      : PLAIN.includes(study.tables[relation.id]?.columns[name]?.encoding.kind ?? '')
  const wanted = [
    column,
    ...(relation.primaryKey?.columns ?? []),
    ...relation.columns.filter(isPlain).map(({ name }) => name),
  ]
  return [...new Set(wanted)].filter((name) => name !== null)
}
