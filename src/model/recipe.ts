import type { ObjectId } from './name.ts'
import type { ShapeName, ShapeOptions } from './shapes.ts'
import type { Encoding, Value } from './value.ts'

/** Where the values of a column come from. Plain data: frozen in the plan, hashed, printed, compiled by `values/`. */
export type Recipe =
  | Leave
  | Constant
  | Serial
  | Draw
  | Pick
  | Follow
  | Derive
  | Compose
  | Fields
  | ByPlace
  | Match
  | Dealt
  | Edge
  | FromAsset
  | Expressed

/** The column is not named in the statement: default, generated, or filled by a trigger. */
export interface Leave {
  readonly kind: 'leave'
  readonly why: string
}

export interface Constant {
  readonly kind: 'constant'
  readonly value: Value
}

/**
 * Whole numbers by row. The value of row r is `ranges[i].value + (r - ranges[i].row) * step` for the last range with `row <= r`.
 * The ranges are drawn from `sequence` when the load begins (until then they are a forecast); null where there is no sequence.
 */
export interface Serial {
  readonly kind: 'serial'
  readonly sequence: string | null
  readonly step: number
  readonly ranges: readonly { readonly row: number; readonly value: number }[]
}

/** A shape, drawn by address. `Draw` is generic in its shape's name, so options are checked. */
export type Draw = { [Name in ShapeName]: DrawOf<Name> }[ShapeName]

export interface DrawOf<Name extends ShapeName> {
  readonly kind: 'draw'
  readonly shape: Name
  readonly options: ShapeOptions[Name]
  /** Code of the language and country (`Plan.locales`) that names and places are of; absent: of all the world, in English. */
  readonly locale?: string
  /** Of the shape; absent: the first. Later ones make better values, and plans go on with the one that they name. */
  readonly version?: number
  /**
   * Columns with the same entity speak of the same person, place, company, product, text … : they draw from one address. `link` takes the
   * entity of that name from the parent that the link leads to (a profile and its user), when that parent is planned, not a pool.
   */
  readonly entity?: { readonly name: string; readonly link?: string; readonly table?: string }
  readonly unique?: Unique
}

/** One of the given values. */
export interface Pick {
  readonly kind: 'pick'
  readonly values: readonly Value[]
  /** Same length as `values`; any non-negative numbers. Ignored when unique. */
  readonly weights?: readonly number[]
  /** Picks with the same name in one table take the same index (values that belong together). */
  readonly together?: string
  /** Row by row in the order of the list, not drawn. */
  readonly ordered?: true
  readonly unique?: Unique
}

/** The value of `column` (of the parent) in the row that the link leads to. NULL where the link leads nowhere. */
export interface Follow {
  readonly kind: 'follow'
  readonly link: string
  readonly column: string
}

/** A function of other columns of the row, or of a parent's columns. */
export interface Derive {
  readonly kind: 'derive'
  readonly with: DeriveName
  readonly from: readonly Input[]
  /** Of `gather`: the rows that it looks at. */
  readonly over?: Over
  readonly options?: Readonly<Record<string, Value>>
  readonly unique?: Unique
}

/** Columns of the rows of a table that lead to the row by a link. */
export interface Over {
  readonly table: ObjectId
  readonly link: string
  readonly columns: readonly string[]
}

export type Input = { readonly column: string } | { readonly link: string; readonly column: string }

/**
 * - `copy`: the first input that is not null. `slug`: the first input as a slug, options maxLength. `excerpt`: first sentence(s), maxLength.
 * - `after`: a time not before the latest of the inputs: options `within` (ms, typical distance), `until` (ms since epoch, never later), `since` (nor sooner
 *   than that), `strict`; `exact`: that distance and no other; `placed`: siblings in their order, a typical distance apart where there is room.
 *   All inputs null: as drawn between `from` and `until` (ms).
 * - `before`: likewise not later than the earliest input; `within`, `since`.
 * - `above` / `below`: a number greater (or smaller) than the inputs by up to `within`, at least `step`; options `max`/`min`, `scale`.
 * - `sum`, `product`, `difference` (first minus the rest), `ratio`: numbers; options `scale`; of `sum` also `factors`, one for each input, and a `constant`.
 * - `lower`, `upper`, `trim`, `initials`, `concat` (options `separator`), `length`.
 * - `format`: a text of `parts`, one after the other: a text as it is, a list of numbers the first of those inputs that is not NULL. NULL where a part is.
 * - `position`: j, the place among the siblings, from options `start`. `depth`: distance to the root of a self link (options `link`, `start`). `path`: the
 *   first input of each row from that root down, options `separator`, `start`, `end`, `plain` (labels of ltree), `above` (without the row itself; NULL for a root).
 * - `children`: how many rows of the table `table` the row owns by its link `link`; 0 where the plan has none.
 * - `gather`: what the rows of `over` come to, by options `by`: `sum` (of the product of its columns), `average`, `latest` (time of the first column; of none: the
 *   latest input), `some` and `none` (are there any?). Option `empty` for no rows; of numbers `scale`, and of `sum` `factor` and `factors` of the inputs that are added.
 * - `nested`: a bound of nested sets by the self link `link`: option `side` (`left`, `right`, or `tree`: its number); `each`: anew in each tree.
 * - `next`: the first input of the next sibling; NULL for the last one.
 * - `stage`: a status of one of the lists `over`, `running`, `ahead` (now and then of `others`), by where the span of the inputs (or a range) lies to `at` (ms).
 * - `url`: a link under a reserved domain with the first input as its last part.
 */
