import { z } from 'zod'
import { setting } from '../setting.ts'
import { type ValueInput, value } from './values.ts'

/** A row as far as it matters: the other columns get what they would get anyway. */
const row: z.ZodType<Readonly<Record<string, ValueInput>>, Readonly<Record<string, ValueInput>>> = z.record(
  z.string(),
  value,
)

/** Rows that are written as they stand. */
export const given = {
  fixtures: setting(z.record(z.string().min(1), z.record(z.string().min(1), row)), {
    description: 'Rows that are given, by table and handle; { $ref: handle } is the key of another one',
    examples: [{ posts: { welcome: { title: 'Welcome', author_id: { $ref: 'alice' } } } }],
    group: 'Contents',
    otherwise: 'none',
  }),
  phases: setting(
    z.array(z.strictObject({ name: z.string().min(1), tables: z.array(z.string().min(1)).min(1) })).min(1),
    {
      description: 'The order in which tables are filled, in steps of your own: [{ name, tables }]',
      examples: [[{ name: 'people', tables: ['auth.users', 'profiles'] }]],
      group: 'Scope',
      otherwise: 'parents before children',
    },
  ),
}
