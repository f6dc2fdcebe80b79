/** What tests need of supa-seed: `supa-seed/test`. Databases and drivers are loaded when they are first asked for. */

export { DatabaseError } from './model/database.ts'
export { SeedError } from './model/seed-error.ts'
export {
  type SeedAdapter,
  type SeedAdapterOptions,
  type SeedContext,
  seedAdapter,
} from './run/testing/adapters/seed-adapter.ts'
export { type SignInOptions, signedInState } from './run/testing/browser/signed-in-state.ts'
export type { StorageState, StoredCookie } from './run/testing/browser/storage-state.ts'
export type { Asked } from './run/testing/database/asked.ts'
export { seedTestDatabase } from './run/testing/database/seed-test-database.ts'
export type { TestDatabase, Who } from './run/testing/database/test-database.ts'
export type { TestDatabaseOptions } from './run/testing/database/test-options.ts'
export type { Handles, HandleUser, LooseHandles } from './run/testing/handles/handle-types.ts'
export { handles } from './run/testing/handles/handles.ts'
export { type LoadHandlesOptions, loadHandles } from './run/testing/handles/load-handles.ts'
