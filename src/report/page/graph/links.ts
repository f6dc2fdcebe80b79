/** A foreign key between two tables, by their numbers: `child` refers to `parent`. */
export interface Reference {
  readonly child: number
  readonly parent: number
}

/** A reference as it is drawn, from left to right. `reversed`: it closes a cycle, so its child stands left of its parent. */
export interface Arc extends Reference {
  readonly left: number
  readonly right: number
  readonly reversed: boolean
}

/**
 * Gives every reference a direction so that there is no cycle: tables are taken in their order, each as soon as all its parents are; where all
 * wait for each other, the first one is taken, and what it still refers to is drawn backwards. References of a table to itself are left out, several
 * between the same two tables are one.
 */
export function directed(count: number, references: readonly Reference[]): readonly Arc[] {
  const known = new Set<string>()
  const single = references.filter(({ child, parent }) => {
    const key = `${child} ${parent}`
    if (child === parent || known.has(key)) return false
    known.add(key)
    return true
  })
  const parents = Array.from({ length: count }, (): number[] => [])
  for (const { child, parent } of single) parents[child]?.push(parent)
  const place = new Map<number, number>()
  while (place.size < count) {
    const waiting = Array.from({ length: count }, (_, node) => node).filter((node) => !place.has(node))
    const next = waiting.find((node) => parents[node]?.every((parent) => place.has(parent))) ?? waiting[0]
    place.set(next as number, place.size)
  }
  return single.map(({ child, parent }) => {
    const reversed = (place.get(parent) as number) > (place.get(child) as number)
    return { child, parent, reversed, left: reversed ? child : parent, right: reversed ? parent : child }
  })
}
