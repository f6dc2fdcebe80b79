import type { Allotted } from '../model/allotting/association.ts'
import type { AssetMapping } from '../model/assets/asset-mapping.ts'
import type { Assets } from '../model/assets/assets.ts'
import type { Catalog, Column, ForeignKey, Relation } from '../model/catalog.ts'
import type { Config } from '../model/config.ts'
import type { Finding } from '../model/finding.ts'
import type { Past } from '../model/journal.ts'
import type { Lesson } from '../model/lesson.ts'
import type { Choose, DealtChildren, Favour, ParentCondition, Pool, Under } from '../model/link.ts'
import type { LocaleWords } from '../model/locale-words.ts'
import type { ObjectId } from '../model/name.ts'
import type { Condition } from '../model/plan.ts'
import type { Answers } from '../model/question.ts'
import type { Recipe } from '../model/recipe.ts'
import type { ColumnStudy, Study, TableStudy } from '../model/study.ts'
import type { Value } from '../model/value.ts'
import type { ColumnAsset, DraftAssets } from './assets/draft-assets.ts'
import type { References } from './assets/references/reference.ts'
import type { Fixture } from './fixtures/fixture.ts'
import type { Scope, ScopeTable } from './scope.ts'

/** All that a plan is made of, besides what it builds while it works. */
export interface Inputs {
  readonly config: Config
  readonly catalog: Catalog
  readonly study: Study
  readonly scope: Scope
  readonly answers: Answers
  readonly past: Past
  /** What rehearsals found out. Default: nothing. */
  readonly lessons?: readonly Lesson[]
  /** The user's content, and the language that maps it. */
  readonly assets: Assets
  readonly mapping: AssetMapping
  /** Nothing is written by this plan: content that does not fit is passed over. */
  readonly tentative: boolean
  /** Handles of given rows that were there before ours, by table, where that was found out without a journal. */
  readonly givenByOthers?: Readonly<Record<ObjectId, readonly string[]>>
  /** Rows that parents have room for, where a link limits them (`Spread.limit`), as an earlier round has measured. Default: not known. */
  readonly room?: Readonly<Record<ObjectId, number>>
  /** Rows of earlier runs that went with rows of others on which they hung, by table. Default: none. */
  readonly gone?: Readonly<Record<ObjectId, readonly number[]>>
  /** Given rows that are there already are told once more, as they would be given today. */
  readonly restated?: true
  /** What associations make of the rows, as an earlier round has found it; absent: not known. */
  readonly allotted?: Allotted | null
  /** Milliseconds since the epoch, frozen. */
  readonly now: number
  /** The generation of generators for tables that have no rows of ours yet. */
  readonly generators: number
  /** The words of the languages that are asked for, by code. Default: none. */
  readonly locales?: Readonly<Record<string, LocaleWords>>
  /** Does a text match a POSIX regular expression (false where it cannot be read)? The values room knows. */
  readonly matches: (text: string, pattern: string, caseless: boolean) => boolean
  /** How many different texts can be counted out for a regular expression (0: none). */
  readonly patternSpace: (pattern: string, caseless: boolean, maxLength: number | undefined) => number
}

/** A table where a trigger makes some rows (a personal account for each user), and others are written (team accounts). */
export interface Mixed {
  /** Columns that the trigger fills with a literal: what tells the two kinds apart. */
  readonly constants: Readonly<Record<string, Value>>
}

/** A table while its plan is being made. Only `plan/` sees drafts; what leaves is a `TablePlan`. */
export interface Draft {
  readonly id: ObjectId
  readonly relation: Relation
  study: TableStudy
  readonly scope: ScopeTable
  links: DraftLink[]
  owner: DraftLink | null
  /** Bounds of children per parent of the owner link. */
  spread: { min: number; max: number | null; even: boolean; each?: DealtChildren }
  readonly columns: Map<string, DraftColumn>
  /** Owners get rows by the persona of their user. */
  favour: Favour | null
  /** Rows that there will be: what was asked for, as far as it fits, and never fewer than are there. */
  rows: number
  /** Rows that were asked for, as far as they fit. */
  asked: number
  /** A trigger of this table makes the rows; they are enriched. */
  madeBy: {
    trigger: string
    of: ObjectId
    columns: Readonly<Record<string, string | null>>
    /** The foreign key that leads to the row that the trigger fired for. */
    foreignKey: string
    /** Others are written beside them. */
    mixed: Mixed | null
  } | null
  /** A trigger of another table may have made a row: under this unique key, which it takes from the row that it fired for. */
  over: { readonly columns: readonly string[]; readonly why: string } | null
  /** Rows of a mixed table that the trigger makes. */
  madeRows: number
  /** Rows that are given, by row; `fixture` is null where the configuration speaks of it no more. */
  given: { row: number; handle: string; fixture: Fixture | null }[]
  /** Rows of others that stand among ours, with the texts of their columns. */
  adopted: { readonly row: number; readonly texts: Readonly<Record<string, string | null>> }[]
  /** Rows beside adopted ones that are numbered and not there: nothing new hangs on them. */
  missing: number[]
  /** Parents whose children are all given, by fixtures of earlier runs, or that get none because they are adopted. */
  closed: readonly number[]
  /** Only parents that are written, not made by a trigger, own rows. */
  only: 'written' | null
  /** A link that has only so many rows for each parent. */
  limit: DraftLink | null
  /** Links that must find a row under the ancestor of the owner: parents for which they find none own no rows. */
  reach: DraftLink[]
  /** Rows of a known list that fill it (`fillFromList`). */
  listed?: number
  /** So many rows are needed for every table that leads here to find one that it may lead to. */
  least: number
  /** Items of its pools that become rows; absent where it has no pools. */
  assets?: DraftAssets
  /** Why it cannot be filled after all. */
  impossible: string | null
}

