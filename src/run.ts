/** The story, one function for each command: the only place (with `run/`) that knows every room. */
export { runCleanup, runReset, runStatus } from './run/keep.ts'
export { runPlan, runSeed, type SeedOptions } from './run/seed.ts'
export type { RunOptions } from './run/session.ts'
