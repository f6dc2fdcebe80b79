import type { Datum } from './datum.ts'

/** What `|` goes on from: null, an empty text, an empty list. */
export const isNothing = (datum: Datum): boolean =>
  datum === null || datum === '' || (Array.isArray(datum) && datum.length === 0)
