import type { Family, FrameworkStudy } from '../../model/framework-study.ts'
import type { FixtureRows, KitTable, MembershipStudy } from '../../model/study.ts'
import type { Sight } from './sight.ts'

/** Something that speaks for a family, or for a state of its schema. */
export interface Mark {
  readonly name: string
  /** For people: what is there. */
  readonly phrase: string
  holds(sight: Sight): boolean
}

/** A state of a kit's schema, told by what it brought and what it took away. */
export interface Epoch {
  readonly name: string
  readonly version: FrameworkStudy['version']
  /** Any one of them is enough. */
  readonly brought: readonly Mark[]
  /** That something is gone. All of them together are enough where the state before shows as well. */
  readonly gone: readonly Mark[]
  readonly note?: string
}

/** The rows that a kit's own seed brings, which the tests of its application sign in with. */
export interface StandardRows {
  readonly rows: FixtureRows
  /** Those of its tables that are about teams. */
  readonly team: readonly string[]
  /** What each of its test users is, for people, by e-mail address. */
  readonly roles: Readonly<Record<string, string>>
  /** Handles of users that early epochs do not know, by their names. */
  readonly unknownTo: Readonly<Record<string, readonly string[]>>
}

/** A family of schemas, as data: how it is told, and what it brings. */
export interface Framework {
  readonly family: Family
  /** Columns by table, as the family calls them; qualified outside `public`. */
  readonly tables: Readonly<Record<string, string>>
  /** Tables and columns (`table.column`) that not every release has, with the epoch that brought them; null: they are never missed. */
  readonly since: Readonly<Record<string, string | null>>
  /** Labels by enum. */
  readonly enums: Readonly<Record<string, readonly string[]>>
  readonly marks: readonly Mark[]
  /** `whole`: it is this family. `broken`: what is left of one. Null: something else. */
  verdict(held: ReadonlySet<string>): 'whole' | 'broken' | null
  /** Oldest first; the first one holds where no other does. */
  readonly epochs: readonly Epoch[]
  /** Finer steps that are worth a phrase. */
  readonly steps: readonly Mark[]
  /** What its application keeps to, by table. */
  readonly habits?: Readonly<Record<string, KitTable>>
  /** Its table of who belongs to what, where no foreign keys tell. */
  readonly members?: { readonly table: string; readonly study: MembershipStudy }
  /** Its rows for tests. Default: those of the Turbo kit, as far as there are tables for them. */
  readonly standard?: StandardRows
  /** It knows users and nothing that they belong to. */
  readonly withoutTeams?: true
  /** Its releases have no numbers. */
  readonly withoutVersions?: true
  /** A table of the application with one row for each user, which no trigger makes. */
  readonly profiles?: string
}
