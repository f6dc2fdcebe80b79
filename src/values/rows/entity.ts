import type { Link } from '../../model/link.ts'
import type { DrawOf, Recipe } from '../../model/recipe.ts'
import type { ShapeName } from '../../model/shapes.ts'
import { AddressDraws } from '../draws/entropy.ts'
import type { Frame } from './frame.ts'
import type { Table } from './table.ts'

type Entity = NonNullable<DrawOf<ShapeName>['entity']>

/**
 * The draws of an entity: columns that share it speak of the same person, company, … With a link they are the draws of the parent's entity of that
 * name (and so on upwards); where the link leads nowhere, or to rows that are not planned, the row's own.
 */
export function compileEntity(
  table: Table,
  entity: Entity,
  seen: readonly Table[] = [],
): (frame: Frame) => AddressDraws {
  const draws = new AddressDraws(table.compilation.seed, entity.table ?? table.plan.id, `@${entity.name}`, 'draw')
  const own = (frame: Frame): AddressDraws => draws.at(frame)
  if (entity.link === undefined) return own
  const link = table.linkPlace(entity.link)
  const { parent } = table.plan.links[link] as Link
  if (parent.pool !== null) return own
  const parentTable = table.compilation.table(parent.table)
  const path = [...seen, table]
  const above: Entity = (path.includes(parentTable) ? undefined : entityOf(parentTable, entity.name)) ?? {
    name: entity.name,
  }
  const upper = compileEntity(parentTable, above, path)
  return (frame) => {
    const up = frame.up(link)
    return up === null ? own(frame) : upper(up)
  }
}

/** The parent's own entity of that name, the one that leads further up first. */
function entityOf(table: Table, name: string): Entity | undefined {
  const entities = table.plan.columns.map((column) => entityIn(column.recipe)).filter((entity) => entity?.name === name)
  return entities.find((entity) => entity?.link !== undefined) ?? entities[0]
}

function entityIn(recipe: Recipe): Entity | undefined {
  if (recipe.kind === 'compose') return entityIn(recipe.fallback)
  if (recipe.kind === 'asset' || recipe.kind === 'dealt') return entityIn(recipe.otherwise)
  return recipe.kind === 'draw' ? recipe.entity : undefined
}
