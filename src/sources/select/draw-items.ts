import type { Asset } from '../../model/assets/assets.ts'
import type { WeightsWish } from '../../model/config.ts'
import { SeedError } from '../../model/seed-error.ts'
import { AddressDraws, hashKey } from '../../values/draws/entropy.ts'
import { type Datum, spellDatum } from '../../values/mapping/datum.ts'
import { numberOf } from '../../values/mapping/read/number-of.ts'
import { textOf } from '../../values/mapping/text-of.ts'
import { askFunction } from './ask-function.ts'
import { readerOf, type SelectionSite } from './reader.ts'

/**
 * `count` of the items, in their order. Each has a number of its own, -ln(u) / weight with u drawn by seed and identity, and the smallest win (Efraimidis,
 * Spirakis: Weighted random sampling with a reservoir, 2006): an item more or less changes one place at most. Items of weight 0 are never drawn.
 * @throws SeedError `selection-invalid` where a weight is none
 */
export function drawItems(
  items: readonly Asset[],
  { count, weights }: { readonly count: number; readonly weights: WeightsWish | null },
  path: string,
  site: SelectionSite,
): Asset[] {
  const draws = new AddressDraws(site.seed, site.pool, 'selection')
  const weightOf = weights === null ? () => 1 : weigher(weights, `${path}.weights`, site)
  const entries = items.flatMap((item, at) => {
    const weight = weightOf(item)
    if (weight === 0) return []
    return [{ item, at, key: -Math.log(draws.at(hashKey('asset', item.identity)).unit(0)) / weight }]
  })
  const won = entries.sort((a, b) => a.key - b.key || a.at - b.at).slice(0, count)
  return won.sort((a, b) => a.at - b.at).map(({ item }) => item)
}

function weigher(weights: WeightsWish, path: string, site: SelectionSite): (item: Asset) => number {
  if (typeof weights === 'function') return (item) => checked(askFunction(weights, item, path) as Datum, item, path)
  const { by, values, others } = weights
  const read = readerOf(by, path, site)
  if (values === null)
    return (item) => {
      const said = read(item)
      const number = typeof said === 'string' ? numberOf(said) : said
      return number === null && said === null ? others : checked(number === null ? said : Number(number), item, path)
    }
  return (item) => {
    const said = read(item)
    const name = [said]
      .flat()
      .map(textOf)
      .find((one) => Object.hasOwn(values, one))
    return name === undefined ? others : (values[name] as number)
  }
}

function checked(weight: Datum, item: Asset, path: string): number {
  if (typeof weight === 'number' && Number.isFinite(weight) && weight >= 0) return weight
  throw new SeedError({
    code: 'selection-invalid',
    message: 'A weight is no number.',
    place: { path, file: item.place },
    expected: 'a number from 0',
    found: spellDatum(weight),
    next: 'Give every item one, or leave it out for 0.',
  })
}