export type DeriveName =
  | 'copy'
  | 'slug'
  | 'excerpt'
  | 'after'
  | 'before'
  | 'above'
  | 'below'
  | 'sum'
  | 'product'
  | 'difference'
  | 'ratio'
  | 'lower'
  | 'upper'
  | 'trim'
  | 'initials'
  | 'concat'
  | 'format'
  | 'length'
  | 'position'
  | 'depth'
  | 'path'
  | 'children'
  | 'gather'
  | 'nested'
  | 'next'
  | 'stage'
  | 'url'

/** A text ordered from a language model before the load; `fallback` when there is none. */
export interface Compose {
  readonly kind: 'compose'
  readonly order: string
  readonly fallback: Recipe
}

/** A JSON object with these keys. */
export interface Fields {
  readonly kind: 'object'
  readonly fields: Readonly<Record<string, Recipe>>
  /** Fields whose values are written as the text of a type (dates), or as a JSON number; others are as they are. */
  readonly written?: Readonly<Record<string, Encoding>>
}

/** One recipe for the first child of each owner, another one for its siblings. */
export interface ByPlace {
  readonly kind: 'by-place'
  /** `last`: of the children that each owner had when its first ones were made, the last one is told apart instead. */
  readonly told?: 'last'
  readonly first: Recipe
  readonly rest: Recipe
}

/** What an expression of the mapping language gives for the item of a pool (`Plan.assetPools`) that the row holds. */
export interface FromAsset {
  readonly kind: 'asset'
  readonly pool: string
  /** As the user wrote it. */
  readonly expression: string
  /** For the rows from here on: those before it were made otherwise. */
  readonly first: number
  /** Labels that a text must be one of (an enum): spelled as the nearest one. */
  readonly labels?: readonly string[]
  /** For rows that hold no item, and where the expression gives nothing: what the column would get anyway. */
  readonly otherwise: Recipe
  /** Share of NULLs among these, 0 … 1, drawn by identity. */
  readonly nulls: number
  /** The expression has something to say of rows that hold no item as well (a fallback): it is asked for an empty one. */
  readonly made?: true
}

/** What an expression of the mapping language gives for the row. */
export interface Expressed {
  readonly kind: 'expression'
  /** As the user wrote it. */
  readonly expression: string
  /** The columns of the row that it looks at. */
  readonly from: readonly { readonly column: string }[]
  /** Labels that a text must be one of (an enum): spelled as the nearest one. */
  readonly labels?: readonly string[]
  /** Characters at most, where the value carries what makes it unique. */
  readonly maxLength?: number
  readonly unique?: Extract<Unique, { by: 'path' }>
}

/** One of the values in every row whose number plus `offset` is a multiple of `every`, in turn; `otherwise` in the others. */
export interface Edge {
  readonly kind: 'edge'
  readonly every: number
  readonly offset: number
  readonly values: readonly Value[]
  readonly otherwise: Recipe
}

/**
 * One recipe or another, dealt out by number: whole `amounts` are the rows from `from` on, one case after the other; amounts below 1 are shares of the rows
 * after these, kept by any number of rows as nearly as can be. Rows before `from`, rows that are given, and all the rest get `otherwise`.
 */
export interface Dealt {
  readonly kind: 'dealt'
  /** The row that counts: where this link leads, instead of the row itself. */
  readonly by?: { readonly name: string; readonly column: string }
  readonly from: number
  readonly cases: readonly { readonly amount: number; readonly recipe: Recipe }[]
  readonly otherwise: Recipe
}

/** One recipe or another, by what another column of the row holds (compared as texts): words that fit the stars. */
export interface Match {
  readonly kind: 'match'
  /** The column is of the row that this link leads to, instead of the row itself. */
  readonly link?: string
  readonly column: string
  readonly cases: readonly { readonly values: readonly Value[]; readonly recipe: Recipe }[]
  readonly otherwise: Recipe
}

/** How a recipe is unique by construction. */
export type Unique =
  /**
   * The index of the row (`row`: its number in the table; `parent`: its place j among the children of its owner) is permuted, keyed by `key`
   * (and by the parent's identity for `parent`), over the product of `radices`; this recipe takes digit number `digit` of the result (mixed radix,
   * digit 0 the least). So several recipes share one unique key. `candidates` (K, at least 1) private candidates per row: number k is the permutation of
   * index·K + k; `chosen` names the rows that do not take their first one. Product of radices must be >= rows * K and <= 2^53.
   */
  | {
      readonly by: 'permute'
      readonly scope: 'row' | 'parent'
      readonly key: string
      readonly radices: readonly number[]
      readonly digit: number
      readonly candidates: number
      readonly chosen?: readonly (readonly [row: number, k: number])[]
    }
  /**
   * The value carries the path of the row: for a root its number from 1, for a child its parent's path, `-` and j from 1; under a pool the
   * parent's key hash in base 36. Texts only, at least 12 characters long. `chosen` as above: k > 0 adds `-x<k>`. Of scope `parent` only j: the key
   * holds the owner's columns as well.
   */
  | { readonly by: 'path'; readonly scope?: 'parent'; readonly chosen?: readonly (readonly [row: number, k: number])[] }
