import type { Asset } from '../../model/assets.ts'
import { SeedError } from '../../model/seed-error.ts'
import { AddressDraws, hashKey } from '../../values/entropy.ts'
import type { Datum } from '../../values/mapping/datum.ts'
import { evaluate } from '../../values/mapping/evaluate.ts'
import { MappingError } from '../../values/mapping/mapping-error.ts'
import { parseExpression } from '../../values/mapping/parse-expression.ts'

/** Where a selection stands, and what it hangs on. */
export interface SelectionSite {
  readonly pool: string
  readonly seed: string
  /** Milliseconds since the epoch. */
  readonly now: number
}

/** What an expression gives for each item. @throws SeedError `selection-invalid` where it cannot be read, or an item does not fit. */
export function readerOf(expression: string, path: string, site: SelectionSite): (item: Asset) => Datum {
  const parsed = caught(path, null, () => parseExpression(expression))
  const draws = new AddressDraws(site.seed, site.pool, 'selection', expression)
  return (item) =>
    caught(path, item, () =>
      evaluate(parsed, item, { now: site.now, draw: (n) => draws.at(hashKey('asset', item.identity)).unit(n) }),
    )
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
