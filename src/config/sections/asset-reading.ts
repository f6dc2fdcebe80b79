import { z } from 'zod'
import { FIELD_TYPES } from '../../model/field-types.ts'
import { nearest } from '../../model/nearest.ts'
import { setting } from '../setting.ts'
import { problem } from './columns.ts'
import { value as anyValue } from './values.ts'

/** `date`, `string[]`, `number | string`. */
const fieldType = z.string().check(({ value, issues }) => {
  const unknown = value
    .split('|')
    .map((part) => part.trim().replace(/\[\]$/, ''))
    .find((name) => !FIELD_TYPES.some((known) => known === name))
  if (unknown === undefined) return
  const near = nearest(unknown, FIELD_TYPES)
  const expected = `${FIELD_TYPES.join(', ')}, each also with [] behind it, and several with | between`
  issues.push(
    problem([], value, near === null ? expected : `${expected} (did you mean ${near}?)`, unknown || 'nothing'),
  )
})

const names = z.array(z.string().min(1))

/** What a pool says of how its files are read. */
export const assetReading = {
  per: setting(z.enum(['file', 'line']), {
    description: 'Whether plain text (.txt) is an item for each file, or for each line that is not blank',
    examples: ['line'],
    group: 'Contents',
    default: 'file',
  }),
  delimiter: setting(z.enum([',', ';', '\t', '|']), {
    description: 'What stands between the fields of CSV files',
    examples: [';'],
    group: 'Contents',
    otherwise: 'found in each file',
  }),
  header: setting(z.boolean(), {
    description: 'Whether the first line of CSV files holds the names of the columns',
    examples: [false],
    group: 'Contents',
    default: true,
  }),
  columns: setting(
    z
      .array(z.string().min(1))
      .min(1)
      .check(({ value, issues }) => {
        const twice = value.find((name, i) => value.indexOf(name) !== i)
        if (twice !== undefined) issues.push(problem([], value, 'names that differ', twice))
      }),
    {
      description: 'Names for the columns of CSV files',
      examples: [['sku', 'name', 'price']],
      group: 'Contents',
      otherwise: 'those in the first line',
    },
  ),
  requiredFrontmatter: setting(names, {
    description: 'Fields that every item must have (front matter, JSON, YAML, CSV); dots lead into objects',
    examples: [['title', 'date']],
    group: 'Contents',
    otherwise: 'none',
  }),
  optionalFrontmatter: setting(names, {
    description: 'Fields that items may have; others are told, since they are mostly slips',
    examples: [['tags', 'category', 'author']],
    group: 'Contents',
    otherwise: 'any',
  }),
  validation: setting(z.record(z.string().min(1), z.union([fieldType, z.array(anyValue).min(1)])), {
    description: `What fields must be: ${FIELD_TYPES.join(', ')}, with [] for a list of them, or the values that they may have`,
    examples: [{ title: 'string', date: 'date', tags: 'string[]', status: ['draft', 'published'] }],
    group: 'Contents',
    otherwise: 'anything',
  }),
  schema: setting(z.union([z.string().min(1), z.record(z.string(), anyValue)]), {
    description: 'A JSON Schema (draft 2020-12 or 7) for every item, or the path of a file that holds one',
    examples: ['./schemas/gear.json', { type: 'object', required: ['name'] }],
    group: 'Contents',
    otherwise: 'none',
  }),
  strict: setting(z.boolean(), {
    description: 'Whether a file that cannot be used stops the run, instead of being passed over',
    examples: [true],
    group: 'Contents',
    default: false,
  }),
  allowOutside: setting(z.boolean(), {
    description: 'Whether files outside of the folder of the configuration may be read, also through links',
    examples: [true],
    group: 'Contents',
    default: false,
  }),
}
