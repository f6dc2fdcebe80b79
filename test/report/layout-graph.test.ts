import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { depthsOf, layersOf } from '../../src/report/page/graph/layers.ts'
import { layoutGraph } from '../../src/report/page/graph/layout-graph.ts'
import { directed, type Reference } from '../../src/report/page/graph/links.ts'
import { crossings, ordered } from '../../src/report/page/graph/order.ts'

const graphs = fc.integer({ min: 1, max: 40 }).chain((count) =>
  fc.record({
    widths: fc.array(fc.integer({ min: 96, max: 208 }), { minLength: count, maxLength: count }),
    references: fc.array(fc.record({ child: fc.nat({ max: count - 1 }), parent: fc.nat({ max: count - 1 }) }), {
      maxLength: 2 * count,
    }),
  }),
)

const reference = (child: number, parent: number): Reference => ({ child, parent })

describe('the drawing of tables', () => {
  it('has each table once, no two over each other, and all within its bounds', () => {
    fc.assert(
      fc.property(graphs, ({ widths, references }) => {
        const { boxes, width, height } = layoutGraph(widths, references)
        expect(boxes).toHaveLength(widths.length)
        for (const [at, box] of boxes.entries()) {
          expect(box.width).toBeGreaterThanOrEqual(widths[at] as number)
          expect([box.x >= 0, box.y >= -0.1, box.x + box.width <= width, box.y + box.height <= height + 0.1]).toEqual([
            true,
            true,
            true,
            true,
          ])
          for (const other of boxes.slice(at + 1)) {
            const apart =
              box.x + box.width <= other.x ||
              other.x + other.width <= box.x ||
              box.y + box.height <= other.y ||
              other.y + other.height <= box.y
            expect(apart, JSON.stringify([box, other])).toBe(true)
          }
        }
      }),
    )
  })

  it('has one line for each two tables that refer to each other, from the right side of one to the left side of the other', () => {
    fc.assert(
      fc.property(graphs, ({ widths, references }) => {
        const { boxes, lines } = layoutGraph(widths, references)
        const wanted = new Set(
          references.filter(({ child, parent }) => child !== parent).map(({ child, parent }) => `${child} ${parent}`),
        )
        expect(new Set(lines.map(({ child, parent }) => `${child} ${parent}`))).toEqual(wanted)
        expect(lines).toHaveLength(wanted.size)
        for (const { left, right, points } of lines) {
          const [from, to] = [boxes[left]!, boxes[right]!]
          expect(points[0]?.x).toBe(from.x + from.width)
          expect(points.at(-1)?.x).toBe(to.x)
          for (const [at, point] of points.slice(1).entries()) expect(point.x).toBeGreaterThan(points[at]!.x)
        }
      }),
    )
  })

  it('puts parents left of their children, and of a cycle the table that was filled first', () => {
    const arcs = directed(4, [reference(1, 0), reference(2, 1), reference(0, 2), reference(3, 3)])
    expect(arcs.map(({ left, right, reversed }) => [left, right, reversed])).toEqual([
      [0, 1, false],
      [1, 2, false],
      [0, 2, true],
    ])
    expect(depthsOf(4, arcs)).toEqual([0, 1, 2, 0])
    // Tags (3) are needed late, so they stand beside what needs them.
    const late = directed(5, [reference(1, 0), reference(2, 1), reference(4, 2), reference(4, 3)])
    expect(depthsOf(5, late)).toEqual([0, 1, 2, 0, 3])
    expect(layersOf(5, late)).toEqual([0, 1, 2, 2, 3])
  })

  it('crosses fewer lines than as the tables come', () => {
    const layers = [
      [0, 1, 2],
      [3, 4, 5],
    ]
    const segments = [
      { left: 0, right: 5 },
      { left: 1, right: 4 },
      { left: 2, right: 3 },
    ]
    expect(crossings(layers, segments)).toBe(3)
    expect(crossings(ordered({ layers, segments }), segments)).toBe(0)
  })

  it('draws a line straight where nothing is in its way', () => {
    const { lines } = layoutGraph([100, 100, 100], [reference(1, 0), reference(2, 1)])
    expect(new Set(lines.flatMap(({ points }) => points.map(({ y }) => y))).size).toBe(1)
  })
})
