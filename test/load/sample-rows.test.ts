import { expect, test } from 'vitest'
import { firstLeftOut, sampleRows } from '../../src/load/rehearse/sample-rows.ts'
import { compileRows } from '../../src/values/rows/rows.ts'
import { uuidKey } from '../support/plan.ts'
import { planWith } from './seeding.ts'

test('rows of a large table are chosen without listing them: the first, and some over all the others', () => {
  const rows = 2 ** 33
  const plan = planWith({ big: { rows, columns: { id: uuidKey } } }, [{ kind: 'copy', table: 'big' }])
  const chosen = sampleRows(plan, compileRows(plan), () => ({ count: 8, spread: true })).get('big') ?? []
  expect(chosen.slice(0, 4)).toEqual([0, 1, 2, 3])
  expect(chosen).toHaveLength(8)
  expect(chosen.at(-1)).toBeGreaterThan(rows * 0.8)
  expect(new Set(chosen).size).toBe(8)
  const first = sampleRows(plan, compileRows(plan), () => ({ count: 8, spread: false })).get('big') ?? []
  expect(first).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
  expect(firstLeftOut([{ from: 0, to: rows }], first)).toBe(8)
  expect(
    firstLeftOut(
      [
        { from: 2, to: 4 },
        { from: 6, to: 8 },
      ],
      first,
    ),
  ).toBeNull()
})
