import { dependenciesOf } from '../../model/dependencies-of.ts'
import { gatheredBy } from '../../model/gathered-by.ts'
import type { Draft } from '../draft.ts'

/** Does a column look, by whatever way, at one of these columns of a table? Then these must not look at it. */
export function waitsFor(
  drafts: ReadonlyMap<string, Draft>,
  start: { readonly draft: Draft; readonly column: string },
  goal: { readonly draft: Draft; readonly column: string },
): boolean {
  const seen = new Set<string>()
  const open = [start]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { draft, column } = next
    if (draft === goal.draft && column === goal.column) return true
    const name = `${draft.id} ${column}`
    const entry = draft.columns.get(column)
    if (seen.has(name) || entry === undefined) continue
    seen.add(name)
    for (const input of dependenciesOf(entry)) {
      const at = 'link' in input ? draft.links.find((link) => link.name === input.link)?.parent : draft
      if (at != null) open.push({ draft: at, column: input.column })
    }
    for (const { table, columns } of gatheredBy(entry.recipe)) {
      const at = drafts.get(table)
      if (at !== undefined) open.push(...columns.map((name) => ({ draft: at, column: name })))
    }
  }
  return false
}
