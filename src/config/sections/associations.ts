import { z } from 'zod'
import type { AssociatedRow } from '../../model/allotting/association-wish.ts'
import { callable } from '../callable.ts'
import { setting } from '../setting.ts'
import { where } from './selection.ts'
import { count, share } from './values.ts'

const name = z.string().min(1)
const weight = z.number().min(0).max(1e15)
const filter = z.union([where, callable<(row: AssociatedRow) => unknown>()])
const weights = z.union([
  name,
  z.array(weight).min(1),
  z.strictObject({ by: name, values: z.record(z.string(), weight), others: weight.optional() }),
  callable<(row: AssociatedRow, index: number) => number>(),
])

const bounds = { min: count.optional(), max: count.optional() }

/** What the target says under this name. */
const member = z.strictObject({ target: name })
const operand = z.union([z.string(), z.number(), z.boolean(), z.null(), z.date(), member])
const several = z.union([z.array(operand).min(1), member])
const text = z.union([z.string(), member])

/** Where an item may go, by data. */
const condition = z
  .strictObject({
    item: name.optional(),
    target: name.optional(),
    equals: operand.optional(),
    not: operand.optional(),
    in: several.optional(),
    notIn: several.optional(),
    gt: operand.optional(),
    gte: operand.optional(),
    lt: operand.optional(),
    lte: operand.optional(),
    contains: operand.optional(),
    startsWith: text.optional(),
    endsWith: text.optional(),
    exists: z.boolean().optional(),
  })
  .refine(({ item, target }) => (item === undefined) !== (target === undefined), 'item, or target')

const group = z.union([
  name,
  z.strictObject({ day: name }),
  z.strictObject({ month: name }),
  z.strictObject({ year: name }),
  callable<(item: AssociatedRow) => string | null>(),
])

const bound = z.union([count, name])
const capacity = z.union([
  bound,
  z.strictObject({ min: bound.optional(), max: bound.optional() }),
  callable<(target: AssociatedRow, index: number) => number | { readonly min?: number; readonly max?: number }>(),
])

const constraints = z.strictObject({
  ...bounds,
  minPerTarget: count.optional(),
  maxPerTarget: count.optional(),
  totalItems: count.optional(),
  capacity: capacity.optional(),
  uniqueness: z.enum(['item', 'pair']).optional(),
  categoryBalance: z.record(z.string(), z.strictObject({ min: share.optional(), max: share.optional() })).optional(),
  categoryOf: z.union([name, callable<(item: AssociatedRow) => string | null>()]).optional(),
  dateDistribution: z
    .strictObject({
      recentWeight: weight,
      oldWeight: weight,
      cutoff: z.union([name, z.number(), z.date()]).optional(),
    })
    .optional(),
  dateOf: z.union([name, callable<(item: AssociatedRow) => string | number | Date | null>()]).optional(),
  allowed: z
    .union([z.array(condition).min(1), callable<(item: AssociatedRow, target: AssociatedRow) => boolean>()])
    .optional(),
  perGroup: z.strictObject({ of: group, max: count.min(1) }).optional(),
})

const RELAXABLE = ['totalItems', 'dateDistribution', 'categoryBalance', 'minPerTarget', 'maxPerTarget'] as const

const association = z
  .strictObject({
    name,
    source: z
      .union([name, z.strictObject({ pool: name.optional(), table: name.optional(), filter: filter.optional() })])
      .optional(),
    target: z
      .union([
        name,
        z.strictObject({
          table: name.optional(),
          count: count.min(1).optional(),
          filter: filter.optional(),
          type: name.optional(),
        }),
      ])
      .optional(),
    strategy: z.enum(['random', 'weighted_random', 'round_robin', 'even_spread', 'one_to_one', 'custom']).optional(),
    weights: weights.optional(),
    itemWeights: weights.optional(),
    ...bounds,
    constraints: constraints.optional(),
    onConflict: z.enum(['relax', 'error', 'partial']).optional(),
    onShortage: z.enum(['relax', 'synthesize', 'error']).optional(),
    relaxationOrder: z.array(z.enum(RELAXABLE)).optional(),
    via: z.union([name, z.strictObject({ table: name, source: name, target: name })]).optional(),
    custom: callable<(given: never) => readonly (number | null)[]>().optional(),
  })
  .refine(
    (said) => said.strategy !== 'custom' || said.custom !== undefined,
    'custom beside the strategy custom: a function that shares out',
  )

/** What is shared out among what: allocations that become foreign keys. */
export const associations = {
  associations: setting(
    z.array(association).refine((all) => new Set(all.map((one) => one.name)).size === all.length, 'names that differ'),
    {
      description: 'What is shared out among what: [{ name, source, target, strategy, constraints, via }]',
      examples: [[{ name: 'gear_to_setups', strategy: 'random', constraints: { min: 3, max: 15 } }]],
      group: 'Contents',
      otherwise: 'none',
    },
  ),
}
