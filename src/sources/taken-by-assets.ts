import type { Catalog } from '../model/catalog.ts'
import type { Plan } from '../model/plan.ts'
import type { Answers } from '../model/question.ts'
import { uniqueOf } from '../model/unique-of.ts'

/** Joins the texts of a key's columns; the same in `ask`. */
const SEPARATOR = '\u001f'

/** Keys, by table and name, whose columns files fill in some rows: what they say there, beside what rows of others hold, is not for the other rows. */
export function takenByAssets(
  plan: Plan,
  { relations }: Pick<Catalog, 'relations'>,
): {
  readonly keys: Readonly<Record<string, readonly string[]>>
  taken(others: Answers['taken']): Answers['taken']
} {
  const keys: Record<string, readonly string[]> = {}
  const said: Record<string, readonly string[]> = {}
  for (const { id, rows, columns } of plan.tables) {
    const items = (plan.assetPools ?? []).filter(({ table }) => table === id).flatMap((pool) => pool.items)
    if (items.length === 0 || items.length >= rows) continue
    const relation = relations.find((one) => one.id === id)
    for (const key of [relation?.primaryKey ?? null, ...(relation?.uniques ?? [])]) {
      const names = key?.columns.filter((name): name is string => name !== null) ?? []
      const recipes = columns.filter(({ name }) => names.includes(name)).map(({ recipe }) => recipe)
      if (key === null || names.length < key.columns.length || key.predicate !== null) continue
      if (!recipes.every(({ kind }) => kind === 'asset') || !recipes.some((recipe) => uniqueOf(recipe) !== null))
        continue
      const texts = items.map(({ keys: known }) => names.map((name) => known?.[name] ?? null))
      keys[`${id} ${key.name}`] = names
      said[`${id} ${key.name}`] = texts.filter((tuple) => !tuple.includes(null)).map((tuple) => tuple.join(SEPARATOR))
    }
  }
  return {
    keys,
    taken: (others) =>
      Object.fromEntries(Object.entries(said).map(([name, texts]) => [name, [...(others[name] ?? []), ...texts]])),
  }
}
