import { contentsFit } from '../../load/find/contents-fit.ts'
import { NEWEST_GENERATORS } from '../../model/generators.ts'
import type { Past } from '../../model/journal.ts'
import type { Plan } from '../../model/plan.ts'
import { remade } from '../../plan/generators/made-by.ts'
import { compileRows } from '../../values/rows/rows.ts'
import type { Ground } from './ground.ts'
import { planOfPast } from './plan-of-past.ts'

/** What was recognised, and the plan of all tables by which it was looked for first. */
export interface Recognised {
  readonly past: Past
  readonly plan: Plan
}

/** So much of what was looked at must be as supposed. */
const MOST = 0.9

/**
 * What is there, where no journal says by which generation of generators it was made: each is supposed, from the newest on, until one fits. `pastBy`: what is
 * recognised under that supposition.
 */
export async function recogniseGenerators(
  ground: Ground,
  pastBy: (generators: number) => Promise<Recognised>,
): Promise<Past> {
  const { generators } = ground.config
  if (generators !== null) return (await pastBy(generators)).past
  let best: { readonly past: Past; readonly score: number } | null = null
  for (let supposed = NEWEST_GENERATORS; supposed >= 1; supposed--) {
    const { past, plan } = await pastBy(supposed)
    const fit = await fitOf(ground, past, supposed)
    if (fit !== null && fit > MOST) return past
    const rows = Object.values(past.tables).reduce((sum, table) => sum + table.rows, 0)
    const score = rows * (fit ?? 1)
    if (best === null || score > best.score) best = { past, score }
    // No column would tell.
    if (plan.tables.every((table) => remade(table, supposed - 1).length === 0)) break
  }
  return best?.past ?? ground.past
}

/** Do the columns in which this generation differs from others hold what it makes? Null where there are none. */
function fitOf({ db, catalog, assets }: Ground, past: Past, generators: number): Promise<number | null> {
  const telling = Object.entries(past.tables).flatMap(([table, { plan, rows }]) => {
    const names = new Set(othersOf(generators).flatMap((other) => remade(plan, other)))
    const columns = plan.columns.map(({ name }) => name).filter((name) => names.has(`${table}.${name}`))
    return plan.key.exact && columns.length > 0 ? [{ table, columns, rows }] : []
  })
  const plan = planOfPast(past, Object.keys(past.tables), catalog.hash)
  return contentsFit(db, compileRows(plan, assets), telling)
}

const othersOf = (generators: number): readonly number[] =>
  Array.from({ length: NEWEST_GENERATORS }, (_, i) => i + 1).filter((one) => one !== generators)
