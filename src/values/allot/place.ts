import { deal } from './deal.ts'
import { match } from './match.ts'
import { matchRules } from './match-rules.ts'
import type { Placed } from './placed.ts'
import { selectItems } from './select-items.ts'
import type { Settlement } from './settle.ts'
import { cellCounts } from './shares.ts'
import type { Task } from './task.ts'
import { wantedCounts } from './wanted-counts.ts'

/** Each item to one target at most. Yields how many are placed. @throws SeedError */
export function* place(task: Task, settlement: Settlement): Generator<number, Placed> {
  const { allowance, cells, groups, names, strategy, seed, weights } = task
  if (names.targets.length > 0 && (allowance !== null || groups !== null)) return yield* matchRules(task, settlement)
  const nothing = { relaxations: [], unserved: new Map(), reasons: new Map() }
  const counts = wantedCounts(task, settlement)
  const selected = selectItems(task, cells === null ? null : cellCounts(cells, settlement.total, settlement.slack))
  if (strategy === 'round_robin' || strategy === 'one_to_one')
    return { chosen: deal(selected, counts, names.items.length), ...nothing }
  if (selected.length === names.items.length) return { chosen: yield* match(seed, names, weights, counts), ...nothing }
  const own = { items: Int32Array.from(selected, (item) => names.items[item] as number), targets: names.targets }
  const found = yield* match(seed, own, weights, counts)
  const chosen = new Int32Array(names.items.length).fill(-1)
  for (const [k, target] of found.entries()) chosen[selected[k] as number] = target
  return { chosen, ...nothing }
}
