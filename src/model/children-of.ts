import { dealer } from './dealer.ts'
import type { DealtChildren } from './link.ts'

/** Children of each of the first `parents` parents. */
export function childrenOf({ from, cases, otherwise, given }: DealtChildren, parents: number): Uint32Array {
  const fixed = new Map(given)
  const caseOf = dealer(cases.map(({ amount }) => amount))
  const rest = typeof otherwise === 'number' ? null : otherwise
  const restOf = dealer(rest?.cases.map(({ amount }) => amount) ?? [])
  const counts = new Uint32Array(parents)
  let place = 0
  for (let row = 0; row < parents; row++) {
    const own = (row < from ? undefined : cases[caseOf(row - from)])?.children ?? null
    if (fixed.has(row)) counts[row] = fixed.get(row) as number
    else if (own !== null) counts[row] = own
    else if (rest === null) counts[row] = otherwise as number
    else {
      const at = rest.from === null ? place++ : row - rest.from
      counts[row] = (at < 0 ? undefined : rest.cases[restOf(at)])?.children ?? rest.otherwise
    }
  }
  return counts
}

/** Of all of them together. */
export const childrenOfAll = (each: DealtChildren, parents: number): number =>
  childrenOf(each, parents).reduce((sum, count) => sum + count, 0)
