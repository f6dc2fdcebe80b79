import type { UsersWish } from '../../model/config.ts'
import type { Dealt, Recipe } from '../../model/recipe.ts'
import type { Draft } from '../draft.ts'

/** How somebody signs in, where it is not with a confirmed e-mail address and a password alone. */
export type Kind =
  | { readonly is: 'provider' | 'linked'; readonly name: string; readonly amount: number }
  | { readonly is: 'unconfirmed' | 'banned' | 'phone' | 'anonymous' | 'sso'; readonly amount: number }

/** Every user who is made is of one kind, or one of the rest. Kinds that came later come last, so that earlier ones keep their users. */
export const kindsOf = (wish: UsersWish): readonly Kind[] =>
  [
    ...wish.providers.map(({ name, amount }): Kind => ({ is: 'provider', name, amount })),
    { is: 'unconfirmed' as const, amount: wish.unconfirmed },
    { is: 'banned' as const, amount: wish.banned },
    { is: 'phone' as const, amount: wish.phone },
    { is: 'anonymous' as const, amount: wish.anonymous },
    { is: 'sso' as const, amount: wish.sso?.amount ?? 0 },
    ...wish.linked.map(({ name, amount }): Kind => ({ is: 'linked', name, amount })),
  ].filter(({ amount }) => amount > 0)

/** Users that are of a kind by number; the others come after them. */
export const counted = (wish: UsersWish): number =>
  kindsOf(wish).reduce((sum, { amount }) => sum + (amount < 1 ? 0 : amount), 0)

/** By the kind of the user; where `recipeOf` says nothing, as for the rest. */
export function byKind(
  wish: UsersWish,
  at: Pick<Dealt, 'from' | 'by'>,
  recipeOf: (kind: Kind) => Recipe | undefined,
  otherwise: Recipe,
): Recipe {
  const cases = kindsOf(wish).map((kind) => ({ amount: kind.amount, recipe: recipeOf(kind) ?? otherwise }))
  return cases.every(({ recipe }) => recipe === otherwise) ? otherwise : { kind: 'dealt', ...at, cases, otherwise }
}

/** Rows that are given before all others; so it stays when more are given later. */
export function givenBefore(draft: Draft): number {
  const rows = new Set(draft.given.map(({ row }) => row))
  let from = 0
  while (rows.has(from)) from++
  return from
}
