import type { Draft, DraftLink, Workshop } from '../draft.ts'
import { isKept } from './is-kept.ts'

/** A link that was cut and leads to rows that the table's own rows own (a setup's cover among its pictures): it leads to one of them. */
export function leadHome(workshop: Workshop): void {
  for (const draft of workshop.drafts)
    for (const link of draft.links) {
      if (!link.patch || link.choose.kind !== 'hash') continue
      const kept = link.columns.filter((name) => isKept(draft, link, name))
      if (kept.length > 0) leadWithin(draft, link, kept)
      else leadToFirst(draft, link)
    }
}

function leadToFirst(draft: Draft, link: DraftLink): void {
  const back = link.parent?.owner
  if (back === undefined || back === null || back.parent !== draft) return
  link.choose = { kind: 'first-child', link: back.name }
  link.nulls = 0
  link.why = ofItsOwn(link)
}

/** Columns that keep their values must be found again in the row that it leads to: one that leads back here by them. */
function leadWithin(draft: Draft, link: DraftLink, kept: readonly string[]): void {
  const back = link.parent?.links.find(
    (other) =>
      other.parent === draft &&
      !other.patch &&
      other.choose.kind !== 'none' &&
      other.choose.kind !== 'implied' &&
      kept.every((name) => {
        const there = other.columns.indexOf(link.key.parentColumns[link.columns.indexOf(name)] as string)
        return there !== -1 && other.key.parentColumns[there] === name
      }),
  )
  if (back === undefined) {
    link.choose = { kind: 'none' }
    link.why = `stays empty: no row of ${link.key.parent} is known to have the same ${kept.join(', ')}`
    emptied(draft, link, kept)
    return
  }
  link.choose = { kind: 'within', mine: [], theirs: [back.name], skew: 0.5, lone: 'nowhere' }
  link.why = ofItsOwn(link)
}

const ofItsOwn = (link: DraftLink): string => `a row of ${link.key.parent} that belongs to it, set afterwards (cycle)`

function emptied(draft: Draft, link: DraftLink, kept: readonly string[]): void {
  for (const name of link.columns) {
    const column = draft.columns.get(name)
    if (column?.recipe.kind !== 'follow' || column.recipe.link !== link.name || kept.includes(name)) continue
    column.recipe = { kind: 'constant', value: null }
    column.why = link.why
  }
}
