import { type Draft, plainColumns, type Workshop } from './draft.ts'

/**
 * A table whose rows an insert trigger of another planned table makes (a profile for each user) is not written: its rows are found and
 * enriched. Believed where the trigger fills the key from the new row, always, and a foreign key leads back.
 */
export function findMadeByTrigger(workshop: Workshop): void {
  for (const maker of workshop.drafts) {
    for (const effect of maker.study.effects) {
      if (effect.timing !== 'after') continue
      for (const insert of effect.inserts) {
        const made = workshop.byId.get(insert.table)
        if (made === undefined || made === maker || insert.conditional || made.madeBy !== null) continue
        const key = keyOf(made, maker, insert.columns)
        if (key === null) continue
        made.madeBy = {
          trigger: effect.trigger,
          of: maker.id,
          columns: insert.columns,
          foreignKey: key.foreignKey,
          mixed: key.alone ? null : { constants: insert.constants ?? {} },
        }
      }
    }
  }
}

/**
 * The primary key of the made row is a column of the new row, and a foreign key leads back by that same column: the key itself (`alone`: there is one row at
 * most for each), or another column, as the owner of an account (others may stand beside it).
 */
function keyOf(
  made: Draft,
  maker: Draft,
  columns: Readonly<Record<string, string | null>>,
): { foreignKey: string; alone: boolean } | null {
  const key = made.relation.primaryKey === null ? null : plainColumns(made.relation.primaryKey.columns)
  const name = key?.[0]
  if (key === null || key.length !== 1 || name === undefined) return null
  const back = made.relation.foreignKeys.filter(
    (foreign) =>
      foreign.parent === maker.id && foreign.columns.length === 1 && foreign.parentColumns[0] === columns[name],
  )
  const own = back.find((foreign) => foreign.columns[0] === name)
  if (own !== undefined) return { foreignKey: own.name, alone: true }
  const other = back.find((foreign) => columns[foreign.columns[0] as string] === columns[name])
  return other === undefined ? null : { foreignKey: other.name, alone: false }
}

/** The link to the maker owns the rows, one each; what the trigger fills from the new row stays as it is. */
export function adopt(draft: Draft): void {
  const made = draft.madeBy
  if (made === null) return
  const link = draft.links.find((one) => one.name === made.foreignKey)
  if (link === undefined) return
  for (const other of draft.links) if (other.choose.kind === 'blocks') other.choose = { kind: 'hash', skew: 0.5 }
  draft.owner = link
  link.choose = { kind: 'blocks', spread: { generations: [], min: 1, max: 1, law: { kind: 'even' } } }
  link.nulls = 0
  if (made.mixed !== null) {
    draft.spread = { min: 1, max: null, even: false }
    return
  }
  draft.spread = { min: 1, max: 1, even: true }
  for (const [name, source] of Object.entries(made.columns)) {
    const column = draft.columns.get(name)
    if (column === undefined || link.columns.includes(name)) continue
    const known = source !== null && link.parent?.columns.get(source)?.recipe.kind !== 'leave'
    if (source !== null)
      column.recipe = known
        ? { kind: 'follow', link: link.name, column: source }
        : { kind: 'leave', why: `filled by the trigger ${made.trigger}` }
    // What it takes from elsewhere is likely what the column means: the same person's name, from what the user is called.
    column.made = { recipe: column.recipe, set: false }
    column.nulls = 0
    column.why = `filled by the trigger ${made.trigger}`
  }
}
