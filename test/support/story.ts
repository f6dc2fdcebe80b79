import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gatherConfig } from '../../src/config/gather-config.ts'
import type { Database } from '../../src/model/database.ts'
import type { Plan } from '../../src/model/plan.ts'
import type { Preview } from '../../src/model/reports/preview.ts'
import type { CleanupReport, Report, ResetReport, VerifyReport } from '../../src/model/reports/report.ts'
import { cleanupSession, resetSession } from '../../src/run/keep.ts'
import { planSession, seedSession } from '../../src/run/seed.ts'
import { overDatabase, type Session } from '../../src/run/session.ts'
import { verifySession } from '../../src/run/verify.ts'
import { atFileEnd } from './file-end.ts'

/** Noon of a day that does not move, so that values can be compared over runs. */
const TODAY = Date.UTC(2026, 0, 15, 12)

const folders: string[] = []
atFileEnd(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A project folder of one's own. */
export function projectFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'supa-seed-story-'))
  folders.push(folder)
  return folder
}

/** A configuration as in a file, over an open database. `root` is where `.supa-seed/` lies. */
async function story<Result>(
  db: Database,
  input: unknown,
  root: string,
  work: (session: Session) => Promise<Result>,
  write = true,
  env: Readonly<Record<string, string>> = {},
  signal?: AbortSignal,
): Promise<Result> {
  const config = await gatherConfig({ cwd: root, env: {}, flags: {}, today: TODAY, input })
  return overDatabase(
    db,
    { ...config, root },
    { write, signal, around: { where: { starts: [root], cwd: root }, env, allowed: [] } },
    work,
  )
}

export const seedStory = (
  db: Database,
  input: unknown,
  root: string,
  options: Parameters<typeof seedSession>[1] & { readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Report> =>
  story(db, input, root, (session) => seedSession(session, options), true, options.env, options.signal)

type PlanStory<Result> = (
  db: Database,
  input: unknown,
  root: string,
  options?: Parameters<typeof planSession>[1],
) => Promise<Result>

const planned: PlanStory<{ plan: Plan; preview: Preview }> = (db, input, root, options = {}) =>
  story(db, input, root, (session) => planSession(session, options), false)

export const planStory: PlanStory<Plan> = async (...call) => (await planned(...call)).plan

export const previewStory: PlanStory<Preview> = async (...call) => (await planned(...call)).preview

export const cleanupStory = (
  db: Database,
  input: unknown,
  root: string,
  env?: Readonly<Record<string, string>>,
): Promise<CleanupReport> => story(db, input, root, cleanupSession, true, env)

export const resetStory = (db: Database, input: unknown, root: string): Promise<ResetReport> =>
  story(db, input, root, resetSession)

export const verifyStory = (db: Database, input: unknown, root: string): Promise<VerifyReport> =>
  story(db, input, root, (session) => verifySession(session), false)
