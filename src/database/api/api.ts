/** The HTTP API of a Supabase project, and who named it. `key` is a secret: it stands in headers and nowhere else. */
export interface Api {
  /** Without a slash at its end. */
  readonly url: string
  readonly key: string
  /** `SUPABASE_URL`, `supabase/config.toml`, … */
  readonly source: string
}
