/** What expressions may call besides the functions of the mapping language: handed in from outside, for the rooms that evaluate are pure. */
export interface Callables {
  /** The methods of faker; loaded when the first expression names one. */
  readonly faker: () => FakerMethods
  /** Markdown as HTML; loaded when first asked for. */
  readonly html: () => HtmlOf
  /** The user's own functions, by name. */
  readonly functions: Readonly<Record<string, OwnFunction>>
  /** Where the HTTP API of the project answers, without a slash at its end; null where nothing says so. */
  readonly apiUrl: () => string | null
}

/** HTML of the author's own in it is escaped, or kept as it is. */
export type HtmlOf = (markdown: string, ownHtml: 'escape' | 'keep') => string

/** A function of the user's own; gives the same for the same arguments. Moments are `Date`s, durations milliseconds. */
export type OwnFunction = (...given: readonly unknown[]) => unknown

/** faker, its chance replaced by ours. */
export interface FakerMethods {
  /** `lorem` → `sentence`, `paragraphs`, … */
  readonly modules: ReadonlyMap<string, readonly string[]>
  /** Methods that give no data of their own, by `module.method`: what to write instead. */
  readonly refused: ReadonlyMap<string, string>
  /**
   * What a method of a module gives. `chance`: numbers in [0, 1), one after the other; `now`: milliseconds since the epoch, what its times refer to.
   * @throws what the method throws
   */
  call(
    name: { readonly module: string; readonly method: string },
    given: readonly unknown[],
    chance: () => number,
    now: number,
  ): unknown
}
