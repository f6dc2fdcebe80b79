import type { Asset } from '../../model/assets/assets.ts'
import type { Draft, DraftColumn, Workshop } from '../draft.ts'
import { seenThrough } from './seen-through.ts'
import { targetOf } from './target-of.ts'

/** No two items say the same in a column that is a key by itself. */
export function isUniqueOver(
  workshop: Workshop,
  draft: Draft,
  entry: DraftColumn,
  expression: string,
  items: readonly Asset[],
): boolean {
  const name = entry.column.name
  const key = draft.study.keys.find(
    ({ columns, partial }) => partial === null && columns.length === 1 && columns[0] === name,
  )
  if (key === undefined) return true
  const target = targetOf(draft, entry)
  const texts = items.flatMap((asset) => {
    const read = workshop.inputs.mapping.value(expression, asset, target)
    return 'problem' in read || read.text === null ? [] : [seenThrough(read.text, target.base, key.through[name])]
  })
  return new Set(texts).size === texts.length
}
