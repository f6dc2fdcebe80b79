import { limitParents } from '../conditions/limit-parents.ts'
import { type Draft, type DraftLink, edgeKey, type Workshop } from '../draft.ts'
import { agree } from './agree.ts'
import { avoidSame } from './avoid-same.ts'
import { chooseOwner } from './choose-owner.ts'
import { closeOverItself } from './close-over-itself.ts'
import { draftLink } from './draft-link.ts'
import { homeColumns } from './home-columns.ts'
import { markImplied } from './mark-implied.ts'
import { pairUp } from './pair-up.ts'
import { shareColumns } from './share-columns.ts'

/** Which parents the rows of a table have: one owner, whose children stand in blocks; the other links are drawn. Tables before it are settled. */
export function settleLinks(workshop: Workshop, draft: Draft): void {
  draft.links = draft.relation.foreignKeys
    .map((key) => draftLink(workshop, draft, key))
    .filter((link) => isKept(workshop, draft, link))
  markImplied(draft)
  limitParents(workshop, draft)
  for (const link of draft.links) {
    const made = generatedAbove(draft, link)
    if ((made === null && (link.parent !== null || link.pool !== null)) || link.choose.kind === 'implied') continue
    const why = made === null ? `${link.key.parent} has no rows` : `only the database knows ${link.key.parent}.${made}`
    if (!link.nullable)
      draft.impossible ??=
        made === null ? `it needs a row of ${link.key.parent}, which has none` : `${link.name}: ${why}`
    link.choose = { kind: 'none' }
    link.why = why
  }
  for (const link of draft.links) if (isBarred(draft, link)) leadNowhere(link)
  pairUp(workshop, draft)
  chooseOwner(workshop, draft)
  for (const link of draft.links) if (link.self && link.choose.kind === 'hash') leadToOwn(draft, link)
  rootsOfTrees(draft)
  shareColumns(draft)
  agree(workshop, draft)
  closeOverItself(draft)
  avoidSame(draft)
}

/** A column of the parent that is worked out by the database, while the child's is written. */
function generatedAbove(draft: Draft, { key, parent, columns }: DraftLink): string | null {
  const generated = (relation: Draft['relation'] | undefined, name: string | undefined): boolean =>
    relation?.columns.some((column) => column.name === name && column.generated !== null) ?? false
  return (
    key.parentColumns.find((name, i) => generated(parent?.relation, name) && !generated(draft.relation, columns[i])) ??
    null
  )
}

/** A check has one of its columns NULL in all rows. */
const isBarred = (draft: Draft, { columns, choose }: DraftLink): boolean =>
  choose.kind !== 'implied' &&
  columns.some((name) => {
    const values = draft.study.columns[name]?.domain.values
    return values !== undefined && values.length > 0 && values.every((value) => value === null)
  })

function leadNowhere(link: DraftLink): void {
  link.choose = { kind: 'none' }
  link.nulls = 0
  link.why = 'NULL by a check'
}

/** What was only found in the names is no reason to leave rows out. */
const isKept = (workshop: Workshop, draft: Draft, { key, parent, pool }: DraftLink): boolean =>
  key.found === undefined || ((parent !== null || pool !== null) && !workshop.dropped.has(edgeKey(draft.id, key.name)))

const ROOT = /(^|_)(root|top|topmost|top_level|thread|origin)(_|$)/i

/** `root_id` beside `parent_id` names the root of the tree. */
function rootsOfTrees(draft: Draft): void {
  const trees = draft.links.filter(({ self, choose, patch }) => self && choose.kind === 'earlier' && !patch)
  const tree = trees.find(({ columns }) => !ROOT.test(columns.join()))
  const [root, ...more] = trees.filter((link) => link !== tree && ROOT.test(link.columns.join()))
  if (tree === undefined || root === undefined || more.length > 0 || root.columns.length !== 1) return
  root.choose = { kind: 'root', link: tree.name, itself: !root.nullable }
  root.nulls = 0
  root.why = `the root of its tree by ${tree.columns.join()}`
}

/** An earlier row: under the same owner, where that decides the columns that both rows share. Where nothing decides them, a row is found in itself alone. */
function leadToOwn(draft: Draft, link: DraftLink): void {
  const decided = homeColumns(link).every((name) => draft.owner?.columns.includes(name))
  if (!decided && link.nullable) link.choose = { kind: 'none' }
  else
    link.choose = {
      kind: 'earlier',
      scope: draft.owner === null ? 'table' : 'block',
      roots: decided ? 0.4 : 1,
      itself: !link.nullable,
    }
  if (!decided) link.why = `no other row of ${draft.id} is known to share ${homeColumns(link).join(', ')}`
}
