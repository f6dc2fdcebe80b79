/** Where a finding or an error belongs. All parts are optional; ids as in `ObjectId`. */
export interface Place {
  readonly table?: string
  readonly column?: string
  readonly constraint?: string
  /** A path on disk, as the user would type it. */
  readonly file?: string
  /** A path inside the configuration: `tables.posts.count`. */
  readonly path?: string
}

/** `danger` must be allowed by its id before anything is written; `error` makes the exit code non-zero. */
export type Level = 'info' | 'warning' | 'error' | 'danger'

/** Something the user should know: a shortfall, a skipped table, a relaxed rule, a fallback, a danger. */
export interface Finding {
  /** Stable over runs: code plus place, for example `table-not-empty:orders`. This is what `--allow` takes. */
  readonly id: string
  /** What kind of finding it is: `table-not-empty`. */
  readonly code: string
  readonly level: Level
  readonly place: Place
  /** One sentence. */
  readonly message: string
  readonly expected?: string
  readonly found?: string
  /** What to do about it: a flag, a setting, a command. */
  readonly next?: string
}

/** Builds a finding; the id is made of the code and the place. */
export function finding(
  code: string,
  level: Level,
  place: Place,
  message: string,
  rest: { expected?: string; found?: string; next?: string } = {},
): Finding {
  const where = [place.table, place.column, place.constraint, place.path, place.file].filter((part) => part)
  return { id: [code, where.join('.')].filter(Boolean).join(':'), code, level, place, message, ...rest }
}
