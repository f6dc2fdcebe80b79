/** The table of Supabase Auth in which users are. */
export const USERS = 'auth.users'

/** A user of ours in `auth.users`. */
export interface OwnUser {
  readonly id: string
  /** What the configuration calls a user that it gives; null for the others. */
  readonly handle: string | null
  /** True: the configuration gives a hash of its own, and nobody knows the password. */
  readonly ownPassword: boolean
  /** What the configuration says that they sign in with; absent: what all do. */
  readonly password?: string
  /** True: the plan has the user unconfirmed, banned, or with another provider, so that no password lets them in. */
  readonly apart: boolean
}
