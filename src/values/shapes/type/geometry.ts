import type { Draws, ShapeMaker } from '../../shape-maker.ts'

/** A coordinate from 0 to 100 in hundredths, so that sums leave no float artefacts. */
const hundredths = (draws: Draws, n: number): number => draws.below(n, 10_001)

const coordinate = (draws: Draws, n: number): number => hundredths(draws, n) / 100

const pointOf = (draws: Draws, n: number): string => `(${coordinate(draws, n)},${coordinate(draws, n + 1)})`

/** An outline around a centre: `corners` points at growing angles, so it never crosses itself. */
function outline(draws: Draws, corners: number): string {
  const x = coordinate(draws, 1)
  const y = coordinate(draws, 2)
  let text = ''
  for (let corner = 0; corner < corners; corner++) {
    const angle = ((corner + 0.8 * draws.unit(3 + 2 * corner)) / corners) * 2 * Math.PI
    const radius = 2 + 8 * draws.unit(4 + 2 * corner)
    const at = (centre: number, offset: number): number => Math.round((centre + offset * radius) * 100) / 100
    text += `${corner === 0 ? '' : ','}(${at(x, Math.cos(angle))},${at(y, Math.sin(angle))})`
  }
  return text
}

export const point: ShapeMaker<'point'> = {
  compile() {
    return (draws) => pointOf(draws, 0)
  },
}

/** `{A,B,C}` for Ax + By + C = 0; B is never 0. */
export const line: ShapeMaker<'line'> = {
  compile() {
    return (draws) => `{${draws.below(0, 19) - 9},${1 + draws.below(1, 9)},${draws.below(2, 101) - 50}}`
  },
}

export const lseg: ShapeMaker<'lseg'> = {
  compile() {
    return (draws) => `[${pointOf(draws, 0)},${pointOf(draws, 2)}]`
  },
}

/** Upper right corner first, as Postgres prints it. */
export const box: ShapeMaker<'box'> = {
  compile() {
    return (draws) => {
      const x = hundredths(draws, 0)
      const y = hundredths(draws, 1)
      const right = x + 100 + draws.below(2, 4000)
      const top = y + 100 + draws.below(3, 4000)
      return `(${right / 100},${top / 100}),(${x / 100},${y / 100})`
    }
  },
}

/** An open path of three to six points. */
export const path: ShapeMaker<'path'> = {
  compile() {
    return (draws) => `[${outline(draws, 3 + draws.below(0, 4))}]`
  },
}

export const polygon: ShapeMaker<'polygon'> = {
  compile() {
    return (draws) => `(${outline(draws, 3 + draws.below(0, 4))})`
  },
}

export const circle: ShapeMaker<'circle'> = {
  compile() {
    return (draws) => `<${pointOf(draws, 0)},${(100 + draws.below(2, 2500)) / 100}>`
  },
}
