import { z } from 'zod'
import { setting } from '../setting.ts'
import { column, problem } from './columns.ts'
import { locale } from './locales.ts'
import { count } from './values.ts'

const perParent = z.union([
  count,
  z.strictObject({ min: count.optional(), max: count.optional() }).check(({ value: { min, max }, issues }) => {
    if (min !== undefined && max !== undefined && min > max)
      issues.push(problem(['min'], min, `at most max (${max})`, `${min}`))
  }),
])

const parts = z.strictObject({
  count: setting(count, {
    description: 'Rows that supa-seed owns in the table',
    examples: [500],
    group: 'Contents',
    otherwise: 'a number that suits its relations',
  }),
  total: setting(count, {
    description: 'Rows that the table holds in the end, those of others included; instead of count',
    examples: [100],
    group: 'Contents',
    otherwise: 'what is there does not count',
  }),
  perParent: setting(perParent, {
    description: 'Children for each parent, exactly or between bounds',
    examples: [3, { min: 0, max: 10 }],
    group: 'Contents',
    otherwise: 'few have many, as in life',
  }),
  locale: setting(locale, {
    description: 'Languages and countries of its names and places, instead of those of all tables',
    examples: ['fr', { fr: 1, nl: 1 }],
    group: 'Contents',
    otherwise: 'as locale says',
  }),
  columns: setting(z.record(z.string(), column), {
    description:
      'What to put into columns: a value, { oneOf }, { shape }, { expression }, { min, max }, { nulls } or "leave"',
    examples: [{ status: { oneOf: ['draft', 'published'], weights: [1, 4] }, rating: { min: 1, max: 5 } }],
    group: 'Contents',
    otherwise: 'what suits the type and the name of the column',
  }),
})

export const table = parts.check(({ value, issues }) => {
  if (value.count !== undefined && value.total !== undefined)
    issues.push(problem([], 'count and total', 'either count (rows of ours) or total (all rows)', 'both'))
})

/** Settings by table. */
export const tables = {
  tables: setting(z.record(z.string().min(1), z.union([count, table])), {
    description: 'Rows for each table, by name: a number, or { count, total, perParent, locale, columns }',
    examples: [{ posts: 50, 'crm.orders': { count: 1000 } }],
    group: 'Contents',
    otherwise: 'every empty table',
  }),
}
