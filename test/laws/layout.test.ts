import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Layout } from '../../src/values/rows/layout.ts'

/** Generations of counts: later ones never take anything away, and may bring new parents. */
const generations = fc
  .record({
    first: fc.array(fc.nat(5), { maxLength: 200 }),
    more: fc.array(fc.array(fc.nat(3), { maxLength: 220 }), { maxLength: 3 }),
    huge: fc.nat(400),
  })
  .map(({ first, more, huge }) => {
    const all = [first.map((count, p) => (p === 3 ? count + huge : count))]
    for (const added of more) {
      const before = all.at(-1) ?? []
      const parents = Math.max(before.length, added.length)
      all.push(Array.from({ length: parents }, (_, p) => (before[p] ?? 0) + (added[p] ?? 0)))
    }
    return all
  })

/** What a layout should be, spelled out: row by row. */
function rowsOf(all: readonly (readonly number[])[]): { parent: number; j: number }[] {
  return all.flatMap((counts, g) =>
    counts.flatMap((count, parent) => {
      const before = all[g - 1]?.[parent] ?? 0
      return Array.from({ length: count - before }, (_, i) => ({ parent, j: before + i }))
    }),
  )
}

describe('a layout', () => {
  test('finds parent and place of every row, in any order, and the row of every place', () => {
    fc.assert(
      fc.property(generations, fc.array(fc.nat()), (all, jumps) => {
        const layout = new Layout(all.map((counts) => ({ counts })))
        const rows = rowsOf(all)
        expect(layout.rows).toBe(rows.length)
        const cursor = layout.cursor()
        const order = [
          ...rows.keys(),
          ...jumps.filter(() => rows.length > 0).flatMap((jump) => [jump % rows.length, (jump + 1) % rows.length]),
        ]
        for (const row of order) {
          layout.locate(row, cursor)
          const { parent, j } = rows[row]!
          expect({ parent: cursor.parent, j: cursor.j }).toEqual({ parent, j })
          expect(layout.rowOf(parent, j)).toBe(row)
        }
        for (const [parent, count] of (all.at(-1) ?? []).entries()) {
          expect(layout.childCount(parent)).toBe(count)
          expect(layout.rowOf(parent, count)).toBe(-1)
        }
      }),
      { numRuns: 200 },
    )
  })

  test('names the rows of a range of parents', () => {
    fc.assert(
      fc.property(generations, fc.nat(230), fc.nat(230), (all, a, b) => {
        const layout = new Layout(all.map((counts) => ({ counts })))
        const [from, to] = [Math.min(a, b), Math.max(a, b)]
        const ranges = layout.childrenOf(from, to)
        const rows = ranges.flatMap((range) => Array.from({ length: range.to - range.from }, (_, i) => range.from + i))
        const expected = rowsOf(all).flatMap(({ parent }, row) => (parent >= from && parent < to ? [row] : []))
        expect(rows).toEqual(expected)
        for (const [i, range] of ranges.entries()) if (i > 0) expect(range.from).toBeGreaterThan(ranges[i - 1]!.to)
      }),
      { numRuns: 200 },
    )
  })

  test('keeps the rows of earlier generations where they were', () => {
    fc.assert(
      fc.property(generations, (all) => {
        const later = new Layout(all.map((counts) => ({ counts })))
        const earlier = new Layout(all.slice(0, -1).map((counts) => ({ counts })))
        const a = later.cursor()
        const b = earlier.cursor()
        for (let row = 0; row < earlier.rows; row++) {
          later.locate(row, a)
          earlier.locate(row, b)
          expect([a.parent, a.j]).toEqual([b.parent, b.j])
        }
      }),
      { numRuns: 100 },
    )
  })

  test('refuses rows that are not there', () => {
    const layout = new Layout([{ counts: [2, 0, 1] }])
    expect(() => layout.locate(3, layout.cursor())).toThrow(RangeError)
    expect(() => layout.locate(-1, layout.cursor())).toThrow(RangeError)
    expect(layout.rowOf(7, 0)).toBe(-1)
  })
})
