import type { Relaxable } from '../../model/allotting/allotment.ts'
import { SeedError } from '../../model/seed-error.ts'
import { allDemands, allHold } from './all-hold.ts'
import { readBounds } from './bounds.ts'
import { type Demands, tryDemands } from './demands.ts'
import { RELAXATION_ORDER, without } from './relaxation-order.ts'
import type { Task } from './task.ts'

/** Up to so many pairs each subset of the demands is tried, small ones first; beyond, demands are left out one after the other. */
const SMALL = 2000

const RULES = ['capacity', 'allowed', 'perGroup'] as const
type Name = Relaxable | (typeof RULES)[number]

/** The smallest set of demands and rules that cannot hold together; of pairs, all that are asked. */
export function rulesConflict(task: Task, reason: string): SeedError {
  const names = task.pairs ? namesIn(task) : smallest(task)
  const problem = task.pairs ? reason : problemOf(...only(task, names), reason)
  return new SeedError({
    code: 'allot-conflict',
    message: `What is asked cannot hold: ${problem}.`,
    expected: names.join(' and '),
    found: problem,
    next: `Change ${names.join(' or ')}, or let something give way: onConflict: 'relax' or 'partial'.`,
  })
}

/** In numbers, where these settle it. */
const problemOf = ({ items, bounds, cells }: Task, demands: Demands, reason: string): string =>
  tryDemands({ there: items.length, bounds, cells }, demands).problem ?? reason

function smallest(task: Task): readonly Name[] {
  const names = namesIn(task)
  const cannot = (some: readonly Name[]): boolean => allHold(...only(task, some)) === null
  if (task.items.length * task.targets.length <= SMALL) {
    const subsets = Array.from({ length: 2 ** names.length }, (_, bits) =>
      names.filter((_name, place) => ((bits >> place) & 1) === 1),
    )
    return subsets.sort((a, b) => a.length - b.length).find(cannot) ?? names
  }
  return names.reduce((left, name) => {
    const others = left.filter((one) => one !== name)
    return cannot(others) ? others : left
  }, names)
}

/** What is asked at all. */
function namesIn({ asked, allowance, groups, total }: Task): readonly Name[] {
  const said: Readonly<Record<Name, unknown>> = {
    ...{ totalItems: total, dateDistribution: asked.dateDistribution, categoryBalance: asked.categoryBalance },
    ...{ minPerTarget: asked.minPerTarget, maxPerTarget: asked.maxPerTarget, capacity: asked.capacity },
    ...{ allowed: allowance, perGroup: groups },
  }
  return [...RELAXATION_ORDER, ...RULES].filter((name) => (said[name] ?? null) !== null)
}

/** As if only these had been asked. */
function only(task: Task, names: readonly Name[]): [Task, Demands] {
  const { asked, targets, strategy } = task
  const { capacity, ...plain } = asked
  const most = strategy === 'one_to_one' ? 1 : Number.POSITIVE_INFINITY
  // A capacity has bounds of its own, so the others are left out before it is read.
  const { minPerTarget, maxPerTarget, ...others } = names.includes('capacity') ? asked : plain
  const bounds = readBounds(
    targets,
    {
      ...others,
      ...(names.includes('minPerTarget') && minPerTarget !== undefined ? { minPerTarget } : {}),
      ...(names.includes('maxPerTarget') && maxPerTarget !== undefined ? { maxPerTarget } : {}),
    },
    most,
  )
  const own = {
    ...{ ...task, bounds },
    allowance: names.includes('allowed') ? task.allowance : null,
    groups: names.includes('perGroup') ? task.groups : null,
    cells: names.includes('dateDistribution') || names.includes('categoryBalance') ? task.cells : null,
  }
  const gone = (['totalItems', 'dateDistribution', 'categoryBalance'] as const).filter((name) => !names.includes(name))
  return [own, gone.reduce(without, allDemands(task))]
}
