/** A user as the Auth admin API takes one. */
export interface NewUser {
  readonly id: string
  readonly email: string
  /** As it is stored; null: nobody signs in with a password. */
  readonly passwordHash: string | null
  readonly confirmed: boolean
  readonly role: string
  /** Objects, as JSON has them. */
  readonly userMetadata: unknown
  readonly appMetadata: unknown
  /** Hours, at least 1; null: not banned. */
  readonly bannedFor: number | null
}

/** Makes users through the Auth admin API. */
export interface UserMaker {
  /** Requests at once. */
  readonly requests: number
  /**
   * Makes one; a user who is there already under this id and address is made.
   * @throws SeedError where Supabase Auth refuses, does not answer, or `signal` is given (`interrupted`).
   */
  make(user: NewUser, signal: AbortSignal | undefined): Promise<void>
  /** Takes back a user that was just made. @throws SeedError */
  remove(id: string): Promise<void>
  /** What to say when a user who was made is not in the database. */
  elsewhere(): Error
}
