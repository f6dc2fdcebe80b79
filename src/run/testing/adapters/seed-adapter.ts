import type { WithFixtures } from '../handles/handle-types.ts'

/** Where `pgsql-test` and `supabase-test` have made a database, as far as it matters. */
export interface SeedContext {
  readonly config: {
    readonly host?: string | undefined
    readonly port?: number | string | undefined
    readonly user?: string | undefined
    readonly password?: string | undefined
    readonly database: string
  }
}

/** A seed adapter of `pgsql-test` and `supabase-test`. */
export interface SeedAdapter {
  seed(context: SeedContext): Promise<void>
}

/** What `seedAdapter` may be told. */
export interface SeedAdapterOptions {
  /** A configuration, or the path of one from `cwd`; default: the nearest file. */
  readonly config?: WithFixtures | string
  /** Default the working directory. */
  readonly cwd?: string
}

/**
 * Seeds a database that `pgsql-test` or `supabase-test` has made and that has its tables by then: `getConnections({}, [seed.sqlfile([…]), seedAdapter({ config })])`.
 * It connects as the owner. @throws SeedError as `seed` does
 */
export const seedAdapter = (options: SeedAdapterOptions = {}): SeedAdapter => ({
  seed: async ({ config }) => {
    const { seedAt } = await import('./seed-at.ts')
    await seedAt(urlOf(config), options)
  },
})

function urlOf({
  host = 'localhost',
  port = 5432,
  user = 'postgres',
  password,
  database,
}: SeedContext['config']): string {
  const who = `${encodeURIComponent(user)}${password === undefined ? '' : `:${encodeURIComponent(password)}`}`
  const isSocket = host.startsWith('/')
  const where = isSocket ? '' : `${host.includes(':') ? `[${host}]` : host}:${port}`
  const query = isSocket ? `?host=${encodeURIComponent(host)}&port=${port}` : ''
  return `postgres://${who}@${where}/${encodeURIComponent(database)}${query}`
}
