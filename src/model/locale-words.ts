/** What people and places of a language are made of: frozen in the plan, so that the values stay when lists elsewhere grow. */
export interface LocaleWords {
  /** `de`, `pt_BR`. */
  readonly code: string
  /** Two letters; null: anywhere. */
  readonly country: string | null
  /**
   * `名=reading` where a name is not written in letters that have a reading of their own. Null: the names that supa-seed brings, of many origins. `lastMale`: family
   * names of men, where they differ, in any order.
   */
  readonly names: {
    readonly female: readonly string[]
    readonly male: readonly string[]
    readonly last: readonly string[]
    readonly lastMale?: readonly string[]
    /** The family name comes first. */
    readonly familyFirst?: true
    /** Two family names. */
    readonly double?: true
    /** `Frau`, `Herr`. */
    readonly titles?: { readonly female: string; readonly male: string }
  } | null
  /** What there is nothing of; English is used. */
  readonly missing: readonly ('names' | 'addresses' | 'phones')[]
}
