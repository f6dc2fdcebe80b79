import type { Recipe } from './recipe.ts'
import type { Value } from './value.ts'

/** The same in every row. */
export const constant = (value: Value): Recipe => ({ kind: 'constant', value })

/** What another column of the row holds. */
export const copy = (column: string): Recipe => ({ kind: 'derive', with: 'copy', from: [{ column }] })
