import { Address } from './address.ts'
import { choicesByName } from './choices-by-name.ts'
import type { Names } from './match.ts'

/** Below this a chance counts for nothing. */
const NOTHING = 1e-18

/**
 * A phase in (0, 1] for each target, for its thresholds: low where more items choose it first than are to be expected, so that what is rounded up is what is liked anyway, and little has to move. Each is
 * 1 - F(choosers), F the distribution of their number, with chance between its steps: uniform (the probability integral transform: Rosenblatt, Remarks on a multivariate transformation, 1952),
 * so that expected numbers stay what they are by phases that are drawn.
 */
export function alignedPhases(seed: string, names: Names, rates: ArrayLike<number>): Float64Array {
  const { items, targets } = names
  const all = Uint32Array.from(items, (_, i) => i)
  const choosers = new Uint32Array(targets.length)
  for (const t of choicesByName(`${seed} 0`, names, all, rates)) choosers[t] = (choosers[t] as number) + 1
  let sum = 0
  for (let t = 0; t < targets.length; t++) sum += rates[t] as number
  const address = new Address(seed, 'phase')
  return Float64Array.from(targets, (name, t) => {
    const below = shareBelow(items.length, (rates[t] as number) / sum, choosers[t] as number, address.unit(name, 0))
    return Math.min(1, Math.max(1e-12, 1 - below))
  })
}

/** P(X < k) + part · P(X = k) of a binomial, told from its middle outwards: sums and products alone, the same on every machine. */
function shareBelow(count: number, chance: number, k: number, part: number): number {
  if (count === 0 || chance <= 0 || chance >= 1) return part
  const odds = chance / (1 - chance)
  const middle = Math.min(count, Math.floor((count + 1) * chance))
  const sums = { below: 0, at: 0, above: 0 }
  const add = (place: number, weight: number): void => {
    sums[place < k ? 'below' : place === k ? 'at' : 'above'] += weight
  }
  add(middle, 1)
  for (let place = middle, weight = 1; place < count && weight > NOTHING; place++) {
    weight *= ((count - place) / (place + 1)) * odds
    add(place + 1, weight)
  }
  for (let place = middle, weight = 1; place > 0 && weight > NOTHING; place--) {
    weight *= place / ((count - place + 1) * odds)
    add(place - 1, weight)
  }
  return (sums.below + part * sums.at) / (sums.below + sums.at + sums.above)
}
