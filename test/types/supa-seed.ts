/** Compiled, never run: what callers of the library see. `tsc` fails where an expected error is missing. */
import { type ConfigInput, defineConfig, plan, supaSeed } from '../../src/index.ts'

interface Database {
  public: { Tables: { posts: { Row: { id: string; title: string } } } }
}

declare const settings: ConfigInput

export const calls = [
  () => supaSeed(),
  () => supaSeed({}),
  () => supaSeed(undefined, { cwd: '/app' }),
  () => supaSeed({ users: 10, posts: 50 }),
  () => supaSeed({ users: 10, 'crm.orders': 5, seed: 'demo', tables: { logs: { perParent: { max: 3 } } } }),
  () => supaSeed(settings),
  () => supaSeed({ ...settings, users: 10 }),
  () => supaSeed(defineConfig({ tables: { users: 10 } })),
  () => supaSeed(defineConfig<Database>({ schemas: ['public'], tables: { posts: 10 } })),

  // @ts-expect-error a bare table takes a number
  () => supaSeed({ users: '10' }),

  // @ts-expect-error a setting that does not exist, and is no number of rows
  () => supaSeed({ tabels: {} }),

  // @ts-expect-error settings are still checked beside bare tables
  () => supaSeed({ users: 10, rows: '5' }),

  // @ts-expect-error and inside
  () => supaSeed({ users: 10, tables: { posts: { cuont: 5 } } }),

  // @ts-expect-error only `supaSeed` takes bare tables
  () => plan({ posts: 10 }),
]
