import type { ObjectId } from './name.ts'

/**
 * Whom the database takes for the writer of rows, as far as their triggers ask (`auth.uid()`, `auth.role()`): claims of an access token; the database's role stays.
 * `first`: the first user of ours in the table `users`, else of all. `user`: always this one. `role`: no user, but this role of the API. `column`: the user that a
 * column of the row names, or of the row that the chain of `links` leads to.
 */
export type SignedIn =
  | { readonly by: 'first'; readonly users: ObjectId; readonly key: string }
  | { readonly by: 'user'; readonly id: string }
  | { readonly by: 'role'; readonly role: string }
  | { readonly by: 'column'; readonly links: readonly string[]; readonly column: string }
