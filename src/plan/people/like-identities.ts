import type { UsersWish } from '../../model/config.ts'
import { SSO_PROVIDER } from '../../model/given/sso-provider.ts'
import type { Dealt, Recipe } from '../../model/recipe.ts'
import { constant, copy } from '../../model/simple-recipes.ts'
import { byKind, type Kind } from './kinds.ts'

/** Where subjects of other providers begin, and how far they are apart: numbers, as Google and GitHub have them. */
const SUBJECTS = { first: 100_000_007, step: 7919 }

const SUBJECT: Recipe = {
  kind: 'serial',
  sequence: null,
  step: SUBJECTS.step,
  ranges: [{ row: 0, value: SUBJECTS.first }],
}

/** Numbers that are texts in JSON as well. */
const TEXTS = { sub: { kind: 'text' }, phone: { kind: 'text' } } as const

const OF_PROVIDER: Recipe = copy('provider_id')

/** A column of `auth.identities`, by the kind of the user. Who has linked another provider has a second identity. */
export function likeIdentities(
  wish: UsersWish,
  column: string,
  recipe: Recipe,
  at: Pick<Dealt, 'from'> & { readonly by: NonNullable<Dealt['by']> },
): Recipe {
  const ofUser = (name: string): Recipe => ({
    kind: 'derive',
    with: 'copy',
    from: [{ link: at.by.name, column: name }],
  })
  const deal = (recipeOf: (kind: Kind) => Recipe | undefined): Recipe => byKind(wish, at, recipeOf, recipe)
  const second = (rest: Recipe): Recipe => ({ kind: 'by-place', first: recipe, rest })
  switch (column) {
    case 'provider':
      return deal((kind) => {
        if (kind.is === 'provider') return constant(kind.name)
        if (kind.is === 'linked') return second(constant(kind.name))
        if (kind.is === 'sso') return constant(`sso:${SSO_PROVIDER}`)
        return kind.is === 'phone' ? constant('phone') : undefined
      })
    case 'provider_id':
      return deal((kind) => {
        if (kind.is === 'provider') return SUBJECT
        // What the company calls its people.
        if (kind.is === 'sso') return ofUser('email')
        return kind.is === 'linked' ? second(SUBJECT) : undefined
      })
    case 'identity_data': {
      if (recipe.kind !== 'object') return recipe
      const like = (fields: Readonly<Record<string, Recipe>>): Recipe => ({
        ...recipe,
        fields: { ...recipe.fields, ...fields },
        written: TEXTS,
      })
      const { email: _, ...others } = recipe.fields
      const phone = { phone: ofUser('phone'), email_verified: constant(false), phone_verified: constant(true) }
      const recipes: Partial<Record<Kind['is'], Recipe>> = {
        provider: like({ sub: OF_PROVIDER }),
        linked: second(like({ sub: OF_PROVIDER })),
        unconfirmed: like({ email_verified: constant(false) }),
        phone: { ...recipe, fields: { ...others, ...phone }, written: TEXTS },
        sso: like({ sub: OF_PROVIDER }),
      }
      return deal((kind) => recipes[kind.is])
    }
    default:
      return recipe
  }
}
