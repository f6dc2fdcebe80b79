import { Frame } from '../rows/frame.ts'
import type { Table } from '../rows/table.ts'
import { type Deriver, textOption } from './deriver.ts'

/** Bounds of the rows of a forest as nested sets number them, four bytes a row and bound, and the number of each row's tree from 1. */
interface Bounds {
  readonly left: Uint32Array
  readonly right: Uint32Array
  readonly tree: Uint32Array
}

const known = new WeakMap<Table, Map<string, Bounds>>()

/**
 * A bound of the row in the nested sets of the self link `link`: option `side` `left`, `right`, or `tree` for the number of its tree. `each`: the numbers begin
 * anew with each tree. Siblings stand in the order of their rows. Built once, when first needed.
 */
export const nested: Deriver = (site) => {
  const link = textOption(site, 'link') ?? ''
  const side = textOption(site, 'side') as keyof Bounds
  const each = site.options.each === true
  return (frame) => boundsOf(site.table, link, each)[side][frame.row] ?? null
}

function boundsOf(table: Table, link: string, each: boolean): Bounds {
  const of = known.get(table) ?? new Map<string, Bounds>()
  known.set(table, of)
  const name = `${each} ${link}`
  const bounds = of.get(name) ?? number(parentsOf(table, link), each)
  of.set(name, bounds)
  return bounds
}

/** The row above each one, -1 for a root. Rows lead to earlier ones only. */
function parentsOf(table: Table, link: string): Int32Array {
  const place = table.linkPlace(link)
  const frame = new Frame(table)
  return Int32Array.from({ length: table.plan.rows }, (_, row) => {
    const up = frame.seek(row).parentRow(place)
    return up < row ? up : -1
  })
}

function number(parents: Int32Array, each: boolean): Bounds {
  const count = parents.length
  const size = new Uint32Array(count).fill(1)
  for (let row = count - 1; row >= 0; row--) {
    const up = parents[row] as number
    if (up !== -1) size[up] = (size[up] as number) + (size[row] as number)
  }
  const [left, right, tree] = [new Uint32Array(count), new Uint32Array(count), new Uint32Array(count)]
  const free = new Uint32Array(count)
  let [next, trees] = [1, 0]
  for (let row = 0; row < count; row++) {
    const up = parents[row] as number
    const width = 2 * (size[row] as number)
    if (up === -1) trees++
    left[row] = up !== -1 ? (free[up] as number) : each ? 1 : next
    if (up === -1) next += width
    else free[up] = (free[up] as number) + width
    free[row] = (left[row] as number) + 1
    right[row] = (left[row] as number) + width - 1
    tree[row] = up === -1 ? trees : (tree[up] as number)
  }
  return { left, right, tree }
}
