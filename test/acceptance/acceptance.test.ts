import { describe, expect, test } from 'vitest'
import type { Plan } from '../../src/model/plan.ts'
import { SeedError } from '../../src/model/seed-error.ts'
import { freshDatabase, servers, type TestDatabase } from '../support/database.ts'
import { planStory, projectFolder, seedStory } from '../support/story.ts'
import { acrossCases } from './across-cases.ts'
import { type Case, cases } from './cases.ts'
import { checksCases } from './checks-cases.ts'
import { classicCases } from './classic-cases.ts'
import { extensionTypesCases } from './extension-types-cases.ts'
import { foundCases } from './found-cases.ts'
import { generatedCases } from './generated-cases.ts'
import { graphsCases } from './graphs-cases.ts'
import { keysCases } from './keys-cases.ts'
import { meaningCases } from './meaning-cases.ts'
import { parentsCases } from './parents-cases.ts'
import { productsCases } from './products-cases.ts'
import { rehearsalCases } from './rehearsal-cases.ts'
import { signedInCases } from './signed-in-cases.ts'
import { supabaseCases } from './supabase-cases.ts'
import { typesCases } from './types-cases.ts'
import { workedOutCases } from './worked-out-cases.ts'

describe.each(servers)('%s', (server) => {
  for (const one of [
    ...cases,
    ...workedOutCases,
    ...graphsCases,
    ...meaningCases,
    ...supabaseCases,
    ...checksCases,
    ...keysCases,
    ...typesCases,
    ...extensionTypesCases,
    ...rehearsalCases,
    ...productsCases,
    ...classicCases,
    ...foundCases,
    ...acrossCases,
    ...signedInCases,
    ...generatedCases,
    ...parentsCases,
  ])
    test(one.name, async () => {
      const database = await freshDatabase(server, one.given)
      try {
        await judge(database, one)
      } finally {
        await database.drop()
      }
    })
})

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
