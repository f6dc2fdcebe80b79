import type { Database } from '../../model/database.ts'
import { idToSql, type ObjectId } from '../../model/name.ts'
import { type Answer, askAs, type Viewer } from './ask-as.ts'

/** Rows that are counted at most. */
const COUNTED = 1000

/** A table that is looked at. */
export interface Looked {
  readonly id: ObjectId
  /** Large: one row is enough, since a policy may have to be asked about each. */
  readonly large: boolean
}

/** What somebody sees of a table. */
export type Sight =
  | { readonly kind: 'rows'; readonly rows: number; readonly more: boolean }
  /** The server refused: a privilege that a policy needs, an error in one. */
  | { readonly kind: 'refused'; readonly code: string; readonly message: string }
  | { readonly kind: 'slow' }

/** query_canceled: the patience was over. */
const TOO_LONG = '57014'

/** Which rows somebody sees: first whether there are any, then how many. */
export async function look(
  db: Database,
  viewer: Viewer,
  tables: readonly Looked[],
): Promise<ReadonlyMap<ObjectId, Sight>> {
  if (tables.length === 0) return new Map()
  const sights = new Map<ObjectId, Sight>()
  const any = await askAs(
    db,
    viewer,
    tables.map(({ id }) => `exists (select from ${idToSql(id)})`),
  )
  const filled = tables.filter((table, i) => {
    const answer = any[i] as Answer
    const seen = 'value' in answer && answer.value === true
    sights.set(
      table.id,
      'error' in answer ? refused(answer) : { kind: 'rows', rows: seen ? 1 : 0, more: seen && table.large },
    )
    return seen && !table.large
  })
  if (filled.length === 0) return sights
  const counts = await askAs(
    db,
    viewer,
    filled.map(({ id }) => `(select count(*)::int4 from (select from ${idToSql(id)} limit ${COUNTED + 1}) s)`),
  )
  for (const [i, { id }] of filled.entries()) {
    const answer = counts[i] as Answer
    if ('error' in answer)
      sights.set(id, answer.error.code === TOO_LONG ? { kind: 'rows', rows: 1, more: true } : refused(answer))
    else
      sights.set(id, {
        kind: 'rows',
        rows: Math.min(COUNTED, Number(answer.value)),
        more: Number(answer.value) > COUNTED,
      })
  }
  return sights
}

const refused = ({ error }: Extract<Answer, { error: unknown }>): Sight =>
  error.code === TOO_LONG ? { kind: 'slow' } : { kind: 'refused', code: error.code, message: error.message }
