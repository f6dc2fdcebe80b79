import type { Value } from '../../model/value.ts'
import type { Draft, DraftColumn, Workshop } from '../draft.ts'
import { nameWords } from './name-words.ts'
import { openColumns } from './open-columns.ts'
import { type Below, namesOf } from './rows-below.ts'
import { waitsFor } from './waits-for.ts'

const NUMBER = /^(int[248]|numeric|float[48])$/
const AVERAGE = /^(avg|average|mean|overall)_(rating|score|stars)$|^(rating|score|stars)_(avg|average|mean)$/
const PLAIN = /^(rating|stars)$/
const RATING = /^(overall_)?(rating|stars|score)(_value)?$/
const REVIEWS = ['review', 'rating', 'feedback', 'testimonial']

/** `average_rating` is the mean of the ratings of the reviews. */
export function fitAverages(workshop: Workshop, parent: Draft, below: readonly Below[]): void {
  const rated = below.flatMap(({ child, link }) => {
    const rating = ratingOf(child)
    const named = namesOf(child.relation.name).some((name) => REVIEWS.includes(name))
    return rating === undefined || !named ? [] : [{ child, link, rating }]
  })
  const [only, ...others] = rated
  if (only === undefined || others.length > 0) return
  for (const column of openColumns(parent)) {
    if (
      !isAverage(column) ||
      waitsFor(workshop.byId, { draft: only.child, column: only.rating }, { draft: parent, column: column.column.name })
    )
      continue
    column.recipe = {
      kind: 'derive',
      with: 'gather',
      from: [],
      over: { table: only.child.id, link: only.link.name, columns: [only.rating] },
      options: { by: 'average', scale: scaleOf(column), ...emptyOf(column) },
    }
    column.nulls = 0
    column.why = `the mean of ${only.child.id}.${only.rating}`
  }
}

function isAverage({ column, study, recipe }: DraftColumn): boolean {
  const name = nameWords(column.name).join('_')
  const whole = /^int/.test(study.base)
  return (
    NUMBER.test(study.base) &&
    study.encoding.kind === 'number' &&
    recipe.kind === 'draw' &&
    (AVERAGE.test(name) || (PLAIN.test(name) && !whole)) &&
    (study.domain.max ?? 5) >= 5
  )
}

const ratingOf = (child: Draft): string | undefined =>
  [...child.columns.values()].find(
    ({ column, study, recipe }) =>
      RATING.test(nameWords(column.name).join('_')) &&
      NUMBER.test(study.base) &&
      recipe.kind !== 'leave' &&
      largest(recipe, study.domain.max) <= 5,
  )?.column.name

function largest(recipe: DraftColumn['recipe'], otherwise = Number.POSITIVE_INFINITY): number {
  if (recipe.kind === 'pick') return Math.max(...recipe.values.map(Number))
  const { max } = (recipe.kind === 'draw' ? recipe.options : {}) as { readonly max?: unknown }
  return typeof max === 'number' ? max : otherwise
}

const scaleOf = ({ study }: DraftColumn): number =>
  /^int/.test(study.base) ? 0 : Math.min(study.base === 'numeric' ? (study.domain.scale ?? 2) : 2, 2)

/** What nobody has rated. */
const emptyOf = ({ study: { domain } }: DraftColumn): { readonly empty?: Value } =>
  domain.notNull ? { empty: Math.max(0, domain.min ?? 0) } : {}
