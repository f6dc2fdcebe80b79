import { z } from 'zod'
import { setting } from '../setting.ts'
import { assetReading } from './asset-reading.ts'
import { problem } from './columns.ts'
import { assetMapping } from './mapping.ts'
import { selection } from './selection.ts'

/** The rule of Supabase Storage, 1 to 100 characters; no slash. */
const BUCKET_NAME = /^[\w !.*'()&$@=;:+,?-]{1,100}$/

const pattern = z.string().min(1)

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

/** What Supabase Storage takes as the name of a bucket. */
const bucketName = z
  .string()
  .regex(BUCKET_NAME, "letters, digits, blanks and !-_.*'()&$@=;:+,? (1 to 100 of them)")
  // It is the name of a folder as well.
  .regex(/[^.]/, 'a name that is not dots alone')

const bucket = z.strictObject({
  name: bucketName.meta({ description: 'Its name', examples: ['gear-images'], group: 'Contents' }),
  public: setting(z.boolean(), {
    description: 'Whether everybody may read it, where it is made',
    examples: [true],
    group: 'Contents',
    default: false,
  }),
  fileSizeLimit: setting(
    z.union([z.int().positive(), z.string().regex(/^\d+(\.\d+)? *[kmg]i?b$/i, 'bytes, or a size as 5MB')]),
    {
      description: 'The largest file that it takes, where it is made',
      examples: ['5MB', 1048576],
      group: 'Contents',
      otherwise: 'what the project allows',
    },
  ),
  allowedMimeTypes: setting(z.array(z.string().regex(/^[\w.+-]+\/([\w.+-]+|\*)$/, 'a media type, as image/*')).min(1), {
    description: 'The media types that it takes, where it is made',
    examples: [['image/*']],
    group: 'Contents',
    otherwise: 'all',
  }),
  folder: setting(z.string().regex(/^[\w-]+(\/[\w-]+)*$/, 'folders in plain letters, as seed/gear'), {
    description: 'The folder inside of the bucket',
    examples: ['gear'],
    group: 'Contents',
    otherwise: 'its root',
  }),
})

const onMissing = z.enum(['error', 'null', 'create', 'skip'])

const reference = z.union([
  onMissing,
  z.strictObject({ by: z.string().min(1).optional(), onMissing: onMissing.optional() }),
])

const pool = z.strictObject({
  path: patterns.meta({
    description: 'Globs, from the folder of the configuration; those that begin with ! take files away',
    examples: ['./content/posts/*.md', ['./content/**/*.md', '!./content/drafts/**']],
    group: 'Contents',
  }),
  table: setting(z.union([z.string().min(1), z.literal(false)]), {
    description: 'The table whose rows the items become; false: none, other pools draw from it',
    examples: ['posts'],
    group: 'Contents',
    otherwise: 'the one with the name of the pool',
  }),
  ...assetReading,
  selection: setting(selection, {
    description: 'Which of the items become rows: { strategy, count, filter, where, tags, dateRange, manual, weights }',
    examples: [
      { strategy: 'random', count: 20 },
      { tags: ['sand'], dateRange: { from: '6 months ago' } },
    ],
    group: 'Contents',
    otherwise: 'all',
  }),
  upload: setting(z.enum(['supabase_storage', 'objects_path']), {
    description:
      'Where the files themselves go: supabase_storage through the Storage API, objects_path into a folder that supabase seed buckets takes',
    examples: ['supabase_storage'],
    group: 'Contents',
    otherwise: 'nowhere: only rows are made',
  }),
  bucket: setting(z.union([bucketName, bucket]), {
    description: 'The bucket for the files: a name, or { name, public, fileSizeLimit, allowedMimeTypes, folder }',
    examples: [
      'gear-images',
      { name: 'gear-images', public: true, fileSizeLimit: '5MB', allowedMimeTypes: ['image/*'] },
    ],
    group: 'Contents',
    otherwise: 'one with the name of the pool, private, without limits of its own',
  }),
  owner: setting(z.string().min(1), {
    description: 'The column of the row whose user owns the file',
    examples: ['user_id'],
    group: 'Contents',
    otherwise: 'the one column that leads to auth.users, where there is one',
  }),
  ...assetMapping,
  references: setting(z.record(z.string().min(1), reference), {
    description: 'Fields that name rows of other tables: by which column, and what becomes of one that is not there',
    examples: [{ author_id: { by: 'email', onMissing: 'create' }, tags: 'create' }],
    group: 'Contents',
    otherwise: 'whatever names the row; one that is not there is an error',
  }),
})

const INSIDE = 'a path below the folder of the configuration, as ./content/*.md (or allowOutside: true)'

/** Content is read from the folder of the configuration and below: nothing absolute, nothing that climbs out. */
function leadsOut(pattern: string): boolean {
  const path = pattern.replace(/^!/, '')
  return /^(?:[/\\~]|[a-z]:)/i.test(path) || path.split(/[/\\{},()|]/).includes('..')
}

const poolInside = pool.check(({ value, issues }) => {
  if (value.allowOutside === true) return
  for (const [i, one] of [value.path].flat().entries())
    if (leadsOut(one)) issues.push(problem(Array.isArray(value.path) ? ['path', i] : ['path'], one, INSIDE, one))
})

/** The user's own content. */
export const assets = {
  assetPools: setting(z.record(z.string().min(1), poolInside), {
    description:
      'Your own content (markdown, JSON, CSV, text, images) that becomes rows: { path, table, fields } by name',
    examples: [{ posts: { path: './content/posts/*.md', table: 'posts', fields: { title: 'frontmatter.title' } } }],
    group: 'Contents',
    otherwise: 'none',
  }),
}
