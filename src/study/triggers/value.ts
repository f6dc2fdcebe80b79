/** What an expression inside a trigger function is known to be while a row is inserted; null where nothing is known. */
export type Value =
  /** A column of NEW, as it is or through a cast; in COALESCE with what stands in for it (`spares`): columns of NEW by name, null for anything else. */
  | { readonly kind: 'column'; readonly name: string; readonly spares?: readonly (string | null)[] }
  /** The whole of NEW. */
  | { readonly kind: 'row' }
  /** A text, or the text of a number. Not `whole`: parts that are not known are spelled as `UNKNOWN_PART`. */
  | { readonly kind: 'text'; readonly text: string; readonly whole: boolean }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** NULL: OLD on an insert, NEW in a statement trigger. */
  | { readonly kind: 'null' }

/** The values of variables by name; a field of a record as `record.field`. Present but null: not known. */
export type Values = Map<string, Value | null>

/** Stands in dynamic SQL for a part that only the running function knows; letters only, so that it parses as a name. */
export const UNKNOWN_PART = 'p__unknown__p'

export const whole = (text: string): Value => ({ kind: 'text', text, whole: true })

export function sameValue(a: Value | null, b: Value | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** What is known after one of several branches ran: what all of them agree on. */
export function mergeValues(branches: readonly Values[]): Values {
  const merged: Values = new Map()
  for (const name of new Set(branches.flatMap((branch) => [...branch.keys()]))) {
    const first = branches[0]?.get(name) ?? null
    merged.set(name, branches.every((branch) => sameValue(branch.get(name) ?? null, first)) ? first : null)
  }
  return merged
}
