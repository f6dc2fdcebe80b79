import type { Draft, DraftColumn } from '../draft.ts'

/**
 * A check wants one of several columns to have a value. A reference to an earlier row of the same table leads nowhere in some rows (the first has none
 * before it), so it cannot be the one: it stays NULL, as long as another column can have the value.
 */
export function setLoopsAside(draft: Draft, columns: readonly (DraftColumn | undefined)[]): void {
  const present = columns.filter((column) => column !== undefined)
  const loops = present.filter((column) => isLoop(draft, column))
  if (loops.length === present.length) return
  for (const column of loops) {
    const link = draft.links.find((one) => one.columns.includes(column.column.name) && one.self)
    if (link === undefined || !link.nullable) continue
    link.choose = { kind: 'none' }
    link.why = 'stays empty: a check wants a value here or beside it, and the first row has none before it'
    for (const name of link.columns) {
      const own = draft.columns.get(name)
      if (own?.recipe.kind !== 'follow' || own.recipe.link !== link.name) continue
      own.recipe = { kind: 'constant', value: null }
      own.nulls = 0
      own.why = link.why
    }
  }
}

const isLoop = (draft: Draft, { recipe }: DraftColumn): boolean =>
  recipe.kind === 'follow' &&
  draft.links.some(({ name, choose }) => name === recipe.link && choose.kind === 'earlier' && !choose.itself)
