import type { Spread } from '../model/link.ts'
import type { TablePlan } from '../model/plan.ts'
import { type Draft, parentCount } from './draft.ts'
import { givenIndex } from './fixtures/given-index.ts'

type Generation = Spread['generations'][number]

/**
 * The generations that rows `present` … come in: those that are given first, then, in a mixed table, one for each parent that the trigger makes, then the
 * others. `known`: generations of earlier runs.
 */
export function generationsOf(draft: Draft, rows: number, present: number, known: readonly Generation[]): Generation[] {
  const owner = draft.owner
  if (owner === null) return [...known]
  const parents = Math.max(parentCount(owner), known.at(-1)?.parents ?? 0)
  const given = givenIndex(draft).fresh(present)
  const before = draft.madeBy?.mixed == null ? 0 : parents - (known.at(-1)?.parents ?? 0)
  const first = before > 0 ? [{ rows: present + given + before, parents, ...(given > 0 ? { given } : {}) }] : []
  if (rows === present) return [...known]
  if (before > 0 && rows === present + given + before) return [...known, ...first]
  const idle = owner.parent?.missing.length ? { idle: [...owner.parent.missing] } : {}
  const reach = draft.reach.length === 0 ? {} : { reach: draft.reach.map(parentCount) }
  return [
    ...known,
    ...first.map((one) => ({ ...one, ...reach })),
    { rows, parents, ...(given > 0 && before === 0 ? { given } : {}), ...reach, ...idle },
  ]
}

/** Rows that the trigger makes: of each generation of a mixed table that begins them. */
export function madeRanges(
  draft: Draft,
  present: number,
  known: TablePlan['made'],
  knownParents: number,
): TablePlan['made'] {
  const { madeBy, owner } = draft
  if (madeBy === null || madeBy.mixed === null || owner === null) return known
  const from = present + givenIndex(draft).fresh(present)
  const more = parentCount(owner) - knownParents
  const ranges = [...(known?.ranges ?? []), ...(more > 0 ? [{ from, to: from + more }] : [])]
  return { trigger: madeBy.trigger, of: madeBy.of, ranges }
}

/** Parents whose children in this table are given and must be told apart: they own no others. */
export function closedParents(draft: Draft): number[] {
  const { owner } = draft
  if (owner === null || draft.madeBy !== null) return []
  if (owner.fixed.length === 0) return [...draft.closed]
  const keys = [draft.relation.primaryKey, ...draft.relation.uniques].filter((key) => key !== null)
  if (!keys.some((key) => owner.columns.every((name) => key.columns.includes(name)))) return [...draft.closed]
  const parents = owner.fixed.flatMap(([, parent]) => (parent === null ? [] : [parent]))
  return [...new Set([...draft.closed, ...parents])].sort((a, b) => a - b)
}
