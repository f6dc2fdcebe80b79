import { toText } from '../encode.ts'
import type { Frame } from '../rows/frame.ts'
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

/**
 * The way from the root of the self link `link` down to the row: the first input of each row on it, `separator` between them, `start` before and `end`
 * after. `plain`: only letters, digits and underscores, as a label of ltree. `above`: without the row itself.
 */
export const path: Deriver = (site) => {
  const link = site.table.linkPlace(textOption(site, 'link') ?? '')
  const separator = textOption(site, 'separator') ?? ''
  const start = textOption(site, 'start') ?? ''
  const end = textOption(site, 'end') ?? ''
  const plain = site.options.plain === true
  const above = site.options.above === true
  const [input] = site.inputs
  const label = (frame: Frame): string => {
    const text = toText(input?.read(frame) ?? null, input?.encoding ?? { kind: 'text' }) ?? ''
    return plain ? text.replaceAll(/[^A-Za-z0-9_]/g, '_') : text
  }
  return (frame) => {
    const labels = above ? [] : [label(frame)]
    let at = frame
    for (let up: Frame | null = at.up(link); up !== null && up.row !== at.row; up = at.up(link)) {
      at = up
      labels.unshift(label(at))
    }
    return labels.length === 0 ? null : `${start}${labels.join(separator)}${end}`
  }
}
