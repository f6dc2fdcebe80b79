/** A cookie as Playwright sets it. `expires`: seconds since the epoch. */
export interface StoredCookie {
  name: string
  value: string
  domain: string
  path: string
  expires: number
  httpOnly: boolean
  secure: boolean
  sameSite: 'Strict' | 'Lax' | 'None'
}

/** What a browser holds, in the form of Playwright's storage state. */
export interface StorageState {
  cookies: StoredCookie[]
  origins: { origin: string; localStorage: { name: string; value: string }[] }[]
}
