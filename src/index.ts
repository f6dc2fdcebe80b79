import type { BareConfig } from './config/bare-config.ts'
import type { ConfigInput } from './config/schema.ts'
import type { Plan } from './model/plan.ts'
import type { DetectReport } from './model/reports/detect-report.ts'
import type { ExportFormat, ExportReport } from './model/reports/export-report.ts'
import type { Preview } from './model/reports/preview.ts'
import type {
  CleanupReport,
  Progress,
  Report,
  ResetReport,
  StatusReport,
  VerifyReport,
} from './model/reports/report.ts'
import { productionRefused } from './report/production-refused.ts'

export { ago, type MomentOptions } from './config/ago.ts'
export { ahead } from './config/ahead.ts'
export type { BareConfig } from './config/bare-config.ts'
export { defineConfig } from './config/define-config.ts'
export { ref } from './config/ref.ts'
export type { ConfigInput } from './config/schema.ts'
export type { FixtureGiven } from './config/sections/fixtures.ts'
export { sequence } from './config/sequence.ts'
export type {
  AllotComparison,
  AllotCondition,
  AllotOperand,
  AllotValue,
  TargetMember,
} from './model/allotting/allot-condition.ts'
export type {
  AllotConstraints,
  AllotProgress,
  Counted,
  DistributeOptions,
  Distribution,
  GroupMember,
  Relaxable,
  Relaxation,
  ShareBounds,
  Strategy,
  Unassigned,
  Unserved,
} from './model/allotting/allotment.ts'
export type { AssetItem } from './model/assets/asset-item.ts'
export type {
  AssetProblem,
  ImageAsset,
  JsonAsset,
  LoadedAssets,
  MarkdownAsset,
  ParsedAsset,
  RawAsset,
} from './model/assets/loaded-assets.ts'
export type { Finding, Level, Place } from './model/finding.ts'
export type { Moment } from './model/given/moment.ts'
export type { Plan, TablePlan } from './model/plan.ts'
export type { DetectReport, DetectReport as EnhancedSchemaInfo } from './model/reports/detect-report.ts'
export type { ExportedFile, ExportFormat, ExportReport } from './model/reports/export-report.ts'
export type { Preview } from './model/reports/preview.ts'
export type {
  Check,
  CleanupReport,
  Progress,
  Report,
  ResetReport,
  StatusReport,
  TableReport,
  VerifyReport,
} from './model/reports/report.ts'
export { SeedError } from './model/seed-error.ts'
export { renderReportPage } from './report/page/render-report-page.ts'
export { type AssociateOptions, associationEngine } from './run/allotting/association-engine.ts'
export { type AllotCall, distributionEngine } from './run/allotting/distribution-engine.ts'
export { assetLoader, type LoadOptions } from './run/loading/asset-loader.ts'

/** What a program may say besides the configuration. */
export interface CallOptions {
  /** Folder that paths and `.supa-seed/` belong to; default the working directory. */
  readonly cwd?: string
  /** Stops the work; what is on its way is rolled back. */
  readonly signal?: AbortSignal
  readonly onProgress?: (event: Progress) => void
}

/** What `supaSeed` may be told besides. */
export interface SeedCallOptions extends CallOptions {
  /** Set fixtures back that the application changed, in the columns that they say; default: they are told. */
  readonly restore?: boolean
}

/**
 * Fills the database; the library's `supa-seed seed`. Without a configuration the nearest `supa-seed.config.*` is read. Table names may stand
 * bare: `supaSeed({ users: 10, posts: 50 })`.
 * @returns what happened; `ok` is false when something that was promised is missing.
 * @throws SeedError with `code`, `place` and `next` when nothing could be written, or the database refused rows.
 */
export async function supaSeed<Name extends string = never>(
  config?: BareConfig<Name>,
  options: SeedCallOptions = {},
): Promise<Report> {
  const { runSeed } = await import('./run.ts')
  return runSeed({
    ...writing(config, options),
    ...(options.onProgress === undefined ? {} : { onProgress: options.onProgress }),
    ...(options.restore ? { restore: true } : {}),
  })
}

