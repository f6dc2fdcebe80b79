import type { Choose } from '../../model/link.ts'
import type { AddressDraws } from '../draws/entropy.ts'
import type { Frame } from '../rows/frame.ts'
import type { Layout } from '../rows/layout.ts'

/**
 * An earlier row of the same table, or of the same block, all alike, so trees stay shallow (about ln(rows) levels). Roots are the first row, and a
 * share of the others; they lead to themselves where `itself`, else nowhere.
 */
export function compileEarlier(
  choose: Extract<Choose, { kind: 'earlier' }>,
  draws: AddressDraws,
): (frame: Frame) => number {
  const { roots, itself, scope } = choose
  return (frame) => {
    draws.at(frame)
    const layout = scope === 'block' ? frame.table.layout : null
    const earlier = layout === null ? frame.row : frame.j
    if (earlier === 0 || draws.unit(0) < roots) return itself ? frame.row : -1
    const chosen = draws.below(1, earlier)
    return layout === null ? chosen : (layout as Layout).rowOf(frame.parent, chosen)
  }
}
