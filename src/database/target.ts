/** Which database to open, and who named it (`--db-url`, `DATABASE_URL (.env.local)`, `supabase/config.toml`). */
export type Target = { readonly source: string } & (
  | {
      /** `postgres://` or `postgresql://`. */
      readonly url: string
      /** How many transactions may run side by side; default 4, and 1 where the address is a transaction pooler. */
      readonly connections?: number
    }
  | {
      /** Folder of an embedded database (made if it is not there), or `memory`. */
      readonly embedded: string
      /** A database that is not there yet begins with the Supabase-shaped base; default false. */
      readonly base?: boolean
    }
)
