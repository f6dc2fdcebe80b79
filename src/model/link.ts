import type { ObjectId } from './name.ts'
import type { Value } from './value.ts'

/** A foreign key (or a found relation without one) as the plan uses it: which parent row a row leads to. */
export interface Link {
  /** Name of the foreign key; unique in its table. */
  readonly name: string
  readonly columns: readonly string[]
  readonly parent: {
    readonly table: ObjectId
    readonly columns: readonly string[]
    /** Id of the pool when the parents are rows that are there already; null when they are rows of this plan. */
    readonly pool: string | null
  }
  readonly choose: Choose
  /** Share of rows whose link leads nowhere, 0 … 1. Drawn from the identity. */
  readonly nulls: number
  /** `first`: that of the first child of each owner leads somewhere all the same. */
  readonly held?: 'first'
  /** Written NULL first and mended by a patch step (a cycle was cut here). */
  readonly patch: boolean
  /** Why this way: one sentence for `plan`. */
  readonly why: string
  /** Where rows that are given lead: numbers of parent rows, null for nowhere (or to a row that is not planned). */
  readonly fixed?: readonly (readonly [row: number, parent: number | null])[]
  /**
   * How many parents there were when the table had so many rows, ascending: rows that are there lead where they led. Only of links that are drawn;
   * absent: as many as now.
   */
  readonly generations?: readonly { readonly rows: number; readonly parents: number }[]
  /** Only parents for which each of these holds; radices and numbers of `choose` count these alone, in the order of their rows. */
  readonly where?: readonly ParentCondition[]
}

/** A column of the parent holds one of the values, compared as texts. */
export interface ParentCondition {
  readonly column: string
  readonly values: readonly Value[]
}

export type Choose =
  /** Parents own blocks of children (rule 2): the table's owner link; at most one per table. */
  | { readonly kind: 'blocks'; readonly spread: Spread }
  /**
   * A parent drawn from the identity; `skew` 0: all alike, 1: as in life, few are chosen often. `avoid` names another link to the same table whose
   * parent must be another row (nobody follows themselves); NULL or the same row where there is only one parent. `favour` stands in place of `skew`.
   */
  | { readonly kind: 'hash'; readonly skew: number; readonly avoid?: string; readonly favour?: Favour }
  /** The link is part of a unique key: see `Unique` of recipes; radix `digit` is the number of parents. */
  | {
      readonly kind: 'permute'
      readonly scope: 'row' | 'parent'
      readonly key: string
      readonly radices: readonly number[]
      readonly digit: number
      /** As for `hash`: the radix is then the number of parents less one, and the parent to avoid is skipped. */
      readonly avoid?: string
      /** The first child of each owner (scope `parent`) leads to the row that the owner's own link of this name leads to: the first member is the owner. */
      readonly first?: string
      /** Rows under the same ancestor come first, each of them once (scope `parent`; `mine` begins with the owner link). */
      readonly under?: Under
    }
  /** The rows above the one that the owner link leads to, by the self link `link` of their table: child 0 leads to that row itself, child 1 to the one above … */
  | { readonly kind: 'ancestor'; readonly link: string }
  /**
   * One of two links to the same table that lead to different rows: number d of all pairs of parents, d drawn from the identity, or digit `digit` of a
   * key (see `Unique` of recipes; the radix is the number of pairs), so that no two rows name the same two parents in whatever order. `side`: the one
   * whose value of the parent's column comes first or last, as `order` compares; `one` and `other`: as a coin falls.
   */
  | {
      readonly kind: 'pair'
      readonly with: string
      readonly side: 'low' | 'high' | 'one' | 'other'
      readonly order: 'number' | 'text' | 'word'
      readonly unique?: PairDigit
    }
  /** The first child of each owner leads to parent number `first`, the others to any other one, drawn from the identity. */
  | { readonly kind: 'place'; readonly first: number; readonly skew: number }
  /** A self reference: an earlier row of the table, or of the same block; a share of `roots` has none (points at itself where `itself`). */
  | { readonly kind: 'earlier'; readonly scope: 'table' | 'block'; readonly roots: number; readonly itself: boolean }
  /**
   * A parent under the same ancestor as the row: follow `mine` (link names from this table) and the parent's `theirs` (link names; none: the
   * ancestor itself) to one and the same row. Where that ancestor has none: nowhere if the link has `nulls` or `lone` says so, else any parent.
   * `avoid`: as for `hash`, where there is another one. `or`: other ways, for rows whose first way leads nowhere.
   */
  | {
      readonly kind: 'within'
      readonly mine: readonly string[]
      readonly theirs: readonly string[]
      readonly skew: number
      readonly lone?: 'nowhere'
      readonly avoid?: string
      readonly or?: readonly { readonly mine: readonly string[]; readonly theirs: readonly string[] }[]
    }
  /**
   * Where the link `to` of a row of the table `among` leads that is under the same ancestor as the row (`mine` from this table, `theirs` from that one):
   * a member of the same team. Where there is none, where the `owner` link of the ancestor leads, if there is one; else as for `within`.
   */
  | {
      readonly kind: 'member'
      readonly mine: readonly string[]
      readonly among: ObjectId
      readonly theirs: readonly string[]
      readonly to: string
      readonly owner?: { readonly table: ObjectId; readonly link: string }
      readonly skew: number
      readonly lone?: 'nowhere'
    }
  /** The root of the tree that the self link `link` makes: where a row of it is the root itself, nowhere, or itself where `itself`. */
  | { readonly kind: 'root'; readonly link: string; readonly itself: boolean }
  /** The first of the rows that the parent owns in this table's chunk: closes a NOT NULL cycle (`link` is the parent table's owner link to us). */
  | { readonly kind: 'first-child'; readonly link: string }
  /** The columns are filled by other links or recipes; this one only orders tables. */
  | { readonly kind: 'implied'; readonly by: readonly string[] }
  /** Always NULL. */
  | { readonly kind: 'none' }

