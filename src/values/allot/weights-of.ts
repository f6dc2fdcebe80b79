import { AddressDraws } from '../draws/entropy.ts'
import { naturalWeight } from '../draws/natural-weight.ts'
import { memberOf } from './member-of.ts'
import { numberIn } from './number-in.ts'
import { refuse } from './refuse.ts'

type Given = readonly number[] | string | ((one: never, index: number) => number)

/** The 80-20 rule: log 5 / log 4 (Pareto, Cours d'économie politique, 1896). */
const ALPHA = 1.160964
const LAWS: Readonly<Record<string, (draws: AddressDraws, place: number) => number>> = {
  zipf: (_, place) => 1 / (place + 1),
  pareto: (draws) => (1 - draws.unit(0)) ** (-1 / ALPHA),
  long_tail: (draws) => naturalWeight(draws, 0, 1),
  normal: (draws) => Math.max(0.05, 1 + 0.3 * Math.log(naturalWeight(draws, 0, 1))),
}
const EXPECTED = `a list of numbers, a function, the name of a member with a number, or one of ${Object.keys(LAWS).join(', ')}`

/**
 * Weights, not negative, not all 0; null where there is nobody.
 * @throws SeedError `allot-invalid`
 */
export function weightsOf(
  option: string,
  given: Given,
  list: readonly unknown[],
  names: Int32Array,
  seed: string,
): Float64Array | null {
  if (list.length === 0) return null
  const weights = read(option, given, list, names, seed)
  let [sum, most] = [0, 0]
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i] as number
    if (!(weight >= 0 && weight <= 1e15)) refuse(`${option}[${i}]`, 'a number from 0 to 1e15', weight)
    sum += weight
    most = Math.max(most, weight)
  }
  if (!(sum > 0)) refuse(option, 'more than 0 for one at least', 'all 0')
  // What is next to nothing would be lost in sums and roots.
  return most < 1e-9 ? weights.map((weight) => weight / most) : weights
}

function read(option: string, given: Given, list: readonly unknown[], names: Int32Array, seed: string): Float64Array {
  if (typeof given === 'function') return Float64Array.from(list, (one, i) => given(one as never, i))
  if (typeof given === 'string') {
    const law = Object.hasOwn(LAWS, given) ? LAWS[given] : undefined
    if (law !== undefined) {
      const draws = new AddressDraws(seed, 'allot', option, given)
      return Float64Array.from(list, (_, i) => law(draws.at({ hi: 0, lo: names[i] as number }), i))
    }
    return Float64Array.from(list, (one, i) => {
      const said = memberOf(one, given)
      if (said === undefined)
        refuse(option, EXPECTED, given, `'${given}' is no law, and number ${i} has no such member.`)
      const number = numberIn(said)
      return typeof number === 'number' ? number : Number.NaN
    })
  }
  if (!Array.isArray(given)) refuse(option, EXPECTED, given)
  if (given.length !== list.length) refuse(option, `a list of ${list.length} numbers`, given)
  return Float64Array.from(given)
}
