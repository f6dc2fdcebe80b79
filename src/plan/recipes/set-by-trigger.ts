import { type Finding, finding } from '../../model/finding.ts'
import type { Draft } from '../draft.ts'

/** The trigger that gives the column another value in every row, whatever is written; null where none does. */
export const setByTrigger = (draft: Draft, column: string): string | null =>
  draft.study.effects.find(({ overwrites = [] }) => overwrites.includes(column))?.trigger ?? null

/** Nobody is signed in while rows are written: who made a row is what the trigger makes of that. */
export function isTracked(draft: Draft, column: string): boolean {
  const { notNull } = draft.study.columns[column]?.domain ?? { notNull: true }
  const keyed = draft.study.keys.some(({ columns }) => columns.includes(column))
  const links = draft.relation.foreignKeys.filter(({ columns }) => columns.includes(column))
  return !notNull && !keyed && links.length > 0 && setByTrigger(draft, column) !== null
}

/** Times that a trigger sets: they are the moment of writing, and nobody can date rows back. */
export function timesSetByTrigger(draft: Draft): Finding | null {
  const columns = [...draft.columns.values()].filter(
    ({ study, recipe, column }) =>
      /^(date|timestamp|timestamptz)$/.test(study.base) && recipe.kind !== 'leave' && setByTrigger(draft, column.name),
  )
  if (columns.length === 0) return null
  const names = columns.map(({ column }) => column.name).join(', ')
  const triggers = [...new Set(columns.map(({ column }) => setByTrigger(draft, column.name)))].join(', ')
  return finding(
    'times-set',
    'info',
    { table: draft.id },
    `${draft.id}.${names} will hold the moment of writing: ${triggers} sets it in every row.`,
  )
}
