import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { components, type Edge } from '../../src/plan/order.ts'

const graphs = fc.integer({ min: 1, max: 14 }).chain((size) =>
  fc.record({
    nodes: fc.constant(Array.from({ length: size }, (_, index) => index)),
    edges: fc.array(fc.record({ from: fc.nat(size - 1), to: fc.nat(size - 1) }), { maxLength: 40 }),
  }),
)

describe('components', () => {
  test('hold every node once', () => {
    fc.assert(
      fc.property(graphs, ({ nodes, edges }) => {
        expect(
          components(nodes, edges)
            .flat()
            .sort((a, b) => a - b),
        ).toEqual(nodes)
      }),
    )
  })

  test('stand in an order that respects every edge between them', () => {
    fc.assert(
      fc.property(graphs, ({ nodes, edges }) => {
        const place = placesOf(components(nodes, edges))
        for (const edge of edges) expect(place(edge.to)).toBeLessThanOrEqual(place(edge.from))
      }),
    )
  })

  test('hold two nodes together exactly when each leads to the other', () => {
    fc.assert(
      fc.property(graphs, ({ nodes, edges }) => {
        const place = placesOf(components(nodes, edges))
        for (const a of nodes)
          for (const b of nodes) expect(place(a) === place(b)).toBe(leads(edges, a, b) && leads(edges, b, a))
      }),
      { numRuns: 60 },
    )
  })

  test('keep the given order where there are no edges', () => {
    expect(components(['c', 'a', 'b'], [])).toEqual([['c'], ['a'], ['b']])
  })

  test('do not overflow on a chain of 20,000', () => {
    const nodes = Array.from({ length: 20_000 }, (_, index) => index)
    const edges = nodes.slice(1).map((node) => ({ from: node - 1, to: node }))
    expect(components(nodes, edges)[0]).toEqual([19_999])
  })
})

const placesOf = (groups: readonly (readonly number[])[]) => (node: number) =>
  groups.findIndex((group) => group.includes(node))

function leads(edges: readonly Edge<number>[], from: number, to: number): boolean {
  const seen = new Set([from])
  const open = [from]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node === to) return true
    for (const edge of edges) if (edge.from === node && !seen.has(edge.to)) open.push(edge.to) && seen.add(edge.to)
  }
  return false
}
