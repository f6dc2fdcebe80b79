import type { Datum } from '../mapping/datum.ts'
import { isNothing } from '../mapping/is-nothing.ts'
import { numberOf } from '../mapping/read/number-of.ts'
import type { Party } from './classes.ts'
import { datumOf } from './datum-of.ts'
import { memberOf } from './member-of.ts'
import type { Task } from './task.ts'

/** The parties that an item may go to, and perhaps others: where a condition asks two members to be equal, only those that say the same are looked at. */
export function candidatesOf(
  { items, targets, allowance }: Task,
  parties: readonly Party[],
): (item: number) => number[] {
  const all = parties.map((_, party) => party)
  const equality = allowance?.equality ?? null
  if (equality === null) return () => all
  const plain = (one: unknown, name: string): string | null => plainly(datumOf(memberOf(one, name), name))
  const known = new Map<string, number[]>()
  const others: number[] = []
  for (const [party, { targets: members }] of parties.entries()) {
    const said = plain(targets[members[0] ?? 0], equality.target)
    const list = said === null ? others : (known.get(said) ?? [])
    if (said !== null) known.set(said, list)
    list.push(party)
  }
  return (item) => {
    const said = plain(items[item], equality.item)
    if (said === null) return all
    const alike = known.get(said) ?? []
    return others.length === 0 ? alike : [...alike, ...others].sort((a, b) => a - b)
  }
}

/** A text that differs where two values cannot be equal; null where that cannot be told so. */
function plainly(datum: Datum): string | null {
  if (isNothing(datum) || (typeof datum === 'object' && datum !== null)) return null
  if (typeof datum !== 'string') return String(datum)
  const number = numberOf(datum)
  return number === null ? datum : String(Number(number))
}
