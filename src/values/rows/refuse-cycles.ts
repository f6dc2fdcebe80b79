import { dependenciesOf } from '../../model/dependencies-of.ts'
import { gatheredBy } from '../../model/gathered-by.ts'
import type { Plan, TablePlan } from '../../model/plan.ts'
import { planError } from './compilation.ts'

interface Node {
  readonly table: TablePlan
  readonly column: string
}

/**
 * Columns must not wait for each other in a circle. A circle through a link to earlier rows of the same table ends at its roots, so it may be.
 * @throws SeedError `recipe-cycle`
 */
export function refuseCycles(plan: Plan): void {
  const tables = new Map(plan.tables.map((table) => [table.id, table]))
  const done = new Set<string>()
  const path: string[] = []
  const visit = (node: Node): void => {
    const name = `${node.table.id}.${node.column}`
    if (done.has(name)) return
    if (path.includes(name)) {
      const circle = [...path.slice(path.indexOf(name)), name].join(' → ')
      throw planError('recipe-cycle', node.table.id, `columns wait for each other: ${circle}`, node.column)
    }
    path.push(name)
    for (const next of before(node, tables)) visit(next)
    path.pop()
    done.add(name)
  }
  for (const table of plan.tables) for (const column of table.columns) visit({ table, column: column.name })
}

/** What a column must be computed after. */
function before({ table, column }: Node, tables: ReadonlyMap<string, TablePlan>): Node[] {
  const plan = table.columns.find((candidate) => candidate.name === column)
  if (plan === undefined) return []
  const below = gatheredBy(plan.recipe).flatMap(({ table: id, columns }): Node[] => {
    const child = tables.get(id)
    return child === undefined ? [] : columns.map((name) => ({ table: child, column: name }))
  })
  const own = dependenciesOf(plan).flatMap((input): Node[] => {
    if (!('link' in input)) return [{ table, column: input.column }]
    const link = table.links.find((candidate) => candidate.name === input.link)
    if (link === undefined || link.parent.pool !== null || link.choose.kind === 'none') return []
    const { choose } = link
    // A row that leads to itself is followed for its key, which looks at no links.
    const descends = choose.kind === 'earlier' && !(choose.itself && plan.recipe.kind === 'follow')
    const parent = tables.get(link.parent.table)
    return descends || parent === undefined ? [] : [{ table: parent, column: input.column }]
  })
  return [...below, ...own]
}
