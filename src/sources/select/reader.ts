import { type Asset, type Assets, NO_ASSETS } from '../../model/assets/assets.ts'
import type { Callables } from '../../model/callables.ts'
import { SeedError } from '../../model/seed-error.ts'
import type { Datum } from '../../values/mapping/datum.ts'
import { MappingError } from '../../values/mapping/mapping-error.ts'
import { readExpression } from '../../values/mapping/read-expression.ts'

/** Where a selection stands, and what it hangs on. */
export interface SelectionSite {
  readonly pool: string
  readonly seed: string
  /** Milliseconds since the epoch. */
  readonly now: number
  /** What expressions may call; absent: nothing. */
  readonly callables?: Callables
}

/** What an expression gives for each item. @throws SeedError `selection-invalid` where it cannot be read, or an item does not fit. */
export function readerOf(expression: string, path: string, site: SelectionSite): (item: Asset) => Datum {
  const { seed, pool, now, callables } = site
  // Other pools may not have been read yet, so there is nothing to draw from.
  const assets: Assets = { ...NO_ASSETS, ...(callables === undefined ? {} : { callables }) }
  const address = [seed, pool, 'selection', expression]
  const read = caught(path, null, () => readExpression(expression, { address, now, assets }))
  return (item) => caught(path, item, () => read.of(item, () => null))
}

function caught<Result>(path: string, item: Asset | null, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof MappingError)) throw error
    const { message, expected, found, next, column } = error.problem
    throw new SeedError({
      code: 'selection-invalid',
      message: column === undefined ? message : `${message} (at character ${column})`,
      place: { path, ...(item === null ? {} : { file: item.place }) },
      expected,
      found,
      next,
    })
  }
}
