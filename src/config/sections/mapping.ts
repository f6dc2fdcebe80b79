import { z } from 'zod'
import { callable } from '../callable.ts'
import { setting } from '../setting.ts'

const group = 'Contents'

const expressions = z.record(z.string().min(1), z.string().min(1))

/** What columns get of an item. */
export const assetMapping = {
  fields: setting(expressions, {
    description: 'Column by column what it gets: an expression of the mapping language',
    examples: [{ title: 'frontmatter.title', slug: 'slugify(frontmatter.title)' }],
    group,
    otherwise: 'by name and meaning',
  }),
  fallbacks: setting(expressions, {
    description: 'Column by column what it gets where an item says nothing for it: an expression as well',
    examples: [{ title: 'faker.lorem.sentence()', content: 'faker.lorem.paragraphs(3)' }],
    group,
    otherwise: 'what the column would get without the pool',
  }),
  merge: setting(z.literal('with_generated'), {
    description:
      'with_generated: rows are made beside those of the items, up to what the table would have without them',
    examples: ['with_generated'],
    group,
    otherwise: 'as many rows as items, or as tables.….count says',
  }),
  priority: setting(z.int(), {
    description: 'Of several pools of one table the one with the highest number gets its rows first',
    examples: [10],
    group,
    default: 0,
  }),
}

/** What functions of the configuration are given and give back: plain data, and dates. */
export type MappingValue =
  | string
  | number
  | boolean
  | null
  | Date
  | readonly MappingValue[]
  | { readonly [key: string]: MappingValue }

/** Looser than a property of function type, so that `(text: string) => …` is one as well. */
export type MappingFunction = { call(...given: MappingValue[]): MappingValue | undefined | bigint }['call']

/** Functions of the user's own. */
export const functions = {
  functions: setting(
    z.record(z.string().regex(/^[a-z_]\w{0,62}$/i, 'letters, digits and underscores'), callable<MappingFunction>()),
    {
      description:
        'Functions of your own for the mapping language (TypeScript and JavaScript): the same for the same arguments',
      examples: [],
      group,
      otherwise: 'none',
    },
  ),
}