/**
 * Rows under the ancestor that the links `mine` lead to: those that get there by `theirs`; with `among`, where the link `to` of the rows of that table leads
 * that get there so (members).
 */
export interface Under {
  readonly mine: readonly string[]
  readonly theirs: readonly string[]
  readonly among?: ObjectId
  readonly to?: string
}

/** Where a unique key counts out pairs of parents. */
export interface PairDigit {
  readonly scope: 'row' | 'parent'
  readonly key: string
  readonly radices: readonly number[]
  readonly digit: number
}

/** How many children each parent has. Computed by `values/rows/spread.ts` from the parents' identities. */
export interface Spread {
  /** The history of totals: rows are numbered so that those of an earlier generation keep their numbers. At least one; the last one is now. */
  readonly generations: readonly {
    readonly rows: number
    readonly parents: number
    /** So many of its rows come first and are given: they belong to no block. Default 0. */
    readonly given?: number
    /** Rows that there were then for the links of `with`, in their order. */
    readonly reach?: readonly number[]
    /** Parents that are not there (any more): they own no more rows than in the generation before. Ascending. */
    readonly idle?: readonly number[]
  }[]
  readonly min: number
  /** null: no bound. */
  readonly max: number | null
  /** `written`: parents that a trigger made (`TablePlan.made`) own none. */
  readonly only?: 'written'
  /** Links (`within`) of the table: parents own none whose children such a link would find no row for. Where that leaves none, all own. */
  readonly with?: readonly string[]
  /** A link (`ancestor`, or `permute` with `under`) of the table: no parent owns more rows than the link has for it. Where that leaves too little room, it is not kept. */
  readonly limit?: string
  /** Parents whose rows here are all given; ascending. */
  readonly closed?: readonly number[]
  /** How many rows each parent has is dealt out by the parent's number; then bounds and law say nothing. */
  readonly each?: DealtChildren
  /** Parents get children by the persona of their user as well. */
  readonly favour?: Favour
  /** `even`: nearly the same for all; `natural`: log-normal weights with this sigma (default 0.6): few have many. */
  readonly law: { readonly kind: 'even' } | { readonly kind: 'natural'; readonly sigma: number }
}

/** Numbers of children, dealt out as `Dealt` deals out recipes: whole amounts are parents, those below 1 shares of them. */
export interface DealtChildren {
  /** The first parent that counts; all before it are given. */
  readonly from: number
  /** `children` null: as the rest. */
  readonly cases: readonly { readonly amount: number; readonly children: number | null }[]
  /** All the rest; or dealt out once more: by their numbers from another one on (`from`), or (null) by their own place among the rest. */
  readonly otherwise:
    | number
    | {
        readonly from: number | null
        readonly cases: readonly { readonly amount: number; readonly children: number }[]
        readonly otherwise: number
      }
  /** Parents that are given, and what they have. */
  readonly given: readonly (readonly [row: number, children: number])[]
}

/**
 * How much content users of each persona get. `path`: links from the parent up to the user (none: the parent is the user). Users have personas in turn,
 * from row `from` on; others, and those that are given, have weight 1.
 */
export interface Favour {
  readonly path: readonly string[]
  readonly from: number
  readonly weights: readonly number[]
}

/** Rows that are there already and that links may lead to: gathered before the plan, frozen in it. Sorted by key; JSON-safe. */
export interface Pool {
  readonly id: string
  readonly table: ObjectId
  readonly columns: readonly string[]
  /** Which of the columns tell the rows apart wherever they were inserted, if the columns that links lead to do not: what hangs on the parent hangs on these. */
  readonly identity?: readonly string[]
  /** The text Postgres prints for each column. */
  readonly rows: readonly (readonly (string | null)[])[]
  /** False where only a part was gathered. */
  readonly complete: boolean
}
