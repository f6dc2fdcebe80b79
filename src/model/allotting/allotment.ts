import type { AllotCondition } from './allot-condition.ts'

/** How items are shared out among targets. */
export type Strategy = 'random' | 'weighted_random' | 'round_robin' | 'even_spread' | 'one_to_one' | 'custom'

/** What gives way where not everything can hold. */
export type Relaxable = 'totalItems' | 'dateDistribution' | 'categoryBalance' | 'minPerTarget' | 'maxPerTarget'

/** A demand that could not be met to the letter. */
export interface Relaxation {
  readonly constraint: string
  readonly requested: number
  readonly applied: number
  readonly reason: string
}

/** Shares of all placed items, 0 … 1. */
export interface ShareBounds {
  readonly min?: number
  readonly max?: number
}

export interface AllotConstraints<Item, Target> {
  /** Items of each target, at least; default 0. */
  readonly minPerTarget?: number
  /** Items of each target, at most; default no bound. `one_to_one` has 1. */
  readonly maxPerTarget?: number
  /** So many items are placed; default all that have room. */
  readonly totalItems?: number | undefined
  /** Bounds of a target's own, inside of the others: a function, or the name of a member of the targets (the most), or `{ min, max }` of names and numbers. Targets without the member have no bound. */
  readonly capacity?:
    | ((target: Target, index: number) => { readonly min?: number; readonly max?: number } | number)
    | string
    | number
    | { readonly min?: string | number; readonly max?: string | number }
  /** `item`: each goes to one target (default). `pair`: one may go to several targets, to each at most once. */
  readonly uniqueness?: 'item' | 'pair'
  /** By category: its share of the items that are placed. */
  readonly categoryBalance?: Readonly<Record<string, ShareBounds>>
  /** A function, or the name of a member; default `category`, of the front matter too. Items of categories that `categoryBalance` does not name have no share of their own. */
  readonly categoryOf?: ((item: Item) => string | null) | string
  /** Shares of items from `cutoff` on and of older ones; both together 1. */
  readonly dateDistribution?: {
    readonly recentWeight: number
    readonly oldWeight: number
    /** A date, an ISO text or `6 months ago`, or ms since the epoch; default six months before now. Items without a date are old. */
    readonly cutoff?: string | number | Date
  }
  /** A function, or the name of a member; default `date`, of the front matter too. */
  readonly dateOf?: ((item: Item) => string | number | Date | null) | string
  /** Where an item may go: a function, false for no comment by the author of the post; or conditions that must all hold, `[{ item: 'author', not: { target: 'author' } }]`. */
  readonly allowed?: ((item: Item, target: Target) => boolean) | readonly AllotCondition[]
  /** Of each group at most so many items for a target: one post of a month. Items without a group are not counted. */
  readonly perGroup?: { readonly of: ((item: Item) => string | null) | GroupMember; readonly max: number }
}

/** The name of a member, or the day, month or year of the date that it says. */
export type GroupMember = string | { readonly day: string } | { readonly month: string } | { readonly year: string }

/** Items in, targets out. */
export interface DistributeOptions<Item = unknown, Target = unknown> {
  readonly items: readonly Item[]
  readonly targets: readonly Target[]
  /** Default `even_spread`. */
  readonly strategy?: Strategy
  /** Of the targets, for `weighted_random`: a list, a function, the name of a member, or a law: `zipf` (1 / place), `pareto` (the 80-20 rule), `long_tail` (log-normal), `normal`. Default `long_tail`. */
  readonly weights?: readonly number[] | string | ((target: Target, index: number) => number)
  /** Of the items, where one may go to several targets. */
  readonly itemWeights?: readonly number[] | string | ((item: Item, index: number) => number)
  readonly constraints?: AllotConstraints<Item, Target>
  /** The same seed gives the same result. Default `supa-seed`. */
  readonly seed?: string | number
  /** `relax` (default): what cannot hold gives way, and is told. `partial`: nothing gives way, and items or targets are left. `error`: nothing is shared out. */
  readonly onConflict?: 'relax' | 'error' | 'partial'
  /** Too few items for `minPerTarget`: `relax` lowers it, `synthesize` makes items. Default: made where a target would be left without any, and `synthesize` is given. */
  readonly onShortage?: 'relax' | 'synthesize' | 'error'
  /** Makes an item that is missing. */
  readonly synthesize?: (index: number) => Item
  /** What gives way first; what it does not name never does. Default: as `Relaxable` is listed. */
  readonly relaxationOrder?: readonly Relaxable[]
  /** Of `custom`: for each item the number of its target (null: none), or for each target its items. What it gives is checked. */
  readonly custom?: (given: {
    readonly items: readonly Item[]
    readonly targets: readonly Target[]
    readonly constraints: AllotConstraints<Item, Target>
  }) => readonly (number | null)[] | readonly (readonly Item[])[]
  /** What tells items and targets apart; default the members `id`, `identity`, `slug`, `key`, `email`, `name`, else their place. */
  readonly keyOf?: (one: Item | Target) => string
}

/** Something that is going on; `done` of `total` items. */
export interface AllotProgress {
  readonly phase: 'read' | 'settle' | 'place'
  readonly done: number
  readonly total: number
}

/** An item, or a target, that was only counted. */
export interface Counted {
  readonly id: number
  readonly synthetic: boolean
}

export interface Unassigned<Item> {
  readonly item: Item
  readonly reason: string
}

export interface Unserved<Target> {
  readonly target: Target
  readonly reason: string
}

/** The targets in their order, each with its items; an array with more to say. */
export type Distribution<Item = unknown, Target = unknown> = readonly {
  readonly target: Target
  readonly items: readonly Item[]
}[] & {
  readonly relaxations: readonly Relaxation[]
  readonly unassigned: readonly Unassigned<Item>[]
  /** Targets that have fewer than was asked for them. */
  readonly unserved: readonly Unserved<Target>[]
  /** Items that were made. */
  readonly synthetic: readonly Item[]
  readonly statistics: {
    readonly items: number
    readonly targets: number
    /** Pairs of an item and a target. */
    readonly placed: number
    readonly perTarget: { readonly min: number; readonly max: number; readonly mean: number }
  }
}
