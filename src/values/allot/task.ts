import type { AllotConstraints, DistributeOptions, Relaxable } from '../../model/allotting/allotment.ts'
import { SeedError } from '../../model/seed-error.ts'
import { type Allowance, readAllowance } from './allowance.ts'
import { type Bounds, readBounds } from './bounds.ts'
import { type Cells, readCells } from './cells.ts'
import { type Groups, readGroups } from './groups.ts'
import type { Names } from './match.ts'
import { labelOf, namesOf } from './names-of.ts'
import { readCount } from './read-count.ts'
import { refuse, tooLarge } from './refuse.ts'
import { RELAXATION_ORDER } from './relaxation-order.ts'
import { weightsOf } from './weights-of.ts'

const STRATEGIES = ['random', 'weighted_random', 'round_robin', 'even_spread', 'one_to_one', 'custom'] as const
/** Items that are made, and numbers of a place in the ring, end here. */
const MOST_ITEMS = 4_000_000

export type Options = DistributeOptions<never, never> & {
  /** What a target is called in reasons, where that is not what it is known by. */
  readonly spell?: (target: never) => string
}

/** What was asked, read and checked. */
export interface Task {
  readonly items: readonly never[]
  readonly targets: readonly never[]
  readonly made: readonly never[]
  readonly names: Names
  readonly strategy: (typeof STRATEGIES)[number]
  readonly seed: string
  readonly asked: AllotConstraints<never, never>
  readonly pairs: boolean
  readonly bounds: Bounds
  readonly cells: Cells | null
  readonly allowance: Allowance | null
  readonly groups: Groups | null
  readonly total: number | null
  readonly weights: Float64Array | null
  readonly onConflict: 'relax' | 'error' | 'partial'
  readonly order: readonly Relaxable[]
  readonly labelOf: (target: number) => string
}

/** @throws SeedError `allot-invalid`, `allot-too-large`, `allot-shortage` */
export function readTask(options: Options, now: number): Task {
  const { items: given, targets, constraints: asked = {}, onConflict = 'relax', strategy = 'even_spread' } = options
  if (!Array.isArray(given)) refuse('items', 'a list', given)
  if (!Array.isArray(targets)) refuse('targets', 'a list', targets)
  oneOf('strategy', strategy, STRATEGIES)
  oneOf('onConflict', onConflict, ['relax', 'error', 'partial'])
  oneOf('constraints.uniqueness', asked.uniqueness ?? 'item', ['item', 'pair'])
  for (const name of options.relaxationOrder ?? []) oneOf('relaxationOrder', name, RELAXATION_ORDER)
  const seed = String(options.seed ?? 'supa-seed')
  const total = readCount('totalItems', asked.totalItems) ?? null
  const bounds = readBounds(targets, asked, strategy === 'one_to_one' ? 1 : Number.POSITIVE_INFINITY)
  const pairs = asked.uniqueness === 'pair'
  const made = madeItems(options, bounds, total, pairs)
  const items = made.length === 0 ? given : [...given, ...made]
  if (items.length > MOST_ITEMS)
    tooLarge(`${items.length} items are more than ${MOST_ITEMS}.`, 'Share them out in parts.')
  const names = { items: namesOf(items, options.keyOf), targets: namesOf(targets, options.keyOf) }
  const law = options.weights ?? (strategy === 'weighted_random' ? 'long_tail' : null)
  return {
    ...{ items, targets, made, names, strategy, seed, asked, pairs, bounds, total, onConflict },
    cells: readCells(items, asked, now),
    allowance: readAllowance(asked.allowed, now),
    groups: readGroups(items, asked.perGroup),
    weights:
      law === null || strategy !== 'weighted_random' ? null : weightsOf('weights', law, targets, names.targets, seed),
    order: options.relaxationOrder ?? RELAXATION_ORDER,
    labelOf: (target) => labelOf(targets[target], target, options.spell ?? options.keyOf),
  }
}

function oneOf(option: string, said: unknown, known: readonly string[]): void {
  if (!known.includes(said as string)) refuse(option, `one of ${known.join(', ')}`, said)
}

/** Items are made up to what the targets must have, where one would be left without any otherwise. */
function madeItems(options: Options, { lower }: Bounds, total: number | null, pairs: boolean): never[] {
  const there = options.items.length
  const { onShortage, synthesize } = options
  oneOf('onShortage', onShortage ?? 'relax', ['relax', 'synthesize', 'error'])
  const needed = pairs ? lower.reduce((most, one) => Math.max(most, one), 0) : lower.reduce((sum, one) => sum + one, 0)
  const empty = pairs ? 1 : lower.reduce((sum, one) => sum + (one > 0 ? 1 : 0), 0)
  const wanted = onShortage === 'synthesize' && !pairs ? Math.max(needed, total ?? 0) : needed
  const missing = wanted - there
  if (missing <= 0 || onShortage === 'relax') return []
  if (onShortage === 'error')
    throw new SeedError({
      code: 'allot-shortage',
      message: `${needed} items are needed, and ${there} are there.`,
      expected: `${needed} items`,
      found: `${there} items`,
      next: "Give more items, lower minPerTarget, or say onShortage: 'relax' or 'synthesize'.",
    })
  if (onShortage === 'synthesize' && synthesize === undefined)
    refuse('synthesize', 'a function that makes an item', undefined, 'Give synthesize: (index) => item.')
  if (synthesize === undefined || (onShortage === undefined && there >= empty)) return []
  if (wanted > MOST_ITEMS)
    tooLarge(`${missing} items would have to be made.`, 'Lower minPerTarget or totalItems, or give fewer targets.')
  return Array.from({ length: missing }, (_, k) => synthesize(there + k))
}