export interface DraftLink {
  readonly key: ForeignKey
  readonly name: string
  readonly columns: readonly string[]
  readonly parent: Draft | null
  pool: Pool | null
  /** A row may do without. */
  readonly nullable: boolean
  readonly self: boolean
  /** Closes a NOT NULL cycle: its parents are settled after it. */
  readonly late: boolean
  choose: Choose
  nulls: number
  /** As in `Link`. */
  held?: 'first'
  patch: boolean
  why: string
  /** What its parents must be like, and how many of them are. */
  where: ParentCondition[]
  fits: number | null
  /** An association says where its rows lead. */
  readonly led: boolean
  /** Where given rows lead. */
  readonly fixed: [row: number, parent: number | null][]
  /** Rows under the same ancestor as the owner's, where a key keeps the link from following a path: they come first. */
  under?: Under
}

export interface DraftColumn {
  readonly column: Column
  readonly study: ColumnStudy
  recipe: Recipe
  nulls: number
  when: Condition[]
  why: string
  /** What it gets of pools of assets, before its recipe; absent for nothing. */
  assets?: readonly ColumnAsset[]
  /** Values of given rows. */
  readonly fixed: [row: number, value: Value][]
  /** Of rows that a trigger makes, in a mixed table. */
  made: { recipe: Recipe; set: boolean } | null
}

/** What an earlier round of settling all tables has shown. */
export interface Known {
  /** Why tables cannot be filled. */
  readonly impossible: Map<ObjectId, string>
  /** Tables that lead the cycle that they are in. */
  readonly leads: Set<ObjectId>
  /** Rows at most of tables that lead a cycle. */
  readonly most: Map<ObjectId, number>
}

/** A link of a table leads only to rows of another one in which a column holds one of the values. */
export interface Want {
  readonly child: ObjectId
  /** Name of the foreign key. */
  readonly link: string
  /** Of the parent. */
  readonly column: string
  readonly values: readonly Value[]
}

/** What the files of this room share while one plan is built. */
export interface Workshop {
  readonly inputs: Inputs
  /** Parents before children; members of a cycle in the order of their statement. */
  drafts: Draft[]
  readonly byId: Map<ObjectId, Draft>
  /** Rows of others that links may lead to, by table. */
  readonly pools: Map<ObjectId, Pool>
  readonly findings: Finding[]
  /** What is wrong with the user's content; told all at once. */
  readonly assetProblems: Finding[]
  /** What items say of rows of other tables. */
  readonly references: References
  /** What tables want of the rows that they lead to, by the table that those are in. */
  readonly wants: Map<ObjectId, Want[]>
  /** `table foreign-key` of edges that were cut (mended by a patch) or close a NOT NULL cycle. */
  readonly cut: Set<string>
  /** Relations without a constraint that were given up. */
  readonly dropped: Set<string>
  readonly late: Map<string, 'deferred' | 'statement'>
  /** Groups of tables that go in together, lead first. */
  readonly together: { tables: Draft[]; how: 'deferred' | 'statement' }[]
  readonly known: Known
}

/** Key of an edge in `cut`, `dropped` and `late`. */
export const edgeKey = (table: ObjectId, foreignKey: string): string => `${table} ${foreignKey}`

/** Number of rows in the table that a link leads to. */
export const parentCount = (link: DraftLink): number => link.parent?.rows ?? link.pool?.rows.length ?? 0

/** Number of parents that a link may lead to. */
export const fittingCount = (link: DraftLink): number => link.fits ?? parentCount(link)
