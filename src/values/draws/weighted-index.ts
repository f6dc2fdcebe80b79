/**
 * An index from a number in [0, 1): in proportion to the weights, all alike without (or where their sum is 0). Many weights are searched from a
 * table of starting places, so it takes a step or two whatever their number (Chen and Asau, On Generating Random Variates from an
 * Empirical Distribution, 1974).
 */
export function weightedIndex(count: number, weights: readonly number[] | undefined): (unit: number) => number {
  if (weights !== undefined && weights.length !== count)
    throw new RangeError(`${weights.length} weights for ${count} values`)
  const total = weights === undefined ? 0 : weights.reduce((sum, weight) => sum + weight, 0)
  if (weights === undefined || !(total > 0)) return (unit) => Math.floor(unit * count)
  const bounds = new Float64Array(count)
  let sum = 0
  let last = 0
  for (let i = 0; i < count; i++) {
    sum += weights[i] as number
    bounds[i] = sum / total
    if ((weights[i] as number) > 0) last = i
  }
  bounds.fill(1, last)
  const starts = new Uint32Array(count)
  for (let start = 0, i = 0; start < count; start++) {
    while ((bounds[i] as number) <= start / count) i++
    starts[start] = i
  }
  return (unit) => {
    let i = starts[Math.floor(unit * count)] as number
    while ((bounds[i] as number) <= unit) i++
    return i
  }
}