/** What `supaSeed` would do; nothing is written. @throws SeedError */
export async function plan(config?: ConfigInput, options: CallOptions = {}): Promise<{ plan: Plan; preview: Preview }> {
  const { runPlan } = await import('./run.ts')
  return runPlan(called(config, options))
}

/** What kind of schema it is; with `columns` also what every column means. Nothing is written. @throws SeedError */
export async function detect(
  config?: ConfigInput,
  options: CallOptions & { readonly columns?: boolean } = {},
): Promise<DetectReport> {
  const { runDetect } = await import('./run.ts')
  return runDetect({ ...called(config, options), columns: options.columns ?? false })
}

/** Which rows of supa-seed are there. @throws SeedError */
export async function status(config?: ConfigInput, options: CallOptions = {}): Promise<StatusReport> {
  const { runStatus } = await import('./run.ts')
  return runStatus(called(config, options))
}

/**
 * Holds what was promised against the database: rows, shares, foreign keys, sign-ins, what each user sees under row-level security, and that policies,
 * triggers, constraints and grants are as they were. Nothing is written.
 * @returns the checks; `ok` is false when one failed.
 * @throws SeedError `nothing-to-verify` where no rows of supa-seed are known.
 */
export async function verify(config?: ConfigInput, options: CallOptions = {}): Promise<VerifyReport> {
  const { runVerify } = await import('./run.ts')
  return runVerify(called(config, options))
}

/** Removes exactly what was seeded, in one transaction. @throws SeedError `rows-of-others` when rows of others hang on it. */
export async function cleanup(config?: ConfigInput, options: CallOptions = {}): Promise<CleanupReport> {
  const { runCleanup } = await import('./run.ts')
  return runCleanup(writing(config, options))
}

/** Restores the seeded rows in one transaction; `everything` empties the app's tables instead (local databases only). @throws SeedError */
export async function reset(
  config?: ConfigInput,
  options: CallOptions & { readonly everything?: boolean } = {},
): Promise<ResetReport> {
  const { runReset } = await import('./run.ts')
  return runReset({ ...writing(config, options), everything: options.everything ?? false })
}

/** What `exportSeeds` may be told besides. */
export interface ExportCallOptions extends CallOptions {
  /** Default `sql`. */
  readonly format?: ExportFormat
  /** Folder, relative to `cwd`; default `supabase/seeds` of the project for SQL, else `seeds`. */
  readonly out?: string
  /** Write nothing; `ok` is false when the files are not what would be written. */
  readonly check?: boolean
}

/**
 * Writes what `supaSeed` would write into files; the library's `supa-seed export`. Without `db` in the configuration, in a project with migrations, the rows
 * are made for an embedded database on which they were applied just now.
 * @throws SeedError `export-rows-there`, `export-file-taken`, `export-key-invented`
 */
export async function exportSeeds(config?: ConfigInput, options: ExportCallOptions = {}): Promise<ExportReport> {
  const { runExport } = await import('./run.ts')
  const { format, out, check } = options
  return runExport({
    ...called(config, options),
    ...(format === undefined ? {} : { format }),
    ...(out === undefined ? {} : { out }),
    ...(check === undefined ? {} : { check }),
  })
}

/** The configuration as JSON Schema (draft 2020-12), for editors and other tools. */
export async function configJsonSchema(): Promise<Record<string, unknown>> {
  const schema = await import('./config/json-schema.ts')
  return schema.configJsonSchema()
}

const called = (config: ConfigInput | undefined, options: CallOptions) => ({
  cwd: options.cwd ?? process.cwd(),
  env: process.env,
  flags: {},
  ...(config === undefined ? {} : { config }),
  ...(options.signal === undefined ? {} : { signal: options.signal }),
})

/** Nobody is there who could type the name of what is marked as production. */
const writing = (config: ConfigInput | undefined, options: CallOptions) => ({
  ...called(config, options),
  onStart: (_: unknown, __: unknown, production: string | null): void => {
    if (production !== null) throw productionRefused(production, 'a program')
  },
})
