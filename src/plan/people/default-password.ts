/** What generated users sign in with where nobody said otherwise: the password of MakerKit's own test users. */
export const DEFAULT_PASSWORD = 'testingpassword'
/** bcrypt's cost of Supabase Auth itself. */
export const DEFAULT_PASSWORD_COST = 10
