/** Supabase Auth refuses shorter passwords. */
export const PASSWORD_CHARACTERS = 6
/** bcrypt reads no more: Supabase Auth refuses longer ones. */
export const PASSWORD_BYTES = 72

/** Why Supabase Auth would not take a password, never the password itself; null where it does. */
export function passwordMisfit(password: unknown): { readonly expected: string; readonly found: string } | null {
  const expected = `a text of at least ${PASSWORD_CHARACTERS} characters and at most ${PASSWORD_BYTES} bytes`
  if (typeof password !== 'string') return { expected, found: password === null ? 'null' : typeof password }
  if (password.length < PASSWORD_CHARACTERS) return { expected, found: `${password.length} characters` }
  const bytes = new TextEncoder().encode(password).length
  return bytes > PASSWORD_BYTES ? { expected, found: `${bytes} bytes` } : null
}
