import type { Frame } from '../frame.ts'
import { type Deriver, numberOption, textOption } from './deriver.ts'

/** The place among the siblings from `start` (0); of a root its row. */
export const position: Deriver = (site) => {
  const start = numberOption(site, 'start') ?? 0
  const root = site.table.owner === -1
  return (frame) => start + (root ? frame.row : frame.j)
}

/** How far the row is from the root of the self link `link`, from `start` (0). */
export const depth: Deriver = (site) => {
  const start = numberOption(site, 'start') ?? 0
  const link = site.table.linkPlace(textOption(site, 'link') ?? '')
  return (frame) => {
    let steps = 0
    let at = frame
    for (let up: Frame | null = at.up(link); up !== null && up.row !== at.row; up = at.up(link)) {
      at = up
      steps++
    }
    return start + steps
  }
}
