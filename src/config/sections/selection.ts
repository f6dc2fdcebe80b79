import { z } from 'zod'
import type { AssetItem } from '../../model/assets/asset-item.ts'
import { callable } from '../callable.ts'
import { setting } from '../setting.ts'
import { count } from './values.ts'

const group = 'Contents'

/** A moment: an ISO date or instant, or one that is told from `now`. */
const moment = z.union([z.string().min(1), z.date()])

const names = z.array(z.string().min(1)).min(1)

const operand = z.union([z.string(), z.number(), z.boolean(), z.null(), z.date()])

/** What a value is held against; several hold at once. */
const comparison = z.strictObject({
  equals: operand.optional(),
  not: operand.optional(),
  in: z.array(operand).min(1).optional(),
  notIn: z.array(operand).min(1).optional(),
  gt: operand.optional(),
  gte: operand.optional(),
  lt: operand.optional(),
  lte: operand.optional(),
  contains: z.union([z.string(), z.number(), z.boolean()]).optional(),
  startsWith: z.string().optional(),
  endsWith: z.string().optional(),
  exists: z.boolean().optional(),
})

/** Places, and what must stand there. */
export const where = z.record(z.string().min(1), z.union([operand, z.array(operand).min(1), comparison]))

const tags = z.union([
  z.string().min(1),
  names,
  z.strictObject({ any: names.optional(), all: names.optional(), none: names.optional() }),
])

const weight = z.number().min(0)

const weights = z.union([
  z.string().min(1),
  z.strictObject({ by: z.string().min(1), values: z.record(z.string(), weight), others: weight.optional() }),
  callable<(item: AssetItem) => number>(),
])

const STRATEGIES = ['all', 'random', 'filtered', 'manual', 'weighted'] as const

/** What a strategy cannot do without: one of these. */
const NEEDS = {
  all: [],
  random: ['count'],
  filtered: ['filter', 'where', 'tags', 'dateRange'],
  manual: ['manual'],
  weighted: ['weights'],
} as const

/** Which items of a pool become rows. What is given holds at once: names, then conditions, then the draw. */
export const selection = z
  .strictObject({
    strategy: setting(z.enum(STRATEGIES), {
      description: 'Which items become rows: all, random, filtered, manual, weighted',
      examples: ['random'],
      group,
      otherwise: 'what the other members of selection say',
    }),
    count: setting(count.min(1), {
      description: 'So many of them, drawn by the seed',
      examples: [20],
      group,
      otherwise: 'all that are left',
    }),
    filter: setting(callable<(item: AssetItem) => unknown>(), {
      description: 'A function that says of each item whether it stays (TypeScript and JavaScript)',
      examples: [],
      group,
      otherwise: 'all stay',
    }),
    where: setting(where, {
      description: 'The same as data: expressions of the mapping language, and what they must be',
      examples: [{ 'frontmatter.category': ['van-life', 'backpacking'], 'frontmatter.date': { gte: '6 months ago' } }],
      group,
      otherwise: 'all stay',
    }),
    tags: setting(tags, {
      description: 'Tags of which an item has one (a list), or { any, all, none }',
      examples: [['sand', 'tyres'], { all: ['sand'], none: ['draft'] }],
      group,
      otherwise: 'all stay',
    }),
    dateRange: setting(
      z
        .strictObject({ from: moment.optional(), to: moment.optional(), field: z.string().min(1).optional() })
        .refine(({ from, to }) => from !== undefined || to !== undefined, 'from, to or both'),
      {
        description: 'When it was written: { from, to, field }; dates, or 6 months ago',
        examples: [{ from: '6 months ago' }, { from: '2024-01-01', to: '2024-12-31', field: 'frontmatter.updated' }],
        group,
        otherwise: 'all stay',
      },
    ),
    manual: setting(names, {
      description: 'Names, paths or globs of files, in the order in which they become rows',
      examples: [['intro.md', 'getting-started.md', 'guides/*.md']],
      group,
      otherwise: 'all stay, by path',
    }),
    weights: setting(weights, {
      description: 'Which items the draw likes better: a field, { by, values, others }, or a function',
      examples: ['frontmatter.weight', { by: 'frontmatter.category', values: { 'van-life': 3 }, others: 1 }],
      group,
      otherwise: 'all the same',
    }),
  })
  .refine((said) => said.weights === undefined || said.count !== undefined, 'count beside weights: so many are drawn')
  .check(({ value, issues }) => {
    const needs: readonly (keyof typeof value)[] = NEEDS[value.strategy ?? 'all']
    if (needs.length > 0 && needs.every((name) => value[name] === undefined))
      issues.push({
        code: 'custom',
        input: value,
        path: [],
        message: `${needs.join(', ')}${needs.length > 1 ? ' (one of them)' : ''} beside the strategy ${value.strategy}`,
      })
  })
