import { type Draft, type DraftLink, edgeKey, type Workshop } from '../draft.ts'

interface Node {
  readonly draft: Draft
  readonly link: DraftLink
}

/**
 * Where a link leads may hang on where others lead (`within`, `member`), in its own table and in those above. Each was chosen for itself, so they may wait for
 * one another in a circle; there one of them is drawn after all, a member before an ancestor, since a row of another team is less amiss.
 */
export function untangleLinks(workshop: Workshop): void {
  const nodes = workshop.drafts.flatMap((draft) => draft.links.map((link): Node => ({ draft, link })))
  for (let circle = circleOf(workshop, nodes); circle !== null; circle = circleOf(workshop, nodes)) {
    const led = circle.filter(({ link }) => link.choose.kind === 'within' || link.choose.kind === 'member')
    const found = led.find(({ link }) => link.choose.kind === 'member') ?? led.at(-1)
    if (found === undefined) return
    release(found)
  }
}

function release({ draft, link }: Node): void {
  const avoid = link.choose.kind === 'within' ? link.choose.avoid : undefined
  link.choose = { kind: 'hash', skew: 0.5, ...(avoid === undefined ? {} : { avoid }) }
  link.why = `a row of ${link.key.parent}`
  draft.reach = draft.reach.filter((other) => other !== link)
}

/** Links that wait for one another; null: there are none. */
function circleOf(workshop: Workshop, nodes: readonly Node[]): readonly Node[] | null {
  const done = new Set<string>()
  const path: Node[] = []
  const visit = (node: Node): readonly Node[] | null => {
    const name = nameOf(node)
    if (done.has(name)) return null
    const begun = path.findIndex((one) => nameOf(one) === name)
    if (begun !== -1) return path.slice(begun)
    path.push(node)
    for (const next of before(workshop, node)) {
      const circle = visit(next)
      if (circle !== null) return circle
    }
    path.pop()
    done.add(name)
    return null
  }
  for (const node of nodes) {
    const circle = visit(node)
    if (circle !== null) return circle
  }
  return null
}

const nameOf = ({ draft, link }: Node): string => edgeKey(draft.id, link.name)

/** Links that must be known before this one is. */
function before(workshop: Workshop, { draft, link }: Node): readonly Node[] {
  const { choose } = link
  switch (choose.kind) {
    case 'within':
      return [
        ...[choose, ...(choose.or ?? [])].flatMap(({ mine, theirs }) => [
          ...chain(draft, mine),
          ...chain(link.parent, theirs),
        ]),
        ...chain(draft, choose.avoid === undefined ? [] : [choose.avoid]),
      ]
    case 'member': {
      const members = workshop.byId.get(choose.among) ?? null
      const owners = choose.owner === undefined ? null : (workshop.byId.get(choose.owner.table) ?? null)
      return [
        ...chain(draft, choose.mine),
        ...chain(members, choose.theirs),
        ...chain(members, [choose.to]),
        ...(choose.owner === undefined ? [] : chain(owners, [choose.owner.link])),
      ]
    }
    case 'implied':
      return choose.by.flatMap((name) => chain(draft, [name]))
    default:
      return 'avoid' in choose && choose.avoid !== undefined ? chain(draft, [choose.avoid]) : []
  }
}

/** The links of a chain that starts at the rows of a table. */
function chain(from: Draft | null, names: readonly string[]): readonly Node[] {
  const nodes: Node[] = []
  let draft = from
  for (const name of names) {
    const link: DraftLink | undefined = draft?.links.find((one) => one.name === name)
    if (draft === null || link === undefined) break
    nodes.push({ draft, link })
    draft = link.parent
  }
  return nodes
}
