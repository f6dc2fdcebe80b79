import { fold } from './address.ts'
import { memberOf } from './member-of.ts'

const KEYS = ['id', 'identity', 'slug', 'key', 'email', 'name'] as const

/** What tells one from the others: what it is, a member that does, or its place. */
export function labelOf(one: unknown, place: number, keyOf: ((one: never) => string) | undefined): string {
  if (keyOf !== undefined) return String(keyOf(one as never))
  if (typeof one !== 'object' || one === null) return one === null || one === undefined ? String(place) : String(one)
  for (const key of KEYS) {
    const said = memberOf(one, key)
    if (typeof said === 'string' || typeof said === 'number' || typeof said === 'bigint') return String(said)
  }
  return String(place)
}

/** 32 bits of each name; those that share theirs get others by their turn. */
export function namesOf(list: readonly unknown[], keyOf: ((one: never) => string) | undefined): Int32Array {
  const names = new Int32Array(list.length)
  for (let i = 0; i < list.length; i++) names[i] = fold(labelOf(list[i], i, keyOf))
  const turns = shared(names)
  if (turns.size === 0) return names
  for (let i = 0; i < names.length; i++) {
    const name = names[i] as number
    const turn = turns.get(name)
    if (turn === undefined) continue
    turns.set(name, turn + 1)
    if (turn > 0) names[i] = fold(`#${turn}`, name)
  }
  return names
}

function shared(names: Int32Array): Map<number, number> {
  const sorted = names.slice().sort()
  const turns = new Map<number, number>()
  for (let i = 1; i < sorted.length; i++) if (sorted[i] === sorted[i - 1]) turns.set(sorted[i] as number, 0)
  return turns
}
