import type { Asset } from '../../model/assets/assets.ts'
import { madeItem } from '../../model/assets/made-item.ts'
import type { FromAsset, Recipe } from '../../model/recipe.ts'
import type { Encoding, Value } from '../../model/value.ts'
import { AddressDraws } from '../draws/entropy.ts'
import type { Maker, Site } from '../maker.ts'
import { type CompiledAssetValue, compileAssetValue } from '../mapping/asset-value.ts'
import { toDatum } from '../mapping/convert/to-datum.ts'
import { MappingError } from '../mapping/mapping-error.ts'
import { onceEach } from '../mapping/once-each.ts'
import type { RowReader } from '../mapping/read-expression.ts'
import { planError } from './compilation.ts'
import type { Frame } from './frame.ts'

/**
 * What the expression gives for the item of the row; for other rows, and where it gives nothing, what the other recipe gives. Keys whose file is gone are known
 * from the plan. The values throw SeedError `asset-missing` or `asset-changed`.
 */
export function compileFromAsset(
  recipe: FromAsset,
  site: Site,
  compileRecipe: (recipe: Recipe, site: Site) => Maker,
): Maker {
  const { table, column } = site
  const rows = table.compilation.assets(recipe.pool, table.plan.id)
  const otherwise = withNulls(recipe, site, compileRecipe(recipe.otherwise, site))
  // An earlier run's expression may speak of what is no more: that matters only where it is asked.
  let read: CompiledAssetValue | null = null
  const compiled = (place: string): CompiledAssetValue => {
    read ??= told(() => compileExpression(recipe, site), site, place)
    return read
  }
  const others = otherColumns(recipe.pool, site)
  const held = recipe.made === undefined ? null : table.compilation.assetNames(table.plan.id)
  // Where no pool has an item for the row; undefined for what the other recipe is to say.
  const empty = (frame: Frame): Value | undefined => {
    if (held === null || frame.given || frame.row < recipe.first || held(frame.row) !== undefined) return undefined
    const item = madeItem(frame.row)
    const { value, nothing } = told(() => compiled(item.place).of(item, others(item)), site, item.place)
    return nothing ? undefined : value
  }
  return {
    make: (frame) => {
      const item = frame.row < recipe.first ? undefined : rows.at(frame.row)
      if (item === undefined) {
        const said = empty(frame)
        return said === undefined ? otherwise.make(frame) : said
      }
      const asset = rows.content(item)
      if (asset !== null) {
        const { of } = compiled(asset.place)
        const { value, nothing } = told(() => of(asset, others(asset)), site, asset.place)
        return nothing ? otherwise.make(frame) : value
      }
      const key = 'keys' in item ? item.keys?.[column] : undefined
      if (key === undefined) throw rows.lost(item, column)
      if (key !== null) return keyValue(key, site)
      return compiled(recipe.pool).saysNull ? null : otherwise.make(frame)
    },
  }
}

function compileExpression(
  { expression, labels }: Pick<FromAsset, 'expression' | 'labels'>,
  { table, column, encoding }: Pick<Site, 'table' | 'column' | 'encoding'>,
): CompiledAssetValue {
  const { seed, now, content } = table.compilation
  return compileAssetValue(
    expression,
    { seed, now, table: table.plan.id, column, assets: content },
    { encoding, labels },
  )
}

/** What the other columns of the row get of the same item, as the plan has seen it. */
function otherColumns(pool: string, { table }: Site): (asset: Asset) => RowReader {
  const known = new Map<string, { compiled: CompiledAssetValue; encoding: Encoding } | null>()
  const find = (name: string): { compiled: CompiledAssetValue; encoding: Encoding } | null => {
    const column = table.plan.columns.find((one) => one.name === name)
    const recipe = column === undefined ? null : ofPool(column.recipe, pool)
    if (column === undefined || recipe === null) return null
    const { encoding } = column
    return { compiled: compileExpression(recipe, { table, column: name, encoding }), encoding }
  }
  return (asset) =>
    onceEach((name, row) => {
      if (!known.has(name)) known.set(name, find(name))
      const other = known.get(name) ?? null
      return other === null ? null : toDatum(other.compiled.of(asset, row).value, other.encoding)
    })
}

function ofPool(recipe: Recipe, pool: string): FromAsset | null {
  if (recipe.kind !== 'asset') return null
  return recipe.pool === pool ? recipe : ofPool(recipe.otherwise, pool)
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
