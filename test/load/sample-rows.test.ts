import { expect, test } from 'vitest'
import { sampleRows } from '../../src/load/rehearse/sample-rows.ts'
import { compileRows } from '../../src/values/rows.ts'
import { uuidKey } from '../support/plan.ts'
import { planWith } from './seeding.ts'

test('rows of a large table are chosen without listing them: the first, and some over all the others', () => {
  const rows = 2 ** 33
  const plan = planWith({ big: { rows, columns: { id: uuidKey } } }, [{ kind: 'copy', table: 'big' }])
  const chosen = sampleRows(plan, compileRows(plan), () => 8).get('big') ?? []
  expect(chosen.slice(0, 4)).toEqual([0, 1, 2, 3])
  expect(chosen).toHaveLength(8)
  expect(chosen.at(-1)).toBeGreaterThan(rows * 0.8)
  expect(new Set(chosen).size).toBe(8)
})
