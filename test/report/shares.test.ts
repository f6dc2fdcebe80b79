import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Plan } from '../../src/model/plan.ts'
import type { Share } from '../../src/model/reports/report.ts'
import { cheapTables } from '../../src/report/cheap-tables.ts'
import { type CountedRows, sharesOf } from '../../src/report/shares.ts'
import { compileRows } from '../../src/values/rows/rows.ts'
import { blog, upTo } from '../support/blog.ts'
import { blocks, follow, planOf, uuidKey } from '../support/plan.ts'

const allShares = (plan: Plan): readonly Share[] => sharesOf(plan, compileRows(plan), cheapTables(plan))

/** A plan of children whose parents have so many of them, as the rows of its plan would tell. */
function sharesOfCounts(counts: readonly number[], change: (plan: Plan) => Plan = (plan) => plan): Share | undefined {
  const total = counts.reduce((sum, count) => sum + count, 0)
  const plan = change(
    planOf({
      parents: { rows: counts.length, columns: { id: uuidKey } },
      children: {
        rows: Math.max(1, total),
        columns: { id: uuidKey, parent_id: follow('parent_id') },
        links: { parent_id: { to: 'parents', choose: blocks(Math.max(1, total), counts.length) } },
      },
    }),
  )
  const rows: CountedRows = { table: () => ({ childCount: (parent) => counts[parent] ?? 0, parentRow: () => 1 }) }
  return sharesOf(plan, rows, new Set(['children']))[0]
}

describe('shares', () => {
  const plan = blog()
  const rows = compileRows(plan)

  it('say of each table with an owner how many rows its parents have', () => {
    const shares = allShares(plan)
    expect(shares.map(({ table, parent, columns }) => [table, parent, columns])).toEqual([
      ['posts', 'users', ['user_id']],
      ['comments', 'posts', ['post_id']],
    ])
    for (const { table, columns, rows: total, parents, min, max, mean, histogram } of shares) {
      const compiled = rows.table(table)
      const counts = new Map<number | null, number>(upTo(parents).map((parent) => [parent, 0]))
      for (const row of upTo(compiled.plan.rows)) {
        const parent = compiled.parentRow(row, columns[0] ?? '')
        counts.set(parent, (counts.get(parent) ?? 0) + 1)
      }
      const found = [...counts.values()]
      expect({ total, parents, min, max, mean }).toEqual({
        total: compiled.plan.rows,
        parents: found.length,
        min: Math.min(...found),
        max: Math.max(...found),
        mean: compiled.plan.rows / found.length,
      })
      for (const { from, to, parents: many } of histogram)
        expect(many).toBe(found.filter((count) => from <= count && count <= to).length)
    }
  })

  it('have histograms of at most 12 bars, ascending, without gaps, from the least to the most', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 5000 }), { minLength: 1, maxLength: 40 }), (counts) => {
        const { histogram, min, max, parents } = sharesOfCounts(counts) as Share
        expect(histogram.length).toBeLessThanOrEqual(12)
        for (const [at, bar] of histogram.entries()) {
          expect(bar.to).toBeGreaterThanOrEqual(bar.from)
          if (at > 0) expect(bar.from).toBe((histogram[at - 1]?.to ?? 0) + 1)
          expect(bar.parents).toBe(counts.filter((count) => bar.from <= count && count <= bar.to).length)
        }
        expect(histogram.reduce((sum, bar) => sum + bar.parents, 0)).toBe(parents)
        expect(histogram[0]?.parents).toBeGreaterThan(0)
        expect(histogram.at(-1)?.parents).toBeGreaterThan(0)
        expect([min, max]).toEqual([Math.min(...counts), Math.max(...counts)])
      }),
    )
  })

  it('make ranges of round numbers', () => {
    const bounds = (...counts: readonly number[]) => sharesOfCounts(counts)?.histogram.map(({ from, to }) => [from, to])
    expect(bounds(1, 3)).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ])
    expect(bounds(4, 51)?.slice(0, 2)).toEqual([
      [0, 4],
      [5, 9],
    ])
    expect(bounds(0, 1000)?.slice(0, 2)).toEqual([
      [0, 99],
      [100, 199],
    ])
  })

  it('count rows that are given where they lead, and leave out parents that may own none', () => {
    const given = sharesOfCounts([2, 0, 3], (plain) => ({
      ...plain,
      tables: plain.tables.map((table) =>
        table.id === 'children' ? { ...table, fixtures: [{ row: 0, handle: 'first' }] } : table,
      ),
    }))
    expect(given).toMatchObject({ rows: 6, min: 1, max: 3 })
    const written = sharesOfCounts([0, 0, 3, 1], (plain) => ({
      ...plain,
      tables: plain.tables.map((table) =>
        table.id === 'parents'
          ? { ...table, made: { trigger: 't', of: 'users', ranges: [{ from: 0, to: 2 }] } }
          : {
              ...table,
              links: table.links.map((link) =>
                link.choose.kind === 'blocks'
                  ? { ...link, choose: { ...link.choose, spread: { ...link.choose.spread, only: 'written' as const } } }
                  : link,
              ),
            },
      ),
    }))
    expect(written).toMatchObject({ parents: 2, min: 1, max: 3 })
  })

  it('leave out tables that hang on more parents than are counted, and what leads there', () => {
    expect([...cheapTables(plan)]).toEqual(['users', 'posts', 'comments'])
    expect([...cheapTables(plan, 119)]).toEqual(['users', 'posts'])
    expect([...cheapTables(plan, 39)]).toEqual(['users'])
    expect(sharesOf(plan, rows, cheapTables(plan, 119)).map(({ table }) => table)).toEqual(['posts'])
  })
})
