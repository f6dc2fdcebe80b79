import type { Value } from '../../model/value.ts'
import type { Draft, DraftColumn, Workshop } from '../draft.ts'
import { look } from './look.ts'

/**
 * A column by which others choose their parents (the kind of a supertype, the status that orders ask for) holds its values row by row in turn: so it is known
 * how many rows each of them finds, and each finds enough. What is wanted comes more often than the rest.
 */
export function arrangeKinds(workshop: Workshop, draft: Draft): void {
  if (draft.madeBy !== null || draft.listed !== undefined) return
  const wants = workshop.wants.get(draft.id) ?? []
  for (const name of new Set(wants.map(({ column }) => column))) {
    const entry = draft.columns.get(name)
    if (entry === undefined || !isOpen(draft, entry)) continue
    const own = valuesOf(entry)
    const sets = leastSets(
      wants.filter(({ column }) => column === name).map(({ values }) => accepted(values, own)),
      own,
    )
    if (sets.length === 0) continue
    arrange(draft, entry, inTurn(sets, own ?? []))
    draft.least = Math.max(draft.least, sets.length)
  }
}

/** It is drawn, and nothing else says how; a key that needs it for its rows to differ is stronger. */
function isOpen(draft: Draft, { column, recipe, when, why, assets, fixed }: DraftColumn): boolean {
  if (recipe.kind !== 'draw' && recipe.kind !== 'pick') return false
  if (why === 'configuration' || assets !== undefined || fixed.length > 0 || when.length > 0) return false
  if (recipe.unique !== undefined || (recipe.kind === 'pick' && recipe.ordered === true)) return false
  return draft.study.keys.every(
    ({ columns }) =>
      !columns.includes(column.name) ||
      columns.some(
        (name) =>
          name !== column.name && draft.study.keys.some((key) => key.columns.length === 1 && key.columns[0] === name),
      ),
  )
}

const valuesOf = ({ study }: DraftColumn): readonly Value[] | null =>
  study.domain.values?.filter((value) => value !== null) ?? (study.base === 'bool' ? [true, false] : null)

function accepted(values: readonly Value[], own: readonly Value[] | null): readonly Value[] {
  if (own === null) return values
  const looks = new Set(values.map(look))
  return own.filter((value) => looks.has(look(value)))
}

/** Each of them once, without those that are met where another one is, and without those that every row meets. */
function leastSets(sets: readonly (readonly Value[])[], own: readonly Value[] | null): (readonly Value[])[] {
  const distinct = [...new Map(sets.map((values) => [values.map(look).sort().join('\0'), values])).values()].filter(
    (values) => values.length > 0 && (own === null || values.length < own.length),
  )
  const looks = distinct.map((values) => new Set(values.map(look)))
  return distinct.filter(
    (_, at) =>
      !looks.some(
        (other, n) => n !== at && other.size < (looks[at]?.size ?? 0) && [...other].every((one) => looks[at]?.has(one)),
      ),
  )
}

/** The values of a whole turn: each set twice for one of the values that nobody asks for. */
function inTurn(sets: readonly (readonly Value[])[], own: readonly Value[]): Value[] {
  const wanted = new Set(sets.flat().map(look))
  const others = own.filter((value) => !wanted.has(look(value)))
  const rounds = Math.max(1, others.length, ...sets.map(({ length }) => length))
  return Array.from({ length: rounds }, (_, round) => {
    const once = sets.map((values) => values[round % values.length] as Value)
    return others.length === 0 ? once : [...once, ...once, others[round % others.length] as Value]
  }).flat()
}

/** Values that are picked together with others keep their company. */
function arrange(draft: Draft, entry: DraftColumn, turn: readonly Value[]): void {
  const { recipe } = entry
  const group = recipe.kind === 'pick' ? recipe.together : undefined
  const why = 'row by row, for those that lead here'
  if (recipe.kind !== 'pick' || group === undefined) {
    entry.recipe = { kind: 'pick', values: turn, ordered: true }
    entry.nulls = 0
    entry.why = why
    return
  }
  const met = new Map<string, number>()
  const places = turn.flatMap((value) => {
    const all = recipe.values.flatMap((one, place) => (look(one) === look(value) ? [place] : []))
    const times = met.get(look(value)) ?? 0
    met.set(look(value), times + 1)
    return all.length === 0 ? [] : [all[times % all.length] as number]
  })
  for (const other of draft.columns.values()) {
    if (other.recipe.kind !== 'pick' || other.recipe.together !== group) continue
    const { values } = other.recipe
    other.recipe = {
      kind: 'pick',
      values: places.map((place) => values[place] ?? null),
      ordered: true,
      together: group,
    }
    other.nulls = 0
  }
}
