import type { Recipe } from '../../model/recipe.ts'
import { constant, copy } from '../../model/simple-recipes.ts'
import type { Draft, Workshop } from '../draft.ts'
import type { Fixture } from '../fixtures/fixture.ts'

/** A user who is given with a telephone number and without an e-mail address signs in by that number. */
const isByPhone = ({ values }: Fixture): boolean =>
  values.email === null && typeof values.phone === 'string' && values.is_anonymous !== true

/** What columns of `auth.users` and `auth.identities` hold for given users without an e-mail address but with a telephone number, as Supabase Auth writes it. */
export function likeGivenByPhone(workshop: Workshop, draft: Draft, column: string, recipe: Recipe): Recipe {
  const { auth } = workshop.inputs.study
  const users = auth === null ? undefined : workshop.byId.get(auth.users)
  if (auth === null || users === undefined || !users.scope.fixtures.some(isByPhone)) return recipe
  if (draft === users) return either(recipe, ofUser(column, recipe, auth.email))
  const [link] = draft.links.filter(({ key }) => key.parent === users.id)
  if (link === undefined || !auth.with.includes(draft.id)) return recipe
  return either(recipe, ofIdentity(column, recipe, link.name), link.name)
}

function either(recipe: Recipe, byPhone: Recipe | null, link?: string): Recipe {
  if (byPhone === null) return recipe
  const where = link === undefined ? {} : { link }
  return {
    kind: 'match',
    ...where,
    column: 'phone',
    cases: [{ values: [null], recipe }],
    otherwise: {
      kind: 'match',
      ...where,
      column: 'email',
      cases: [{ values: [null], recipe: byPhone }],
      otherwise: recipe,
    },
  }
}

function ofUser(column: string, recipe: Recipe, email: string): Recipe | null {
  const own = ofGiven(recipe)
  if (column === 'phone_confirmed_at') return copy('created_at')
  if (column === 'raw_app_meta_data' && own.kind === 'constant' && typeof own.value === 'object')
    return constant({ ...own.value, provider: 'phone', providers: ['phone'] })
  if (column !== 'raw_user_meta_data' || own.kind !== 'object') return null
  const { [email]: _, ...others } = own.fields
  return { ...own, fields: { ...others, ...VERIFIED, phone: copy('phone') }, written: { phone: { kind: 'text' } } }
}

function ofIdentity(column: string, recipe: Recipe, link: string): Recipe | null {
  const own = ofGiven(recipe)
  if (column === 'provider') return constant('phone')
  if (column !== 'identity_data' || own.kind !== 'object') return null
  const { email: _, ...others } = own.fields
  const phone: Recipe = { kind: 'derive', with: 'copy', from: [{ link, column: 'phone' }] }
  return {
    ...own,
    fields: { ...others, ...VERIFIED, phone },
    written: { sub: { kind: 'text' }, phone: { kind: 'text' } },
  }
}

const VERIFIED = { email_verified: constant(false), phone_verified: constant(true) }

/** Of rows that are given, none is dealt. */
const ofGiven = (recipe: Recipe): Recipe => (recipe.kind === 'dealt' ? ofGiven(recipe.otherwise) : recipe)
