/**
 * A value on its way into a column, before it is encoded. A string is always accepted as the text that Postgres itself would read for the
 * type (`2024-01-01`, `{a,b}`, `[1,5)`), except for json, where a string is a JSON string. Numbers mean, by encoding:
 * date: days since 1970-01-01; timestamp: milliseconds since the epoch in UTC (fractions are microseconds); time: milliseconds since midnight; interval: seconds.
 */
export type Value =
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | readonly Value[]
  | { readonly [key: string]: Value }

/** How a `Value` becomes the text that Postgres reads. */
export type Encoding =
  | { readonly kind: 'text' | 'number' | 'boolean' | 'date' | 'time' | 'interval' | 'bytes' | 'json' }
  | { readonly kind: 'timestamp'; readonly zone: boolean }
  /** An array of `element`; arrays of any depth nest as JS arrays. `delimiter` is `;` for box only. */
  | { readonly kind: 'array'; readonly element: Encoding; readonly delimiter: ',' | ';' }
  /** A JS array with one value per attribute. */
  | { readonly kind: 'composite'; readonly fields: readonly Encoding[] }
  /** `{ lower, upper, bounds: '[)' }`, a bound null for none; `{ empty: true }`. */
  | { readonly kind: 'range'; readonly element: Encoding }
  /** A JS array of ranges. */
  | { readonly kind: 'multirange'; readonly element: Encoding }
