import { type Draft, type DraftLink, edgeKey, type Workshop } from '../draft.ts'
import { setByTrigger } from '../recipes/set-by-trigger.ts'

/** Links that go where a kit's application lets them go: along others, or to some rows only. What the configuration says stays. */
export function settleKitLinks(workshop: Workshop, draft: Draft): void {
  const { along = {}, never = {} } = draft.study.kit ?? {}
  for (const [column, chain] of Object.entries(along)) {
    const link = single(draft, column)
    if (link !== undefined && isOpen(workshop, draft, link)) leadAlong(draft, link, chain)
  }
  for (const [column, key] of Object.entries(never)) {
    const link = single(draft, column)
    if (link !== undefined && isOpen(workshop, draft, link)) leaveOut(workshop, link, key)
  }
}

const single = (draft: Draft, column: string): DraftLink | undefined =>
  draft.links.find(({ columns }) => columns.length === 1 && columns[0] === column)

const isOpen = (workshop: Workshop, draft: Draft, link: DraftLink): boolean =>
  ['hash', 'within', 'member'].includes(link.choose.kind) &&
  link !== draft.owner &&
  !link.self &&
  !link.patch &&
  !workshop.late.has(edgeKey(draft.id, link.name)) &&
  link.columns.every((name) => draft.scope.wish?.columns[name] === undefined && setByTrigger(draft, name) === null)

/** The row that a chain of links leads to. */
function leadAlong(draft: Draft, link: DraftLink, chain: readonly string[]): void {
  const links: DraftLink[] = []
  let at: Draft | null = draft
  for (const column of chain) {
    const next: DraftLink | undefined = at === null ? undefined : single(at, column)
    if (next === undefined || next === link || next.choose.kind === 'none' || next.patch) return
    links.push(next)
    at = next.parent
  }
  const last = links.at(-1)
  if (last === undefined || last.parent !== link.parent || last.pool?.id !== link.pool?.id) return
  link.choose = { kind: 'within', mine: links.map(({ name }) => name), theirs: [], skew: 0 }
  link.nulls = 0
  link.why = `the ${chain.at(-1)} of its ${chain.length > 1 ? chain[0] : 'row'}`
}

/** Rows of others without one of them. */
function leaveOut(workshop: Workshop, link: DraftLink, key: string): void {
  const { pool } = link
  const at = pool?.columns.indexOf(link.key.parentColumns[0] ?? '') ?? -1
  const rows = pool?.rows.filter((row) => row[at] !== key) ?? []
  if (pool === null || at === -1 || rows.length === 0 || rows.length === pool.rows.length) return
  const few = { ...pool, id: `${pool.id} but ${key}`, rows }
  workshop.pools.set(few.id, few)
  link.pool = few
  link.why = `${link.why} but ${key}`
}
