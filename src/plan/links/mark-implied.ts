import type { Draft, DraftLink } from '../draft.ts'

/** A link whose columns are all filled by a more specific one only orders tables. */
export function markImplied(draft: Draft): void {
  for (const link of draft.links) {
    const by = draft.links.find((other) => other !== link && other.choose.kind !== 'implied' && covers(other, link))
    if (by === undefined) continue
    link.choose = { kind: 'implied', by: [by.name] }
    link.why = `given by ${by.name}`
  }
}

function covers(wide: DraftLink, narrow: DraftLink): boolean {
  if (wide.parent === null && wide.pool === null) return false
  // Where it leads nowhere, its columns would all be NULL.
  if (wide.nullable && !narrow.nullable) return false
  if (!narrow.columns.every((name) => wide.columns.includes(name))) return false
  // The topmost rows lead to themselves, so what they lead to elsewhere must be known before.
  if (wide.self !== narrow.self) return narrow.self
  if (wide.columns.length > narrow.columns.length) return true
  if (wide.self) return false
  // The same columns twice: the one whose parent hangs on the other parent is the more specific one.
  const specific = (from: DraftLink, to: DraftLink): boolean =>
    from.parent?.relation.foreignKeys.some(
      (key) => key.parent === to.key.parent && key.columns.every((name) => from.key.parentColumns.includes(name)),
    ) ?? false
  if (specific(wide, narrow)) return true
  return !specific(narrow, wide) && wide.name < narrow.name
}
