import type { Asset } from '../../model/assets/assets.ts'
import type { SelectionWish } from '../../model/config.ts'
import { type Finding, finding } from '../../model/finding.ts'
import { conditionsOf } from './conditions.ts'
import { drawItems } from './draw-items.ts'
import { namedItems, type PoolFolder } from './named-items.ts'
import type { SelectionSite } from './reader.ts'

/**
 * Which items of a pool become rows: those that are named, of these the ones that meet every condition, of these as many as are drawn.
 * @throws SeedError `selection-missing`, `selection-invalid`, `function-threw`, `function-varies`
 */
export async function selectItems(
  items: readonly Asset[],
  wish: SelectionWish,
  site: SelectionSite & PoolFolder,
): Promise<{ readonly chosen: readonly Asset[]; readonly findings: readonly Finding[] }> {
  const path = `assetPools.${site.pool}.selection`
  const named = wish.manual === null ? items : await namedItems(items, wish.manual, `${path}.manual`, site)
  const conditions = conditionsOf(wish, path, site)
  const fitting = named.filter((item) => conditions.every((holds) => holds(item)))
  const { count, weights } = wish
  if (count === null) return { chosen: fitting, findings: [] }
  const chosen = drawItems(fitting, { count, weights }, path, site)
  return { chosen, findings: chosen.length < count ? [short(chosen.length, count, path)] : [] }
}

const short = (there: number, count: number, path: string): Finding =>
  finding('selection-short', 'warning', { path }, `${count} items were asked for, and ${there} can be had.`, {
    expected: `${count}`,
    found: `${there}`,
    next: 'Add files, ask for fewer, or let fewer conditions hold.',
  })
