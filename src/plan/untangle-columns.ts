import { dependenciesOf } from '../model/dependencies-of.ts'
import { finding } from '../model/finding.ts'
import type { Derive, Input } from '../model/recipe.ts'
import type { Draft, DraftColumn, Workshop } from './draft.ts'

interface Node {
  readonly draft: Draft
  readonly entry: DraftColumn
}

/** Functions of several columns that make sense without one of them. */
const LOOSE: readonly string[] = ['after', 'before', 'above', 'below']

/**
 * Columns are fitted to each other one by one, by checks and by what their names say, so two of them may wait for one another. Then one forgets the other:
 * rather one that names alone put there than one that a check asked for.
 */
export function untangleColumns(workshop: Workshop): void {
  const nodes = workshop.drafts.flatMap((draft) =>
    draft.impossible === null ? [...draft.columns.values()].map((entry): Node => ({ draft, entry })) : [],
  )
  for (let circle = circleOf(nodes); circle !== null; circle = circleOf(nodes)) {
    const ways = circle.map((node, at) => ({ node, next: circle[(at + 1) % circle.length] as Node }))
    const found = ways
      .filter(({ node, next }) => forgotten(node, next) !== null)
      .sort((a, b) => weight(a) - weight(b))[0]
    if (found !== undefined) found.node.entry.recipe = forgotten(found.node, found.next) as Derive
    else if (!tellCircle(workshop, circle)) return
  }
}

/** What the user says of a column may not wait for what is made of it; false where no such column is in the circle. */
function tellCircle(workshop: Workshop, circle: readonly Node[]): boolean {
  const said = circle.find(({ entry }) => entry.recipe.kind === 'expression')
  if (said === undefined || said.entry.recipe.kind !== 'expression') return false
  const { draft, entry } = said
  const names = circle.map((node) =>
    node.draft === draft ? node.entry.column.name : `${node.draft.id}.${node.entry.column.name}`,
  )
  const path = `tables.${draft.id}.columns.${entry.column.name}`
  workshop.assetProblems.push(
    finding(
      'expression-cycle',
      'error',
      { table: draft.id, column: entry.column.name, path },
      `${path}: columns wait for each other.`,
      {
        expected: 'columns that do not look at each other in a circle',
        found: [...names, names[0]].join(' → '),
        next: 'Say one of them without row.…, or give another one a value of its own.',
      },
    ),
  )
  said.entry.recipe = { ...said.entry.recipe, from: [] }
  return true
}

const weight = ({ node: { entry } }: { readonly node: Node }): number =>
  entry.recipe.kind === 'derive' && entry.recipe.from.length > 1 ? 0 : entry.why.includes('check') ? 2 : 1

/** The recipe of a column without the other one; null: it cannot do without. */
function forgotten({ draft, entry }: Node, next: Node): Derive | null {
  const { recipe } = entry
  if (recipe.kind !== 'derive' || !LOOSE.includes(recipe.with)) return null
  const from = recipe.from.filter((input) => !leadsTo(draft, input, next))
  if (from.length === recipe.from.length) return null
  // A number without others to go by is not drawn at all.
  if (from.length === 0 && !(recipe.with === 'after' && recipe.options?.from !== undefined)) return null
  return { ...recipe, from }
}

/** Columns that wait for one another; null: there are none. */
function circleOf(nodes: readonly Node[]): readonly Node[] | null {
  const done = new Set<DraftColumn>()
  const path: Node[] = []
  const visit = (node: Node): readonly Node[] | null => {
    if (done.has(node.entry)) return null
    const begun = path.findIndex(({ entry }) => entry === node.entry)
    if (begun !== -1) return path.slice(begun)
    path.push(node)
    for (const input of dependenciesOf(node.entry)) {
      const next = lookedAt(node.draft, input)
      const circle = next === null ? null : visit(next)
      if (circle !== null) return circle
    }
    path.pop()
    done.add(node.entry)
    return null
  }
  for (const node of nodes) {
    const circle = visit(node)
    if (circle !== null) return circle
  }
  return null
}

const leadsTo = (draft: Draft, input: Input, node: Node): boolean => lookedAt(draft, input)?.entry === node.entry

/** The column that an input names, unless it stands in rows that come before anyway. */
function lookedAt(draft: Draft, input: Input): Node | null {
  if (!('link' in input)) return nodeOf(draft, input.column)
  const link = draft.links.find(({ name }) => name === input.link)
  if (link === undefined || link.parent === null || link.self || link.choose.kind === 'none') return null
  return nodeOf(link.parent, input.column)
}

function nodeOf(draft: Draft, name: string): Node | null {
  const entry = draft.columns.get(name)
  return entry === undefined ? null : { draft, entry }
}
