import type { Choose, Link } from '../../model/link.ts'
import { AddressDraws } from '../draws/entropy.ts'
import { toText } from '../encode.ts'
import { planError } from '../rows/compilation.ts'
import { Frame } from '../rows/frame.ts'
import type { Table } from '../rows/table.ts'
import { anyParent } from './any-parent.ts'
import type { Follower } from './follower.ts'

type Pair = Extract<Choose, { kind: 'pair' }>

/** The parents that a pair is made of. */
export interface PairParents {
  /** How many there were when a row was made. */
  readonly then: (row: number) => number
  /** Row of parent number `place`. */
  readonly at: (place: number) => number
  readonly parent: Follower['table']
  readonly pool: Follower['pool']
}

/**
 * One side of a pair. Pairs are numbered by their later member, so one parent more adds its pairs after all others: number d is (i, j), i < j, with
 * d = j(j - 1)/2 + i.
 */
export function compilePair(table: Table, link: Link, parents: PairParents): (frame: Frame) => number {
  const choose = link.choose as Pair
  const name = [link.name, choose.with].sort().join(' & ')
  const draws = new AddressDraws(table.compilation.seed, table.plan.id, name, 'pair')
  const { unique } = choose
  const index = unique === undefined ? null : table.permutedIndex(unique)
  const swaps = swapping(link, choose, parents)
  return (frame) => {
    const count = parents.then(frame.row)
    if (count < 2) return -1
    const d =
      index === null || unique === undefined
        ? anyParent(draws.at(frame), (count * (count - 1)) / 2, 0)
        : index.digit(frame, unique.digit)
    const later = laterOf(d)
    const [one, other] = [parents.at(d - (later * (later - 1)) / 2), parents.at(later)]
    const first = choose.side === 'low' || choose.side === 'one'
    const swapped = swaps === null ? draws.at(frame).unit(2) < 0.5 : swaps(one, other)
    return first === swapped ? other : one
  }
}

/** The largest j with j(j - 1)/2 <= d. */
function laterOf(d: number): number {
  let j = Math.floor((1 + Math.sqrt(1 + 8 * d)) / 2)
  while ((j * (j - 1)) / 2 > d) j--
  while ((j * (j + 1)) / 2 <= d) j++
  return j
}

/** Does the other one of two parents come first? Null where nothing is compared. */
function swapping(link: Link, choose: Pair, parents: PairParents): ((one: number, other: number) => boolean) | null {
  if (choose.side === 'one' || choose.side === 'other') return null
  const text = keyTexts(link, parents)
  const compare = COMPARE[choose.order]
  return (one, other) => compare(text(one), text(other)) > 0
}

function keyTexts(link: Link, { parent, pool }: PairParents): (row: number) => string {
  const [column = ''] = link.parent.columns
  if (pool !== null) {
    const place = pool.columns.indexOf(column)
    return (row) => pool.rows[row]?.[place] ?? ''
  }
  if (parent === null) throw planError('pair-without-parents', link.parent.table, `${link.name} leads nowhere`)
  const frame = new Frame(parent)
  const place = parent.columnPlace(column)
  const { encoding } = parent.plan.columns[place] as { encoding: Parameters<typeof toText>[1] }
  return (row) => toText(frame.seek(row).value(place), encoding) ?? ''
}

const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const COMPARE: Readonly<Record<Pair['order'], (a: string, b: string) => number>> = {
  number: (a, b) => Number(a) - Number(b),
  text: byCode,
  // As dictionaries do: letters without regard to case first, and signs before digits before letters.
  word: (a, b) => byCode(folded(a), folded(b)) || byCode(b, a),
}

const folded = (text: string): string => text.toLowerCase().replaceAll('_', ' ')
