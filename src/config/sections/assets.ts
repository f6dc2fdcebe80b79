import { z } from 'zod'
import { setting } from '../setting.ts'
import { problem } from './columns.ts'

/** Content is read from the folder of the configuration and below: nothing absolute, nothing that climbs out. */
const pattern = z
  .string()
  .min(1)
  .check(({ value, issues }) => {
    const path = value.replace(/^!/, '')
    if (/^(?:[/\\~]|[a-z]:)/i.test(path) || path.split(/[/\\{},()|]/).includes('..'))
      issues.push(problem([], value, 'a path below the folder of the configuration, as ./content/*.md', value))
  })

const patterns = z.union([
  pattern,
  z
    .array(pattern)
    .min(1)
    .check(({ value, issues }) => {
      if (value.length > 0 && value.every((one) => one.startsWith('!')))
        issues.push(problem([], value, 'a pattern that does not begin with !', value.join(', ')))
    }),
])

const pool = z.strictObject({
  path: patterns.meta({
    description: 'Globs, from the folder of the configuration; those that begin with ! take files away',
    examples: ['./content/posts/*.md', ['./content/**/*.md', '!./content/drafts/**']],
    group: 'Contents',
  }),
  table: setting(z.string().min(1), {
    description: 'The table whose rows the items become',
    examples: ['posts'],
    group: 'Contents',
    otherwise: 'the one with the name of the pool',
  }),
  fields: setting(z.record(z.string().min(1), z.string().min(1)), {
    description: 'Column by column what it gets: an expression of the mapping language',
    examples: [{ title: 'frontmatter.title', slug: 'slugify(frontmatter.title)' }],
    group: 'Contents',
    otherwise: 'by name and meaning',
  }),
})

/** The user's own content. */
export const assets = {
  assetPools: setting(z.record(z.string().min(1), pool), {
    description: 'Your own content (markdown, JSON, text, images) that becomes rows: { path, table, fields } by name',
    examples: [{ posts: { path: './content/posts/*.md', table: 'posts', fields: { title: 'frontmatter.title' } } }],
    group: 'Contents',
    otherwise: 'none',
  }),
}
