import { dealer } from '../../model/dealer.ts'
import type { Favour } from '../../model/link.ts'
import type { AddressDraws } from '../draws/entropy.ts'
import { ends } from '../input.ts'
import { Frame } from '../rows/frame.ts'
import type { Table } from '../rows/table.ts'
import { climb } from './climb.ts'
import type { Follower } from './follower.ts'

/** The weight of each parent that a link leads to, by the persona of its user. */
export function favourOf({ table }: Pick<Follower, 'table'>, favour: Favour | undefined): (parent: number) => number {
  if (favour === undefined || table === null) return () => 1
  const { path, from, weights } = favour
  const frame = new Frame(table)
  const userOf = climb(table, path)
  const users = endOf(table, path)
  const share = Math.min(0.9999, 1 / weights.length)
  const turn = dealer(weights.map(() => share))
  return (parent) => {
    const user = userOf(frame.seek(parent))
    return user < from || users.givenPlace(user) !== -1 ? 1 : (weights[turn(user - from)] ?? 1)
  }
}

const endOf = (table: Table, path: readonly string[]): Table =>
  path.reduce((at, name) => ends(at, name).parent ?? at, table)

/**
 * One of the first `among` parents by their weights, from draw 0 of the identity. `weight` is asked once for each of `count` parents; eight bytes each.
 */
export function favoured(
  count: number,
  weight: (place: number) => number,
): (draws: AddressDraws, among: number) => number {
  let sums: Float64Array | null = null
  return (draws, among) => {
    sums ??= sumsOf(count, weight)
    const end = Math.min(among, count)
    if (end <= 1) return end - 1
    const point = draws.unit(0) * (sums[end - 1] as number)
    let low = 0
    let high = end - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] as number) > point) high = middle
      else low = middle + 1
    }
    return low
  }
}

function sumsOf(count: number, weight: (place: number) => number): Float64Array {
  const sums = new Float64Array(count)
  let sum = 0
  for (let place = 0; place < count; place++) {
    sum += weight(place)
    sums[place] = sum
  }
  return sums
}
