/** Compares by code units, so that the order depends on no locale. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** A sorted copy, by `name` and then by nothing else: names are unique within their table or schema. */
export function byName<Item extends { readonly name: string }>(items: readonly Item[]): Item[] {
  return [...items].sort((a, b) => compare(a.name, b.name))
}

/** A sorted copy, by `id`. */
export function byId<Item extends { readonly id: string }>(items: readonly Item[]): Item[] {
  return [...items].sort((a, b) => compare(a.id, b.id))
}
