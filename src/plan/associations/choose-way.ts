import type { AssociationWish } from '../../model/allotting/association-wish.ts'
import type { Relation } from '../../model/catalog.ts'
import { SeedError } from '../../model/seed-error.ts'
import { resolveName } from '../resolve-name.ts'
import { type Way, waysBetween } from './find-ways.ts'

interface Sides {
  readonly source: Relation
  readonly target: Relation
  readonly tables: readonly Relation[]
}

/** The way that is asked for, else the only one. @throws SeedError `association-via`, `unknown-table`, `ambiguous-table` */
export function chooseWay(wish: AssociationWish, path: string, sides: Sides): Way {
  const ways = waysBetween(sides.source, sides.target, sides.tables)
  const usual = ways.length === 1 ? ways : ways.filter(({ aside }) => !aside)
  const fit = wish.via === null ? usual : asked(wish.via, `${path}.via`, ways, sides)
  if (fit.length === 1) return fit[0] as Way
  throw refused(wish, path, sides, ways, fit)
}

function asked(
  via: NonNullable<AssociationWish['via']>,
  path: string,
  ways: readonly Way[],
  sides: Sides,
): readonly Way[] {
  if (typeof via !== 'string') {
    const table = resolveName(via.table, sides.tables, `${path}.table`)
    const named = (link: string, column: string): boolean => columnsOf(table, link).join(',') === spaced(column)
    return ways.filter(
      ({ via: way }) =>
        way.kind === 'join' && way.table === table.id && named(way.source, via.source) && named(way.target, via.target),
    )
  }
  const exact = ways.filter(({ spelled }) => spelled === via)
  if (exact.length > 0) return exact
  for (let dot = via.lastIndexOf('.'); dot > 0; dot = via.lastIndexOf('.', dot - 1)) {
    const [head, column] = [via.slice(0, dot), spaced(via.slice(dot + 1))]
    const found = ways.filter(({ via: way }) => {
      const table = sides.tables.find(({ id }) => id === way.table)
      if (way.kind === 'join' || table === undefined || !isMeant(head, table)) return false
      const columns = columnsOf(table, way.link)
      return columns.join(',') === column || columns.includes(column)
    })
    if (found.length > 0) return found
  }
  const table = sides.tables.some((one) => isMeant(via, one)) ? resolveName(via, sides.tables, path) : null
  return ways.filter(({ via: way }) => way.table === table?.id)
}

const spaced = (columns: string): string => columns.replace(/\s*,\s*/g, ',')

const isMeant = (said: string, { id, schema, name }: Relation): boolean =>
  [id, name, `${schema}.${name}`].some((one) => one.toLowerCase() === said.toLowerCase())

const columnsOf = (table: Relation, link: string): readonly string[] =>
  table.foreignKeys.find(({ name }) => name === link)?.columns ?? []

function refused(
  { name, via }: AssociationWish,
  path: string,
  { source, target }: Sides,
  ways: readonly Way[],
  fit: readonly Way[],
): SeedError {
  const place = { path: `${path}.via` }
  const open = (fit.length > 0 ? fit : ways).map(({ written }) => `via: ${written}`).join(', or ')
  if (ways.length === 0)
    return new SeedError({
      ...{ code: 'association-via', place },
      message: `${name}: nothing leads from ${source.id} to ${target.id}.`,
      expected: `a foreign key of ${source.id} to ${target.id}, one of ${target.id} to ${source.id}, or a table with a foreign key to each`,
      found: 'none of them',
      next: 'Name other tables, or add a table that joins both.',
    })
  return new SeedError({
    ...{ code: 'association-via', place },
    message:
      fit.length > 1
        ? `${name}: ${source.id} and ${target.id} come together in several ways.`
        : via === null
          ? `${name}: no table does nothing but join ${source.id} and ${target.id}.`
          : `${name}: via is no way from ${source.id} to ${target.id}.`,
    expected: 'the foreign key, or the table that joins both',
    found:
      via === null
        ? `${(fit.length > 0 ? fit : ways).length} ways`
        : typeof via === 'string'
          ? via
          : JSON.stringify(via),
    next: `Say which is meant: ${open}`,
  })
}
