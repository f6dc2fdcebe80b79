import type { FromAsset, Recipe } from '../model/recipe.ts'
import type { Value } from '../model/value.ts'
import { planError } from './compilation.ts'
import { AddressDraws } from './entropy.ts'
import type { Frame } from './frame.ts'
import type { Maker, Site } from './maker.ts'
import { compileAssetValue } from './mapping/asset-value.ts'
import { MappingError } from './mapping/mapping-error.ts'

/**
 * What the expression gives for the item of the row; for other rows, and where it gives nothing, what the other recipe gives. Keys whose file is gone are known
 * from the plan. The values throw SeedError `asset-missing` or `asset-changed`.
 */
export function compileFromAsset(
  recipe: FromAsset,
  site: Site,
  compileRecipe: (recipe: Recipe, site: Site) => Maker,
): Maker {
  const { table, column, encoding } = site
  const { seed, now } = table.compilation
  const rows = table.compilation.assets(recipe.pool, table.plan.id)
  const otherwise = withNulls(recipe, site, compileRecipe(recipe.otherwise, site))
  const compiled = compileAssetValue(
    recipe.expression,
    { seed, now, table: table.plan.id, column },
    { encoding, labels: recipe.labels },
  )
  return {
    make: (frame) => {
      const item = frame.row < recipe.first ? undefined : rows.at(frame.row)
      if (item === undefined) return otherwise.make(frame)
      const asset = rows.content(item)
      if (asset !== null) {
        const { value, nothing } = told(() => compiled.of(asset), site, asset.place)
        return nothing ? otherwise.make(frame) : value
      }
      const key = item.keys?.[column]
      if (key === undefined) throw rows.lost(item, column)
      if (key !== null) return keyValue(key, site)
      return compiled.saysNull ? null : otherwise.make(frame)
    },
  }
}

function withNulls({ nulls }: FromAsset, { table, column }: Site, maker: Maker): Maker {
  if (nulls === 0) return maker
  const draws = new AddressDraws(table.compilation.seed, table.plan.id, column, 'nulls')
  return { make: (frame: Frame) => (draws.at(frame).unit(0) < nulls ? null : maker.make(frame)) }
}

/** Frozen keys are texts as Postgres reads them; only json is a value of its own. */
const keyValue = (text: string, { encoding }: Site): Value =>
  encoding.kind === 'json' ? (JSON.parse(text) as Value) : text

/** The plan has looked at every item, so nothing can be wrong here that it has not told. */
function told<Result>(work: () => Result, { table, column }: Site, place: string): Result {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof MappingError)) throw error
    throw planError('asset-unreadable', table.plan.id, `${place} gives nothing for ${column}: ${error.message}`, column)
  }
}
