import type { Draft, DraftColumn } from '../draft.ts'
import { setByTrigger } from '../recipes/set-by-trigger.ts'

/** Why a column cannot get values from files; null where it can. */
export interface NotGiven {
  readonly code: string
  readonly why: string
  readonly next: string
}

export function whyNotGiven(draft: Draft, { column, recipe }: DraftColumn): NotGiven | null {
  const { name } = column
  const without = `Leave ${name} out of fields.`
  if (column.generated !== null) return { code: 'column-generated', why: 'the database generates it', next: without }
  if (!column.insertable)
    return { code: 'no-privilege', why: 'the current role may not write it', next: 'Connect as a role that may.' }
  const link = draft.relation.foreignKeys.find(({ columns }) => columns.includes(name))
  if (link !== undefined)
    return {
      code: 'column-linked',
      why: `it leads to ${link.parent}, whose keys are not known beforehand`,
      next: without,
    }
  if (recipe.kind === 'serial') return { code: 'column-serial', why: 'its numbers are counted up', next: without }
  const trigger = setByTrigger(draft, name)
  if (trigger !== null)
    return { code: 'column-overwritten', why: `the trigger ${trigger} sets it in every row`, next: without }
  if (recipe.kind === 'leave' && draft.madeBy !== null)
    return { code: 'column-overwritten', why: `the trigger ${draft.madeBy.trigger} fills it`, next: without }
  return null
}
