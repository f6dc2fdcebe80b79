import { z } from 'zod'
import { setting } from '../setting.ts'
import { problem } from './columns.ts'

const db = z
  .strictObject({
    url: setting(z.string().regex(/^postgres(ql)?:\/\//, 'a URL that begins with postgres://'), {
      description: 'The database to write to, as a postgres:// URL',
      examples: ['postgres://postgres:postgres@127.0.0.1:54322/postgres'],
      group: 'Database',
      flag: '--db-url',
      argument: '<url>',
      otherwise: 'SUPABASE_DB_URL, the local Supabase stack, then DATABASE_URL and its like',
    }),
    embedded: setting(z.union([z.string().min(1), z.literal(true)]), {
      description: 'An embedded database (PGlite) in this folder, by default .supa-seed/embedded; memory keeps nothing',
      examples: ['.supa-seed/embedded', 'memory'],
      group: 'Database',
      flag: '--embedded',
      argument: '[folder]',
      otherwise: 'not used',
    }),
  })
  .check(({ value, issues }) => {
    if (value.url !== undefined && value.embedded !== undefined)
      issues.push(problem([], 'url and embedded', 'either url or embedded', 'both'))
  })

/** Where the database is. */
export const database = {
  db: setting(db, {
    description: 'Where the database is: { url } or { embedded: folder }',
    examples: [{ url: 'postgres://postgres:postgres@127.0.0.1:54322/postgres' }, { embedded: '.supa-seed/embedded' }],
    group: 'Database',
    otherwise: 'found by environment and project',
  }),
}
