import type { Draft } from '../draft.ts'
import { openColumns } from './open-columns.ts'
import type { Below } from './rows-below.ts'

const SOME = /^(has_children|is_parent|is_folder_with_children)$/i
const NONE = /^(is_leaf|leaf)$/i

/** `has_children`, `is_leaf`: whether rows of the tree lead to the row. */
export function fitTreeFlags(draft: Draft, below: readonly Below[]): void {
  const tree = below.find(({ child, link }) => child === draft && link.self)
  if (tree === undefined) return
  for (const column of openColumns(draft)) {
    const by = SOME.test(column.column.name) ? 'some' : NONE.test(column.column.name) ? 'none' : null
    if (by === null || column.study.base !== 'bool' || column.recipe.kind !== 'draw') continue
    column.recipe = {
      kind: 'derive',
      with: 'gather',
      from: [],
      over: { table: draft.id, link: tree.link.name, columns: [] },
      options: { by },
    }
    column.nulls = 0
    column.why = `whether rows lead to it by ${tree.link.columns.join()}`
  }
}
