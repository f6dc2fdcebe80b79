import type { Input, Unique } from '../../model/recipe.ts'
import type { Draft, DraftColumn } from '../draft.ts'
import { DAY } from '../recipes/times.ts'
import { nameWords } from './name-words.ts'
import { childrenAtMost } from './numbers-of.ts'

const TIME = /^(date|timestamp|timestamptz)$/
const FROM = /^(valid|effective)_(from|since|start|on|date|at)$/
const TO = /^(valid|effective)_(to|until|till|end|through|thru)$/
const CURRENT = /^(is_?)?(current|latest|newest)$/i
const CREATED = /^(created|inserted|published|committed)_(at|on)$/
const VERSIONS = /version|revision/i

/**
 * Versions of a row follow one another: each is valid from where the one before ends, the last one has no end and is the current one. Versions that are counted up are
 * made one after the other.
 */
export function chainSpans(draft: Draft, now: number): void {
  if (draft.owner === null || draft.given.length > 0 || draft.madeBy !== null) return
  countVersions(draft)
  const find = (test: RegExp): DraftColumn | undefined =>
    [...draft.columns.values()].find(
      (column) =>
        test.test(nameWords(column.column.name).join('_')) && TIME.test(column.study.base) && isOpen(draft, column),
    )
  const [from, to] = [find(FROM), find(TO)]
  if (from !== undefined && to !== undefined && !to.study.domain.notNull && from.study.base === to.study.base) {
    place(draft, from, now)
    to.recipe = { kind: 'derive', with: 'next', from: [{ column: from.column.name }] }
    to.nulls = 0
    to.when.length = 0
    to.why = `where the next row of the same ${draft.owner.key.parent} begins`
    tellCurrent(draft)
    return
  }
  const created = find(CREATED)
  if (created !== undefined && isCounted(draft)) place(draft, created, now)
}

/** Nobody settled it; a check may say that the end comes after the beginning. */
const isOpen = (draft: Draft, { column, recipe, why }: DraftColumn): boolean =>
  why !== 'configuration' &&
  (recipe.kind === 'draw' || recipe.kind === 'derive') &&
  !('unique' in recipe && recipe.unique !== undefined && !isOwnKey(draft, recipe.unique)) &&
  !draft.study.rules.some((rule) => rule.kind !== 'order' && JSON.stringify(rule).includes(JSON.stringify(column.name)))

/** A key of the owner and the column alone: siblings that are placed differ, where they are few enough. */
const isOwnKey = (draft: Draft, unique: Unique): boolean =>
  unique.by === 'permute' &&
  unique.scope === 'parent' &&
  unique.radices.length === 1 &&
  draft.owner?.parent != null &&
  childrenAtMost(draft.owner.parent, draft) <= 150

const NUMBER = /^(version|revision|rev)(_?(number|no|num|index))?$|^v$/i

/** Versions that no key counts up. */
function countVersions(draft: Draft): void {
  if (!VERSIONS.test(draft.relation.name)) return
  const column = [...draft.columns.values()].find(
    ({ column: { name }, study, recipe, why, when }) =>
      NUMBER.test(name) &&
      /^int[248]$/.test(study.base) &&
      (recipe.kind === 'draw' || recipe.kind === 'pick') &&
      recipe.unique === undefined &&
      why !== 'configuration' &&
      when.length === 0 &&
      study.domain.values === undefined &&
      (study.domain.max ?? 32_767) >= 32_767,
  )
  if (column === undefined) return
  column.recipe = {
    kind: 'derive',
    with: 'position',
    from: [],
    options: { start: Math.max(1, column.study.domain.min ?? 1) },
  }
  column.nulls = 0
  column.why = `counted up under each ${draft.owner?.key.parent}`
}

/** One after the other, from the time of the owner on. */
function place(draft: Draft, column: DraftColumn, now: number): void {
  const { recipe } = column
  const keyed = 'unique' in recipe && recipe.unique !== undefined
  const inputs: readonly Input[] =
    recipe.kind === 'derive' && recipe.with === 'after' ? recipe.from.filter((input) => 'link' in input) : []
  // Another parent may be younger than the owner: then the order gives way.
  if (inputs.some((input) => 'link' in input && input.link !== draft.owner?.name)) return
  const { domain } = column.study
  const until = Math.min(now, domain.max ?? Number.POSITIVE_INFINITY)
  const start = Math.max(until - 365 * DAY, domain.min ?? Number.NEGATIVE_INFINITY)
  if (start >= until) return
  column.recipe = {
    kind: 'derive',
    with: 'after',
    from: keyed ? [] : inputs,
    options: { placed: true, within: 60 * DAY, from: start, until },
  }
  column.nulls = 0
  column.why = `${column.why}, in the order of the rows`
}

const isCounted = ({ columns }: Draft): boolean =>
  [...columns.values()].some(
    ({ column, recipe }) => VERSIONS.test(column.name) && recipe.kind === 'derive' && recipe.with === 'position',
  )

function tellCurrent(draft: Draft): void {
  for (const column of draft.columns.values()) {
    const flag = column.recipe.kind === 'draw' || column.recipe.kind === 'match' || column.recipe.kind === 'by-place'
    if (!CURRENT.test(column.column.name) || column.study.base !== 'bool' || !flag || column.why === 'configuration')
      continue
    const value = (holds: boolean) => ({ kind: 'constant' as const, value: holds })
    column.recipe = { kind: 'by-place', told: 'last', first: value(true), rest: value(false) }
    column.nulls = 0
    column.when.length = 0
    column.why = 'the one without an end'
  }
}
