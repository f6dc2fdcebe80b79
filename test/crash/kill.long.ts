import { expect, test } from 'vitest'
import { freshProject, killedRound, wholeRun } from './kills.ts'

const KILLS = 200
const EMBEDDED = 20

test(`${KILLS} kills on PostgreSQL`, async () => {
  const whole = await wholeRun('pg17')
  let kills = 0
  while (kills < KILLS) {
    const project = await freshProject('pg17')
    kills += await killedRound(project, whole, 8)
    await project.database.drop()
  }
  expect(kills).toBeGreaterThanOrEqual(KILLS)
}, 3_600_000)

test(`${EMBEDDED} kills of an embedded database`, async () => {
  const whole = await wholeRun('pglite', 5)
  let kills = 0
  while (kills < EMBEDDED) {
    const project = await freshProject('pglite', 5)
    kills += await killedRound(project, whole, 5)
    await project.database.drop()
  }
  expect(kills).toBeGreaterThanOrEqual(EMBEDDED)
}, 3_600_000)
