import type { Draft, DraftColumn } from '../draft.ts'
import { foldName } from './fold-name.ts'
import { MEANINGS } from './meanings.ts'

/**
 * The column that a key of `fields` stands for: the one of that name, the only one of that name in another naming style (`publishDate` for `publish_date`), or the
 * only one that means the same (`published_at`). `others`: the other keys, which keep their columns. Null for none.
 */
export function columnFor(
  draft: Draft,
  key: string,
  others: readonly string[],
): { readonly entry: DraftColumn; readonly same: 'name' | 'style' | 'meaning' } | null {
  const exact = draft.columns.get(key)
  if (exact !== undefined) return { entry: exact, same: 'name' }
  const folded = foldName(key)
  const taken = new Set(others.map(foldName))
  const styled = [...draft.columns.values()].filter(({ column }) => foldName(column.name) === folded)
  if (styled.length === 1) return { entry: styled[0] as DraftColumn, same: 'style' }
  if (styled.length > 1) return null
  const words = new Set(
    MEANINGS.filter(({ columns, fields }) => columns.includes(folded) || fields.includes(folded)).flatMap(
      ({ columns }) => columns,
    ),
  )
  const meant = [...draft.columns.values()].filter(({ column }) => {
    const name = foldName(column.name)
    return words.has(name) && !taken.has(name)
  })
  return meant.length === 1 ? { entry: meant[0] as DraftColumn, same: 'meaning' } : null
}
