import type { Value } from '../../model/value.ts'
import type { Draft, DraftColumn } from '../draft.ts'

/** Bounds of nested sets: names of the left one, and of the right one. */
const LEFT = /^_?(lft|left|left_bound|tree_left|nested_left|left_value)$/i
const RIGHT = /^_?(rgt|rght|right|right_bound|tree_right|nested_right|right_value)$/i
/** The number of the tree; then each one is numbered by itself. */
const TREE = /^tree_id$/i
/** What an int4 holds. */
const WIDE = 2_147_483_647

/** `lft` and `rgt` beside `parent_id` number the tree as nested sets do. What checks and keys say of them (`lft < rgt`, unique) holds for these. */
export function settleNestedSets(draft: Draft): void {
  const tree = draft.links.find(({ self, choose, patch }) => self && choose.kind === 'earlier' && !patch)
  const find = (test: RegExp): DraftColumn | undefined =>
    [...draft.columns.values()].find((column) => test.test(column.column.name) && isOpen(column))
  const [left, right, number] = [find(LEFT), find(RIGHT), find(TREE)]
  if (tree === undefined || left === undefined || right === undefined || draft.given.length > 0) return
  const options: Readonly<Record<string, Value>> =
    number === undefined ? { link: tree.name } : { link: tree.name, each: true }
  for (const [column, side] of [
    [left, 'left'],
    [right, 'right'],
    [number, 'tree'],
  ] as const) {
    if (column === undefined) continue
    column.recipe = { kind: 'derive', with: 'nested', from: [], options: { ...options, side } }
    column.nulls = 0
    column.why = `the ${side} of its nested set by ${tree.columns.join()}`
  }
}

const isOpen = ({ study, recipe, why, when }: DraftColumn): boolean =>
  /^int[48]$/.test(study.base) &&
  study.domain.values === undefined &&
  (study.domain.max ?? WIDE) >= WIDE &&
  (study.domain.min ?? 0) <= 1 &&
  why !== 'configuration' &&
  when.length === 0 &&
  (recipe.kind === 'draw' || recipe.kind === 'derive') &&
  !('unique' in recipe && recipe.unique?.by === 'permute' && recipe.unique.radices.length > 1)
