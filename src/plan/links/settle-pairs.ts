import type { PairStudy } from '../../model/study.ts'
import { type Draft, type DraftLink, edgeKey, parentCount, type Workshop } from '../draft.ts'
import { draftLink } from './draft-link.ts'
import { pairKeys } from './pair-keys.ts'

/** Pairs of a type and an id lead to rows of the tables that there are. What the configuration says of either column stays. */
export function settlePairs(workshop: Workshop, draft: Draft): void {
  for (const pair of draft.study.pairs ?? []) {
    const wished = [pair.type, pair.id].some((name) => draft.scope.wish?.columns[name] !== undefined)
    if (!wished) settlePair(workshop, draft, pair)
  }
}

function settlePair(workshop: Workshop, draft: Draft, pair: PairStudy): void {
  const type = draft.columns.get(pair.type)
  const id = draft.columns.get(pair.id)
  if (type === undefined || id === undefined || !isOpen(type.recipe.kind) || !isOpen(id.recipe.kind)) return
  const names = new Set(pair.targets.map(({ table }) => `${pair.id} → ${table}`))
  const links = pairKeys(draft.study)
    .filter((key) => names.has(key.name) && !workshop.dropped.has(edgeKey(draft.id, key.name)))
    .map((key) => draftLink(workshop, draft, key))
    .filter((link) => link.parent !== draft && parentCount(link) > 0 && hasKey(link))
  if (links.length === 0) return
  const cases = links.flatMap((link) => {
    const target = pair.targets.find(({ table }) => table === link.key.parent)
    return target === undefined ? [] : [{ link, target }]
  })
  draft.links.push(...links)
  const tables = links.map(({ key }) => key.parent).join(', ')
  const nulls = type.study.domain.notNull || id.study.domain.notNull ? 0 : 0.08
  type.recipe = {
    kind: 'pick',
    values: cases.map(({ target }) => target.label),
    weights: cases.map(({ link }) => Math.sqrt(parentCount(link))),
  }
  type.nulls = nulls
  type.why = `names the table of ${pair.id} (${tables})`
  id.recipe = {
    kind: 'match',
    column: pair.type,
    cases: cases.map(({ link, target }) => ({
      values: [target.label],
      recipe: { kind: 'follow', link: link.name, column: target.column },
    })),
    otherwise: { kind: 'constant', value: null },
  }
  id.nulls = 0
  id.why = `a row of the table that ${pair.type} names`
}

/** Not what the database, a key or a trigger settles. */
const isOpen = (kind: string): boolean => kind === 'draw' || kind === 'pick'

/** The key of the parents is known before they are written. */
const hasKey = ({ parent, pool, key }: DraftLink): boolean =>
  key.parentColumns.every((name) =>
    parent === null
      ? (pool?.columns.includes(name) ?? false)
      : (parent.columns.get(name)?.recipe.kind ?? 'leave') !== 'leave',
  )
