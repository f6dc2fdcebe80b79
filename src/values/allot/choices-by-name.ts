import { Address } from './address.ts'
import type { Names } from './match.ts'

/** The target that each open item likes best, the chances as the weights: the least of -ln(u) / weight, u of the pair. Every pair is looked at. */
export function choicesByName(
  seed: string,
  { items, targets }: Names,
  open: Uint32Array,
  weights: ArrayLike<number>,
): Uint32Array {
  const address = new Address(seed, 'pair')
  const able = Array.from({ length: targets.length }, (_, t) => t).filter((t) => (weights[t] as number) > 0)
  const choices = new Uint32Array(open.length)
  for (let k = 0; k < open.length; k++) {
    const item = items[open[k] as number] as number
    let best = Number.POSITIVE_INFINITY
    for (const t of able) {
      const cost = -Math.log(address.unit(item, targets[t] as number)) / (weights[t] as number)
      if (cost < best) {
        best = cost
        choices[k] = t
      }
    }
  }
  return choices
}
