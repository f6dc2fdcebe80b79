import type { Choose, Link } from '../../model/link.ts'
import { idToSql, type ObjectId, quote } from '../../model/name.ts'
import type { TablePlan } from '../../model/plan.ts'

/** Joins from a row to an ancestor. */
interface Joined {
  readonly joins: readonly string[]
  /** The columns of the last hop that name the ancestor. */
  readonly names: readonly string[]
}

type Plans = (id: ObjectId) => TablePlan | undefined
type Shared = Extract<Choose, { kind: 'within' | 'member' }>

/**
 * From and where of a query over the rows `t` of a table whose two ways to an ancestor differ: both ways lead somewhere, but not to the same row; for a
 * member, nobody of that name is one although there are some. Null: a table on the way is not known.
 */
export function differing(table: TablePlan, link: Link, plans: Plans): { from: string; where: string } | null {
  const choose = link.choose as Shared
  const mine = walk(table, 't', choose.mine, 'a', plans)
  if (mine === null) return null
  if (choose.kind === 'member') return outsiders(table, link, mine, plans)
  const theirs = walk(table, 't', [link.name, ...choose.theirs], 'b', plans)
  if (theirs === null) return null
  return {
    from: [`${idToSql(table.id)} t`, ...mine.joins, ...theirs.joins].join(' '),
    where: `not (${equal(mine.names, theirs.names)})`,
  }
}

function outsiders(table: TablePlan, link: Link, mine: Joined, plans: Plans) {
  const choose = link.choose as Extract<Choose, { kind: 'member' }>
  const members = plans(choose.among)
  const near = members?.links.find(({ name }) => name === choose.theirs[0])
  const far = members?.links.find(({ name }) => name === choose.to)
  if (near === undefined || far === undefined) return null
  const inside = equal(
    near.columns.map((name) => `m.${quote(name)}`),
    mine.names,
  )
  const same = equal(
    far.columns.map((name) => `m.${quote(name)}`),
    link.columns.map((name) => `t.${quote(name)}`),
  )
  const any = `exists (select from ${idToSql(choose.among)} m where ${inside}`
  const named = link.columns.map((name) => `t.${quote(name)} is not null`).join(' and ')
  return {
    from: [`${idToSql(table.id)} t`, ...mine.joins].join(' '),
    where: `${named} and ${any}) and not ${any} and ${same})`,
  }
}

/** Values of different types (a key and what it references) are compared as texts. */
const equal = (left: readonly string[], right: readonly string[]): string =>
  left.map((one, i) => `${one}::text = ${right[i]}::text`).join(' and ')

function walk(from: TablePlan, alias: string, links: readonly string[], prefix: string, plans: Plans): Joined | null {
  const joins: string[] = []
  let at = from
  let as = alias
  for (const [place, name] of links.entries()) {
    const link = at.links.find((one) => one.name === name)
    if (link === undefined) return null
    const names = link.columns.map((column) => `${as}.${quote(column)}`)
    if (place === links.length - 1) return { joins, names }
    const next = plans(link.parent.table)
    if (next === undefined) return null
    as = `${prefix}${place}`
    const on = link.parent.columns.map((column, i) => `${as}.${quote(column)} = ${names[i]}`).join(' and ')
    joins.push(`join ${idToSql(next.id)} ${as} on ${on}`)
    at = next
  }
  return null
}
