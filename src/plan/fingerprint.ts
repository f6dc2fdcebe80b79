import type { Choose } from '../model/link.ts'
import type { TablePlan } from '../model/plan.ts'
import type { Recipe } from '../model/recipe.ts'
import { withoutAssets } from './assets/without-assets.ts'
import { encodeJson } from './codec.ts'

/**
 * How a table's rows are made, as text: equal for two plans that make the same values. Left out: numbers of rows and parents, where serial ranges
 * begin, and the words for people.
 */
export function fingerprint(table: TablePlan): string {
  return encodeJson({
    columns: table.columns.map((column) => {
      // What rows get from files is told by itself.
      const { recipe, nulls } = withoutAssets(column)
      return [column.name, stable(recipe), nulls, column.when]
    }),
    links: table.links.map(({ name, columns, parent, choose, nulls, patch }) => [
      name,
      columns,
      parent.table,
      parent.columns,
      choose.kind,
      choose.kind === 'blocks' && choose.spread.each !== undefined ? { ...choose.spread.each, given: [] } : null,
      ...favoured(choose),
      nulls,
      patch,
    ]),
    owner: table.owner,
  })
}

/** Weights of personas, where there are some. */
function favoured(choose: Choose): readonly unknown[] {
  const favour = choose.kind === 'blocks' ? choose.spread.favour : choose.kind === 'hash' ? choose.favour : undefined
  return favour === undefined ? [] : [favour.path, favour.weights]
}

function stable(recipe: Recipe): unknown {
  if (recipe.kind === 'serial') return { kind: recipe.kind, sequence: recipe.sequence, step: recipe.step }
  if (recipe.kind === 'edge') return { kind: recipe.kind, values: recipe.values, otherwise: stable(recipe.otherwise) }
  if (recipe.kind === 'by-place') return { ...recipe, first: stable(recipe.first), rest: stable(recipe.rest) }
  if (recipe.kind === 'dealt' || recipe.kind === 'match')
    return {
      ...recipe,
      cases: recipe.cases.map((one) => ({ ...one, recipe: stable(one.recipe) })),
      otherwise: stable(recipe.otherwise),
    }
  const unique = 'unique' in recipe ? recipe.unique : undefined
  if (unique === undefined) return times(recipe)
  if (unique.by === 'path') return { ...times(recipe), unique: unique.scope === 'parent' ? 'place' : 'path' }
  return { ...times(recipe), unique: [unique.key, unique.digit, unique.scope] }
}

/** Spans of time move with `now`; that is not another recipe. */
function times(recipe: Recipe): object {
  // Versions of shapes are told by themselves (`generators`).
  const { options, version: _, ...rest } = recipe as { options?: Record<string, unknown>; version?: number }
  if (options === undefined) return recipe
  const moving = new Set(['from', 'to', 'until', 'since'])
  return { ...rest, options: Object.fromEntries(Object.entries(options).filter(([name]) => !moving.has(name))) }
}
