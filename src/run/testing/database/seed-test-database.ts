import type { Handles, LooseHandles, WithFixtures } from '../handles/handle-types.ts'
import type { TestDatabase } from './test-database.ts'
import type { TestDatabaseOptions } from './test-options.ts'

/**
 * A PGlite with the Supabase-shaped base, the project's migrations and the rows of the configuration, for one test (`beforeEach`) or for a file
 * (`beforeAll`). The first call makes it, or finds it in `.supa-seed/cache/`; later ones take some milliseconds, as they get the same database again after a rollback.
 * @throws SeedError as `seed` does
 */
export async function seedTestDatabase<const Config extends WithFixtures>(
  options: TestDatabaseOptions<Config> & { readonly config: Config },
): Promise<TestDatabase<Handles<Config, true>>>
export async function seedTestDatabase(options?: TestDatabaseOptions<never>): Promise<TestDatabase<LooseHandles>>
export async function seedTestDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase<unknown>> {
  const { openTestDatabase } = await import('./open-test-database.ts')
  return openTestDatabase(options)
}
