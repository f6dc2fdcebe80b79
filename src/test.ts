/** What tests need of supa-seed: `supa-seed/test`. Databases and drivers are loaded when they are first asked for. */
export { SeedError } from './model/seed-error.ts'
export type { Handles, HandleUser, LooseHandles } from './run/testing/handles/handle-types.ts'
export { handles } from './run/testing/handles/handles.ts'
export { type LoadHandlesOptions, loadHandles } from './run/testing/handles/load-handles.ts'
