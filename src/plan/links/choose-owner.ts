import { type Draft, type DraftLink, edgeKey, parentCount, type Workshop } from '../draft.ts'
import { closureOf } from './close-over-itself.ts'
import { isFollower, isInDiamond, isTenant } from './diamonds.ts'
import { homeColumns } from './home-columns.ts'
import { mayEnd } from './may-end.ts'
import { holdsActors } from './tables-of-people.ts'
import { waysUp } from './ways-up.ts'

/** One link owns the rows: its parents have them in blocks. */
export function chooseOwner(workshop: Workshop, draft: Draft): void {
  const forced = workshop.together.find((group) => group.tables.includes(draft) && group.tables[0] !== draft)
  const eligible = draft.links.filter(
    (link) =>
      link.choose.kind === 'hash' &&
      !link.self &&
      !link.patch &&
      !isLate(workshop, draft, link) &&
      !inPresence(draft, link) &&
      !isReferred(workshop, draft, link) &&
      !link.led &&
      !hasTooFew(workshop, draft, link),
  )
  const lead =
    forced === undefined
      ? undefined
      : eligible.find((link) => link.parent !== null && forced.tables.includes(link.parent))
  const free = eligible.filter((link) => !isFollower(draft, link))
  const below = closureOf(draft)?.descendant
  const best =
    lead ??
    eligible.find((link) => link === below) ??
    (free.length > 0 ? free : eligible)
      .map((link) => ({ link, score: score(draft, link) }))
      .sort((a, b) => b.score - a.score || (a.link.name < b.link.name ? -1 : 1))[0]?.link
  for (const link of draft.links) if (isLate(workshop, draft, link)) settleLate(draft, link, workshop)
  if (best === undefined || (best !== lead && best.nullable && score(draft, best) < 6)) return
  draft.owner = best
  best.nulls = 0
  best.choose = { kind: 'blocks', spread: { generations: [], min: 0, max: null, law: { kind: 'natural', sigma: 0.6 } } }
  best.why = `${best.key.parent} owns its rows${best.key.found === undefined ? '' : ` (${best.key.found})`}`
}

/** Files say where their rows lead, so no parent has them in a block. */
const isReferred = ({ references }: Workshop, { id }: Draft, { name }: DraftLink): boolean =>
  references.all.some(({ table, join, link }) => join === null && table === id && link === name)

const isLate = (workshop: Workshop, draft: Draft, link: DraftLink): boolean =>
  workshop.late.has(edgeKey(draft.id, link.name))

/** One row at most for each parent, and more rows than parents are wanted: the others lead nowhere. */
const hasTooFew = ({ inputs }: Workshop, draft: Draft, link: DraftLink): boolean => {
  const wanted = draft.scope.count ?? inputs.config.rows
  if (wanted === null || !link.nullable || parentCount(link) >= wanted) return false
  return draft.study.keys.some(
    (key) =>
      key.columns.length > 0 &&
      key.partial === null &&
      key.columns.every((name) => link.columns.includes(name)) &&
      mayEnd(draft, link, key),
  )
}

/** A NOT NULL edge that closes a cycle: to the first child that the row owns there, if that table is owned by this one directly. */
function settleLate(draft: Draft, link: DraftLink, workshop: Workshop): void {
  const back = link.parent?.relation.foreignKeys.find((key) => key.parent === draft.id)
  const direct = workshop.together.find((group) => group.tables.includes(draft))?.tables.length === 2
  link.nulls = 0
  link.why = `a row of ${link.key.parent} written together with it`
  if (back !== undefined && direct) link.choose = { kind: 'first-child', link: back.name }
  else link.choose = { kind: 'hash', skew: 0 }
}

/** Its columns are NULL in some rows by a check (exactly one of several parents), so it cannot own every row. */
const inPresence = (draft: Draft, link: DraftLink): boolean =>
  draft.study.rules.some(
    (rule) =>
      (rule.kind === 'present' &&
        rule.columns.some((name) => link.columns.includes(name)) &&
        !isAlone(draft, rule.columns, link.columns)) ||
      (rule.kind === 'presence' && link.columns.includes(rule.column)) ||
      (rule.kind === 'tuples' &&
        rule.columns.some((name, i) => link.columns.includes(name) && rule.tuples.some((tuple) => tuple[i] === null))),
  )

/** The configuration says that the other columns of the rule stay NULL. */
const isAlone = (draft: Draft, columns: readonly string[], own: readonly string[]): boolean =>
  columns.every((name) => {
    const wish = draft.scope.wish?.columns[name]
    return own.includes(name) || (wish?.kind === 'value' && wish.value === null)
  })

function score(draft: Draft, link: DraftLink): number {
  const keys = [draft.relation.primaryKey, ...draft.relation.uniques].filter((key) => key !== null)
  const inKey = keys.some((key) => link.columns.every((name) => key.columns.includes(name)))
  const parentName = link.key.parent.replace(/^.*\./, '').replaceAll('"', '')
  const prefix = stemOf(parentName)
  const authorship = link.columns.some((name) =>
    /(created|updated|deleted|approved|invited|assigned|modified|reviewed)_?by|assignee|reviewer|editor/i.test(name),
  )
  return (
    (inKey ? 8 : 0) +
    (link.nullable ? 0 : 6) +
    (link.key.onDelete === 'cascade' ? 3 : 0) +
    (link.parent !== null ? 2 : 0) +
    (draft.relation.name.startsWith(prefix) ? 2 : 0) +
    (link.columns.length > 1 ? 2 : 0) +
    (isInDiamond(draft, link) ? 4 : 0) +
    (draft.links.some((other) => homeColumns(other).some((name) => link.columns.includes(name))) ? 4 : 0) -
    (authorship ? 6 : 0) -
    (isBesideTeam(draft, link) ? 4 : 0) -
    draft.links.indexOf(link) * 0.1
  )
}

/** Somebody who acts, while another link tells to what the rows belong: then that owns them, and people are found among its members. */
const isBesideTeam = (draft: Draft, link: DraftLink): boolean =>
  holdsActors(link.key.parent, link.parent) &&
  draft.links.some(
    (other) =>
      other !== link &&
      !other.nullable &&
      !other.self &&
      !other.patch &&
      waysUp(other).some(({ last }) => isTenant(last.key.parent)),
  )

/** How names of tables that belong to it begin: `categor`, `post`. */
const stemOf = (name: string): string =>
  name.endsWith('ies') ? name.slice(0, -3) : name.endsWith('s') ? name.slice(0, -1) : name
