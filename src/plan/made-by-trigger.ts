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
        if (isKeyed(made, maker, insert.columns))
          made.madeBy = { trigger: effect.trigger, of: maker.id, columns: insert.columns }
      }
    }
  }
}

/** The primary key of the made row is a column of the new row, by a foreign key. */
function isKeyed(made: Draft, maker: Draft, columns: Readonly<Record<string, string | null>>): boolean {
  const key = made.relation.primaryKey === null ? null : plainColumns(made.relation.primaryKey.columns)
  if (key === null || key.length !== 1) return false
  const name = key[0] as string
  return made.relation.foreignKeys.some(
    (foreign) =>
      foreign.parent === maker.id &&
      foreign.columns.length === 1 &&
      foreign.columns[0] === name &&
      foreign.parentColumns[0] === columns[name],
  )
}

/** The link to the maker owns the rows, one each; what the trigger fills from the new row stays as it is. */
export function adopt(draft: Draft): void {
  const made = draft.madeBy
  if (made === null) return
  const link = draft.links.find((one) => one.key.parent === made.of)
  if (link === undefined) return
  for (const other of draft.links) if (other.choose.kind === 'blocks') other.choose = { kind: 'hash', skew: 0.5 }
  draft.owner = link
  link.choose = { kind: 'blocks', spread: { generations: [], min: 1, max: 1, law: { kind: 'even' } } }
  link.nulls = 0
  draft.spread = { min: 1, max: 1, even: true }
  for (const [name, source] of Object.entries(made.columns)) {
    const column = draft.columns.get(name)
    if (column === undefined || link.columns.includes(name) || source === null) continue
    column.recipe = { kind: 'leave', why: `filled by the trigger ${made.trigger}` }
    column.why = `filled by the trigger ${made.trigger}`
  }
}
