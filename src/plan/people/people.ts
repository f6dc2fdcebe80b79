import type { Catalog } from '../../model/catalog.ts'
import type { Config, TableWish } from '../../model/config.ts'
import { FACTORS } from '../../model/given/factor-secret.ts'
import type { ObjectId } from '../../model/name.ts'
import { SeedError } from '../../model/seed-error.ts'
import type { Study } from '../../model/study.ts'

/** What is said of users who can sign in. */
export interface People {
  /** Tables of Supabase Auth that are written: users, one row for each beside them, others that have fixtures. Empty: none are. */
  readonly tables: ReadonlySet<ObjectId>
  /** Of these, tables besides which only some users have rows in. */
  readonly dealt: ReadonlySet<ObjectId>
  /** The table of the users themselves, and how many there are to be (null: as many as suit); null where none are written. */
  readonly users: {
    readonly id: ObjectId
    readonly count: number | null
    readonly named: boolean
    /** The kit's test users, and nobody besides. */
    readonly onlyGiven: boolean
  } | null
  /** `users` means this table of the app: there is no Supabase Auth, or a table of that name that has nothing to do with it. */
  readonly table: ObjectId | null
}

interface Inputs {
  readonly config: Config
  readonly catalog: Catalog
  readonly study: Study
  readonly counts: Readonly<Record<ObjectId, number | null>>
}

/** Settles whether users are made: asked for, given as fixtures, there from earlier runs, or needed by tables that hang on them. */
export function settlePeople(
  { config, catalog, study, counts }: Inputs,
  beside: {
    readonly wishes: ReadonlyMap<ObjectId, TableWish>
    readonly fixtures: ReadonlySet<ObjectId>
    readonly ours: ReadonlySet<ObjectId>
    /** See `Past.emptied`. */
    readonly emptied: ReadonlySet<ObjectId>
    /** Tables that are asked for; null: all of the app's. */
    readonly needed: ReadonlySet<ObjectId> | null
  },
): People {
  const { auth } = study
  const own = ownUsers(catalog, study)
  const nobody = { tables: new Set<ObjectId>(), dealt: new Set<ObjectId>(), users: null, table: null }
  const { kind } = config.strategy
  if (kind === 'use-existing' && auth !== null) {
    refuseCount(config)
    const ours = [...auth.with, ...auth.others].filter((id) => beside.ours.has(id))
    const users = { id: auth.users, count: 0, named: false, onlyGiven: false }
    return { ...nobody, tables: new Set([auth.users, ...ours]), users }
  }
  if (kind === 'create-new' && config.users !== null && own !== null) return { ...nobody, table: own }
  if (auth === null) refuseUsers(config)
  if (auth === null) return nobody
  const wish = beside.wishes.get(auth.users)
  const asked = config.users !== null
  const empty = counts[auth.users] === 0 || beside.emptied.has(auth.users)
  const hanging =
    beside.needed === null
      ? catalog.relations.some(
          ({ id, foreignKeys }) =>
            study.tables[id]?.standing.kind === 'app' && foreignKeys.some(({ parent }) => parent === auth.users),
        )
      : beside.needed.has(auth.users)
  const given = beside.fixtures.has(auth.users)
  const byNeed = empty && hanging && config.makerkit.authFlow !== 'custom'
  if (!(asked || given || wish !== undefined || beside.ours.has(auth.users) || byNeed)) return nobody
  const count = (asked ? config.users?.count : null) ?? wish?.count ?? config.accounts?.personal ?? null
  const dealt = new Set<ObjectId>(config.users?.mfa == null ? [] : auth.others.filter((id) => id === FACTORS))
  const others = auth.others.filter((id) => beside.fixtures.has(id) || dealt.has(id))
  return {
    tables: new Set([auth.users, ...auth.with, ...others]),
    dealt,
    users: { id: auth.users, count, named: count !== null, onlyGiven: given && count === null && onlyKit(config) },
    table: null,
  }
}

/** @throws SeedError `users-not-made` where users are asked for that nobody is to make. */
function refuseCount({ users, strategy }: Config): void {
  if ((users?.count ?? 0) === 0) return
  throw new SeedError({
    code: 'users-not-made',
    message: `${users?.count} users are asked for, and with userStrategy '${strategy.kind}' none are made.`,
    place: { path: 'users' },
    next: "Leave the number out, or make users beside those that are there: userStrategy: 'hybrid'",
  })
}

/** Test users of a kit are asked for, and neither a number of users nor of rows. */
const onlyKit = ({ named, makerkit }: Config): boolean =>
  named && (makerkit.standardTestUsers || makerkit.testEmails.length > 0)

/** @throws SeedError `no-users-table` where users are asked for, and nothing here could hold them. */
function refuseUsers({ users, makerkit }: Config): void {
  const asked = makerkit.standardTestUsers
    ? 'makerkit.standardTestUsers'
    : makerkit.testEmails.length > 0
      ? 'makerkit.testEmails'
      : (users?.count ?? 0) > 0
        ? 'users'
        : null
  if (asked === null) return
  throw new SeedError({
    code: 'no-users-table',
    message: 'There is nowhere to put users: neither auth.users, where Supabase keeps them, nor a table users.',
    place: { path: asked },
    next: `Leave ${asked} out, name the table under tables, or lay Supabase's tables first (supa-seed base).`,
  })
}

/** A table `users` of the app that is not tied to Supabase Auth: then the word means that one. */
function ownUsers(catalog: Catalog, study: Study): ObjectId | null {
  const own = catalog.relations.find(({ id }) => id === 'users')
  if (own === undefined || study.tables.users?.standing.kind !== 'app') return null
  return own.foreignKeys.some(({ parent }) => parent === study.auth?.users) ? null : own.id
}
