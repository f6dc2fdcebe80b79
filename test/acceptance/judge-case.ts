import { expect } from 'vitest'
import type { Plan } from '../../src/model/plan.ts'
import { SeedError } from '../../src/model/seed-error.ts'
import { freshDatabase, type ServerName, type TestDatabase } from '../support/database.ts'
import { planStory, projectFolder, seedStory } from '../support/story.ts'
import type { Case } from './cases.ts'

/** Runs a case on a database of its own. */
export async function judgeCase(server: ServerName, one: Case): Promise<void> {
  const database = await freshDatabase(server, one.given)
  try {
    await judge(database, one)
  } finally {
    await database.drop()
  }
}

async function judge(database: TestDatabase, one: Case): Promise<void> {
  const { db } = database
  const root = projectFolder()
  const asking = one.asking ?? { rows: 20 }
  if (one.refuses !== undefined) {
    expect(await refusalOf(seedStory(db, asking, root))).toBe(one.refuses)
  } else {
    // Seeding plans as well: a plan of its own is made where a case says what is in it.
    if (one.plans ?? one.finds ?? one.leaves) expectPlan(await planStory(db, asking, root), one)
    const report = await seedStory(db, asking, root)
    expect(report.errors).toEqual([])
    expect(report.ok).toBe(true)
    const again = await seedStory(db, asking, root)
    expect(again.tables.filter((table) => table.inserted + table.updated > 0)).toEqual([])
    expect(again.warnings.filter((found) => found.code === 'recipe-changed')).toEqual([])
  }
  for (const fact of one.holds) expect(Object.values((await database.raw(fact))[0] ?? {}), fact).toEqual([true])
}

function expectPlan(plan: Plan, one: Case): void {
  const steps = plan.stages
    .flatMap((stage) => stage.steps)
    .flatMap((step) => {
      if ('table' in step) return [`${step.kind} ${step.table}`]
      return step.kind === 'copy-together' || step.kind === 'insert-together'
        ? [`${step.kind} ${step.tables.join('+')}`]
        : []
    })
  if (one.plans !== undefined) expect(steps).toEqual(one.plans)
  for (const code of one.finds ?? []) expect(plan.findings.map((found) => found.code)).toContain(code)
  if (one.leaves !== undefined)
    expect(plan.left.map((left) => left.table)).toEqual(expect.arrayContaining([...one.leaves]))
}

async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
  } catch (error) {
    if (error instanceof SeedError) return error.code
    throw error
  }
  return 'nothing was refused'
}
