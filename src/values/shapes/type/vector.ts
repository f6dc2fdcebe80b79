import type { Draws, ShapeMaker } from '../../shape-maker.ts'

/** About normal: the sum of three even draws out of one word each, centred. */
function component(draws: Draws, n: number): number {
  const bits = draws.bits(n)
  return (bits & 1023) + ((bits >>> 10) & 1023) + ((bits >>> 20) & 1023) - 1534.5
}

const rounded = (value: number): number => Math.round(value * 1e6) / 1e6

/** `[0.1,…]` of pgvector, of length one; sparse: `{1:0.6,5:0.8}/1000` with about one in ten set, at most 32. */
export const vector: ShapeMaker<'vector'> = {
  compile({ dimensions, sparse = false }) {
    if (sparse) return (draws) => sparseVector(draws, dimensions)
    const scratch = new Float64Array(dimensions)
    return (draws) => {
      let square = 0
      for (let n = 0; n < dimensions; n++) {
        const value = component(draws, n)
        scratch[n] = value
        square += value * value
      }
      const length = Math.sqrt(square)
      let text = '['
      for (let n = 0; n < dimensions; n++) text += `${n === 0 ? '' : ','}${rounded((scratch[n] as number) / length)}`
      return `${text}]`
    }
  },
}

/** One component in each of so many equal stretches, so the indices ascend without a search. */
function sparseVector(draws: Draws, dimensions: number): string {
  const count = Math.max(1, Math.min(32, Math.floor(dimensions / 10)))
  const stretch = Math.floor(dimensions / count)
  const scratch = new Float64Array(count)
  let square = 0
  for (let n = 0; n < count; n++) {
    const value = component(draws, 2 * n)
    scratch[n] = value
    square += value * value
  }
  const length = Math.sqrt(square)
  let text = ''
  for (let n = 0; n < count; n++) {
    const index = 1 + n * stretch + draws.below(2 * n + 1, stretch)
    text += `${n === 0 ? '' : ','}${index}:${rounded((scratch[n] as number) / length)}`
  }
  return `{${text}}/${dimensions}`
}
