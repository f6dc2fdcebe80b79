import type { Pool } from '../model/link.ts'
import type { ColumnPlan } from '../model/plan.ts'
import type { Follow } from '../model/recipe.ts'
import type { Encoding, Value } from '../model/value.ts'
import type { Column } from './column.ts'
import { convert } from './convert.ts'
import { ends, poolReader } from './input.ts'
import type { Maker, Site } from './maker.ts'
import { planError } from './rows/compilation.ts'
import type { Frame } from './rows/frame.ts'
import type { Table } from './rows/table.ts'

/** The value of a parent's column where the link leads, NULL where it leads nowhere. */
export function compileFollow(recipe: Follow, site: Site): Maker {
  const { link, parent, pool } = ends(site.table, recipe.link)
  if (parent === null) return followPool(link, pool as Pool, recipe, site)
  const place = parent.columnPlace(recipe.column)
  const target = parent.plan.columns[place] as ColumnPlan
  if (target.recipe.kind === 'leave') {
    const { id } = site.table.plan
    throw planError(
      'value-unknown',
      id,
      `${id}.${site.column} follows ${parent.plan.id}.${target.name}, which the database fills`,
      site.column,
    )
  }
  const { encoding } = site
  const make = (frame: Frame): Value => {
    const up = frame.up(link)
    return up === null ? null : convert(up.value(place), target.encoding, encoding)
  }
  if (target.encoding.kind !== encoding.kind) return { make }
  return { make, write: writeFollowed(parent, link, place, encoding) }
}

/** Lets the parent's column write itself where that is quick; else its value is computed once for all siblings. */
function writeFollowed(parent: Table, link: number, place: number, encoding: Encoding): Column['write'] {
  return (frame, buffer) => {
    const up = frame.up(link)
    if (up === null) return buffer.null()
    const column = parent.columns[place] as Column
    if (column.direct) return column.write(up, buffer)
    const value = up.value(place)
    if (value === null) buffer.null()
    else buffer.value(value, encoding)
  }
}

/** Pools hold the text that Postgres printed; only json is a value of its own. */
function followPool(link: number, pool: Pool, recipe: Follow, site: Site): Maker {
  const text = poolReader(site.table, link, pool, recipe.column)
  if (site.encoding.kind !== 'json') return { make: text }
  return {
    make: (frame) => {
      const json = text(frame)
      return json === null ? null : (JSON.parse(json) as Value)
    },
  }
}
