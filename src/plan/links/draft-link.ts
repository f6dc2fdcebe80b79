import type { ForeignKey } from '../../model/catalog.ts'
import { type Draft, type DraftLink, edgeKey, type Workshop } from '../draft.ts'
import { refOf } from '../fixtures/fixture.ts'
import { keyText } from '../fixtures/key-text.ts'

/** A foreign key as a link that is drawn, as long as nothing else is known of it. */
export function draftLink(workshop: Workshop, draft: Draft, key: ForeignKey): DraftLink {
  const planned = workshop.byId.get(key.parent)
  const known = workshop.pools.get(key.parent) ?? null
  const goesWith = hangsOnOurs(workshop, draft, key)
  // Rows of others are there, and nothing but fixtures comes beside them: those that are there are what others lead to.
  const beside =
    planned !== undefined &&
    known !== null &&
    !goesWith &&
    !namesGiven(workshop, draft, key, planned) &&
    (planned.rows === 0 || (planned.scope.onlyFixtures && key.columns[0] !== draft.study.membership?.user))
  const parent = planned !== undefined && planned.impossible === null && !beside ? planned : null
  const pool = planned === undefined || beside ? known : null
  const cut = workshop.cut.has(edgeKey(draft.id, key.name))
  const leads = parent !== null || (pool !== null && pool.rows.length > 0)
  const nullable = mayBeNull(draft, key) && (cut || !leads || (restIsFilled(draft, key) && !isBound(draft, key)))
  return {
    key,
    name: key.name,
    columns: key.columns,
    parent,
    pool: pool !== null && pool.rows.length > 0 ? pool : null,
    nullable,
    self: key.parent === draft.id,
    late: workshop.late.has(edgeKey(draft.id, key.name)),
    choose: { kind: 'hash', skew: 0.5 },
    nulls: nullable ? nullShare(key.columns[0] ?? '') : 0,
    patch: cut,
    where: [],
    fits: null,
    led: workshop.inputs.scope.associations.some(
      ({ via }) => via.kind !== 'join' && via.table === draft.id && via.link === key.name,
    ),
    fixed: [],
    why:
      key.found !== undefined
        ? `a row of ${key.parent} (${key.found})`
        : cut
          ? `a row of ${key.parent}, set afterwards (cycle)`
          : `a row of ${key.parent}`,
  }
}

/** Given rows lead to given ones that are written as well, and whose keys nobody knows beforehand. */
function namesGiven(
  workshop: Workshop,
  { scope }: Draft,
  { name, columns, parentColumns }: ForeignKey,
  parent: Draft,
): boolean {
  const [column] = parentColumns
  const isSaid = ({ handle, fixture }: Draft['given'][number]): boolean => {
    const said = columns.length === 1 ? keyText(workshop, fixture?.values[column ?? '']) : null
    return said !== null && said === keyText(workshop, { $ref: handle })
  }
  const handles = new Set(parent.given.filter((one) => !isSaid(one)).map(({ handle }) => handle))
  return (
    handles.size > 0 &&
    scope.fixtures.some(({ values, leads = {} }) => {
      const handle = columns.length === 1 ? refOf(values[columns[0] ?? '']) : (leads[name] ?? null)
      return handle !== null && handles.has(handle)
    })
  )
}

/** What goes with each user goes with ours only: users of others have theirs. So it is with what a trigger makes, and with members of teams. */
function hangsOnOurs({ inputs }: Workshop, draft: Draft, { name, parent, columns }: ForeignKey): boolean {
  const { auth } = inputs.study
  if (parent === auth?.users && auth.with.includes(draft.id)) return true
  return draft.madeBy?.foreignKey === name || (columns.length === 1 && columns[0] === draft.study.membership?.account)
}

const isRequired = (draft: Draft, name: string): boolean =>
  draft.study.columns[name]?.domain.notNull !== false || (draft.relation.primaryKey?.columns.includes(name) ?? false)

/** MATCH FULL wants all of its columns NULL, or none. */
const mayBeNull = (draft: Draft, key: ForeignKey): boolean =>
  key.match === 'full'
    ? key.columns.every((name) => !isRequired(draft, name))
    : key.columns.some((name) => !isRequired(draft, name))

/** Its columns that must have a value get one by another foreign key as well, so it may lead nowhere by itself. */
const restIsFilled = (draft: Draft, key: ForeignKey): boolean =>
  key.columns.every(
    (name) =>
      !isRequired(draft, name) ||
      draft.relation.foreignKeys.some((other) => other !== key && other.columns.includes(name)),
  )

/** MATCH FULL with a column that another key fills: where that has a value, all have. */
const isBound = (draft: Draft, key: ForeignKey): boolean =>
  key.match === 'full' &&
  draft.relation.foreignKeys.some(
    (other) => other !== key && other.parent !== key.parent && other.columns.some((name) => key.columns.includes(name)),
  )

const nullShare = (column: string): number =>
  /(^|_)(deleted|archived|cancell?ed|approved|reviewed|assigned|resolved|closed)/.test(column) ? 0.4 : 0.08
