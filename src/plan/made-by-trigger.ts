import { isFirstWritten } from '../model/first-written.ts'
import type { ObjectId } from '../model/name.ts'
import { plainColumns } from '../model/plain-columns.ts'
import { type Draft, edgeKey, type Workshop } from './draft.ts'
import { isByAdminApi } from './people/is-by-admin-api.ts'

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
        if (made === undefined || made === maker || made.madeBy !== null) continue
        const key = insert.conditional ? null : keyOf(workshop, made, maker, insert.columns)
        if (key === null) {
          const columns = uniqueBack(made, maker, insert.columns)
          if (columns !== null) mayBeMade(workshop, made, { trigger: effect.trigger, of: maker.id }, columns)
          continue
        }
        made.over = null
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
  findMet(workshop)
}

/**
 * The primary key of the made row is a column of the new row, and a foreign key leads back by that same column: the key itself (`alone`: there is one row at
 * most for each), or another column, as the owner of an account (others may stand beside it).
 */
function keyOf(
  { dropped }: Workshop,
  made: Draft,
  maker: Draft,
  columns: Readonly<Record<string, string | null>>,
): { foreignKey: string; alone: boolean } | null {
  const key = made.relation.primaryKey === null ? null : plainColumns(made.relation.primaryKey.columns)
  const name = key?.[0]
  if (key === null || name === undefined) return null
  if (key.length > 1) return wholeKeyOf(made, maker, key, columns)
  const back = made.relation.foreignKeys.filter(
    (foreign) =>
      foreign.parent === maker.id &&
      foreign.columns.length === 1 &&
      foreign.parentColumns[0] === columns[name] &&
      !dropped.has(edgeKey(made.id, foreign.name)),
  )
  const own = back.find((foreign) => foreign.columns[0] === name)
  if (own !== undefined) return { foreignKey: own.name, alone: true }
  const other = back.find((foreign) => columns[foreign.columns[0] as string] === columns[name])
  return other === undefined ? null : { foreignKey: other.name, alone: false }
}

/** A key of several columns, all taken from the new row (an account and the day on which it was opened), and one of them leads back. */
function wholeKeyOf(
  made: Draft,
  maker: Draft,
  key: readonly string[],
  columns: Readonly<Record<string, string | null>>,
): { foreignKey: string; alone: boolean } | null {
  if (key.some((name) => (columns[name] ?? null) === null)) return null
  const identifies = plainColumns(maker.relation.primaryKey?.columns ?? [])
  const back = made.relation.foreignKeys.find(
    (foreign) =>
      foreign.parent === maker.id &&
      foreign.columns.length === 1 &&
      key.includes(foreign.columns[0] as string) &&
      foreign.parentColumns[0] === columns[foreign.columns[0] as string] &&
      identifies?.join() === foreign.parentColumns.join(),
  )
  return back === undefined ? null : { foreignKey: back.name, alone: true }
}

function mayBeMade(
  workshop: Workshop,
  made: Draft,
  maker: { readonly trigger: string; readonly of: ObjectId },
  columns: readonly string[],
): void {
  const by = `the trigger ${maker.trigger} of ${maker.of}`
  const kept = keepsKeys(workshop, made, maker.of, columns)
  // Beside the one row under a key of several columns there is room for others.
  if (kept && columns.length > 1) return
  made.over = { columns, why: `${by} may have made a row already; then it is enriched` }
  if (kept) made.impossible ??= `${by} makes its rows, under keys that only the database gives`
}

/** A rehearsal has met rows that triggers made where nobody could read it. */
function findMet(workshop: Workshop): void {
  for (const lesson of workshop.inputs.lessons ?? []) {
    const made = workshop.byId.get(lesson.table)
    if (lesson.kind !== 'meets' || made === undefined || made.over !== null || made.madeBy !== null) continue
    if (keepsKeys(workshop, made, null, lesson.columns)) continue
    made.over = { columns: lesson.columns, why: `triggers make some of its rows, which are enriched: ${lesson.why}` }
  }
}

/** A row that it finds there is to get the key of the plan: not possible where only the database gives keys, or where the trigger's other rows hang on it. */
function keepsKeys(
  { inputs, byId }: Workshop,
  made: Draft,
  maker: ObjectId | null,
  columns: readonly string[],
): boolean {
  const isFixed = (name: string | null): boolean =>
    name !== null && !columns.includes(name) && identityOf(made, name) === 'always'
  const hanging = inputs.catalog.relations.filter(({ foreignKeys }) =>
    foreignKeys.some(
      ({ parent, parentColumns, onUpdate }) =>
        parent === made.id && onUpdate !== 'cascade' && parentColumns.some((name) => !columns.includes(name)),
    ),
  )
  const effects = [...(maker === null ? [] : (byId.get(maker)?.study.effects ?? [])), ...made.study.effects]
  const chained = effects.some(({ inserts }) => inserts.some(({ table }) => hanging.some(({ id }) => id === table)))
  return chained || (made.relation.primaryKey?.columns.some(isFixed) ?? false)
}

const identityOf = ({ relation }: Draft, name: string): 'always' | 'by default' | null =>
  relation.columns.find((column) => column.name === name)?.identity ?? null

/**
 * A unique key whose columns the trigger takes from the new row, one of which leads back by a foreign key: no second row could stand beside the one that it
 * makes (a user's profile; the membership of an organisation's owner).
 */
function uniqueBack(made: Draft, maker: Draft, columns: Readonly<Record<string, string | null>>): string[] | null {
  for (const key of [made.relation.primaryKey, ...made.relation.uniques]) {
    const names = key === null ? [] : (plainColumns(key.columns) ?? [])
    if (key === null || names.length === 0 || key.predicate !== null || key.deferrable) continue
    if (names.some((name) => (columns[name] ?? null) === null)) continue
    const back = made.relation.foreignKeys.some(
      (foreign) =>
        foreign.parent === maker.id &&
        foreign.columns.length === 1 &&
        names.includes(foreign.columns[0] as string) &&
        foreign.parentColumns[0] === columns[foreign.columns[0] as string],
    )
    if (back) return names
  }
  return null
}

/** Numbers that a row got when the trigger made it: they stay, or can only be given in an INSERT. */
function leaveNumbers({ madeBy, over, columns }: Draft): void {
  const stays = madeBy !== null && madeBy.mixed === null
  for (const entry of columns.values())
    if (entry.recipe.kind === 'serial' && (stays || (over !== null && entry.column.identity === 'always')))
      entry.recipe = { kind: 'leave', why: 'numbered when the trigger made the row' }
}

/** The link to the maker owns the rows, one each; what the trigger fills from the new row stays as it is. */
export function adopt(workshop: Workshop, draft: Draft): void {
  leaveNumbers(draft)
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
    const early = source === null || !known || !isByAdminApi(workshop, made.of) || isFirstWritten(source)
    column.made = { recipe: column.recipe, set: !early }
    column.nulls = 0
    column.why = early
      ? `filled by the trigger ${made.trigger}`
      : `set after the trigger ${made.trigger}, which saw ${source} before the Auth admin API had written it`
  }
}
