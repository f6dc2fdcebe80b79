import type { Value } from '../../model/value.ts'

/** One text per value, different for different ones: `1` and `'1'` differ. */
export function valueKey(value: Value): string {
  if (typeof value === 'bigint') return String(value)
  return (
    JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'bigint' ? String(inner) : inner)) ?? 'undefined'
  )
}

/** Whether the list holds the value. */
export function includesValue(values: readonly Value[], value: Value): boolean {
  const key = valueKey(value)
  return values.some((one) => valueKey(one) === key)
}

/** Each value once. */
export function distinctValues(values: readonly Value[]): readonly Value[] {
  return [...new Map(values.map((value) => [valueKey(value), value])).values()]
}
