import type { Catalog } from '../../model/catalog.ts'
import type { Database } from '../../model/database.ts'
import type { Finding } from '../../model/finding.ts'
import type { ObjectId } from '../../model/name.ts'
import type { VisibleRows } from '../../model/reports/report.ts'
import { spellCount } from '../spell-number.ts'
import { type Access, type ApiRole, apiRoles, readAccess } from './api-access.ts'
import { chooseUsers, type RoleTable } from './choose-users.ts'
import { type Looked, look, type Sight } from './look.ts'
import { type OwnUser, USERS } from './own-user.ts'
import { ownedRows, seesOwn } from './owned-rows.ts'
import { ownershipOf } from './ownership.ts'
import { readUsers, type TokenUser } from './users.ts'
import { failed, passed, skipped, type Verdict } from './verdict.ts'
import { visibleFindings } from './visible-findings.ts'

const NAME = 'visible-rows'

/** Users among whom some of each kind are looked over the shoulder. */
const CANDIDATES = 2000
/** To whom policies speak when they speak to users. */
const USERS_OF_API: readonly string[] = ['authenticated', 'public']
/** Rows from which on a table is large. */
const LARGE = 100_000

export interface VisibleOptions {
  readonly db: Database
  readonly catalog: Pick<Catalog, 'relations'>
  /** Of ours; those that are given come first. */
  readonly users: readonly OwnUser[]
  /** Tables of the app, sorted. */
  readonly tables: readonly ObjectId[]
  /** Rows of a table where they were counted. */
  readonly sizes: ReadonlyMap<ObjectId, number>
  /** Where memberships say what users are. */
  readonly roles: readonly RoleTable[]
  /** Ids of findings that are allowed. */
  readonly allow: readonly string[]
}

/** What users see of the app's tables under row-level security. */
export interface Visible {
  readonly verdict: Verdict
  readonly visible: readonly VisibleRows[]
}

/** Does everybody see something of their own, whose rows are there? As PostgREST would ask for them: role `authenticated` and the claims of the user; and as `anon`. */
export async function checkVisible(options: VisibleOptions): Promise<Visible> {
  const { db, catalog, tables } = options
  const nothing = (why: string): Visible => ({ verdict: skipped(NAME, why), visible: [] })
  if (tables.length === 0) return nothing('there is no table of the app')
  const { roles, why } = await apiRoles(db)
  if (why !== null) return nothing(why)
  const access = await readAccess(db, roles, tables)
  const auth = catalog.relations.find(({ id }) => id === USERS)
  const candidates = auth?.grants.select ? givenFirst(options.users) : []
  const read =
    candidates.length === 0 ? [] : await db.transaction((tx) => readUsers(tx, catalog, candidates), { readOnly: true })
  const readable = options.roles.filter(
    ({ table }) => catalog.relations.find(({ id }) => id === table)?.grants.select === true,
  )
  const crowd = new Crowd(options, access)
  await crowd.lookAsUsers(await chooseUsers(db, read, readable))
  if (roles.includes('anon')) await crowd.lookAsAnon()
  return { verdict: crowd.verdict(options.users.length), visible: crowd.visible }
}

/** Those that the configuration gives are looked at before others. */
const givenFirst = (users: readonly OwnUser[]): readonly OwnUser[] =>
  [...users.filter(({ handle }) => handle !== null), ...users.filter(({ handle }) => handle === null)].slice(
    0,
    CANDIDATES,
  )

/** Looks at the tables through the eyes of one after the other. */
class Crowd {
  readonly visible: VisibleRows[] = []
  readonly #options: VisibleOptions
  readonly #access: Access
  readonly #findings = new Map<string, Finding>()
  /** Tables that took too long for one are not asked for again. */
  readonly #slow = new Set<ObjectId>()
  #looked = 0
  #blind = 0
  /** Who sees rows, but none of their own. */
  #apart = 0

  constructor(options: VisibleOptions, access: Access) {
    this.#options = options
    this.#access = access
  }

  async lookAsUsers(users: readonly TokenUser[]): Promise<void> {
    this.#looked = new Set(users.map(({ id }) => id)).size
    if (users.length === 0) return
    const { db, catalog, tables } = this.#options
    const owned = await ownedRows(
      db,
      catalog,
      ownershipOf(catalog, tables),
      users.map(({ id }) => id),
    )
    for (const [table, missing] of this.#access.get('authenticated') ?? [])
      if (missing !== null)
        this.#note(visibleFindings.ungranted(table, 'authenticated', missing, this.#hasPolicy(table, USERS_OF_API)))
    for (const user of users) {
      const viewer = { role: 'authenticated', claims: user.claims } as const
      const sights = await look(db, viewer, this.#readable('authenticated'))
      this.#keep(user.label, sights, user.role)
      const rows = [...sights.values()].reduce((sum, sight) => sum + (sight.kind === 'rows' ? sight.rows : 0), 0)
      const theirs = owned.get(user.id) ?? []
      if (theirs.length === 0) continue
      if (rows === 0 && this.#slow.size === 0) {
        this.#blind++
        this.#note(visibleFindings.seesNothing(user, theirs))
      } else if (rows > 0) {
        // What no policy opens to users is not meant for them.
        const open = theirs.filter(
          ({ table }) =>
            sights.get(table)?.kind === 'rows' && (!this.#isGuarded(table) || this.#hasPolicy(table, USERS_OF_API)),
        )
        if (open.length > 0 && !(await seesOwn(db, viewer, user.id, open))) {
          const found = visibleFindings.seesNothingOwn(user, open)
          if (this.#options.allow.includes(found.id)) continue
          this.#apart++
          this.#note(found)
        }
      }
    }
  }

  async lookAsAnon(): Promise<void> {
    const { db } = this.#options
    for (const [table, missing] of this.#access.get('anon') ?? [])
      if (missing !== null && this.#hasPolicy(table, ['anon']))
        this.#note(visibleFindings.ungranted(table, 'anon', missing, true))
    const sights = await look(db, { role: 'anon', claims: { role: 'anon' } }, this.#readable('anon'))
    this.#keep('anon', sights, null)
    for (const [table, sight] of sights) {
      if (sight.kind === 'rows' && sight.rows > 0 && !this.#isGuarded(table)) this.#note(visibleFindings.open(table))
    }
  }

  verdict(all: number): Verdict {
    const { tables } = this.#options
    const findings = [...this.#findings.values()]
    const anon = this.visible.filter(({ user, rows }) => user === 'anon' && rows !== null && rows > 0).length
    const outside = this.#access.has('anon') ? `; anon sees rows of ${spellTables(anon)}` : ''
    const over = spellTables(tables.length)
    if (this.#looked === 0) {
      const why = all === 0 ? 'no user of auth.users is known to be of supa-seed' : 'the users could not be read'
      return skipped(NAME, `${why}${outside}`, findings)
    }
    const who = `${this.#looked === all ? '' : `${this.#looked} of `}${spellCount(all)} ${all === 1 ? 'user' : 'users'}`
    const wrong = [
      ...(this.#blind > 0 ? [`${this.#blind} see no row at all`] : []),
      ...(this.#apart > 0 ? [`${this.#apart} see none of their own`] : []),
    ]
    return wrong.length > 0
      ? failed(NAME, `${who} look at ${over}: ${wrong.join(', ')}, though rows of theirs are there`, findings)
      : passed(NAME, `${who} look at ${over}: nobody whose rows are there sees nothing${outside}`, findings)
  }

  /** Tables that the role may read, those left out that took too long. */
  #readable(role: ApiRole): readonly Looked[] {
    const missing = this.#access.get(role)
    const { tables, sizes, catalog } = this.#options
    const estimates = new Map(catalog.relations.map(({ id, rowEstimate }) => [id, rowEstimate]))
    return tables
      .filter((id) => missing?.get(id) === null && !this.#slow.has(id))
      .map((id) => ({ id, large: (sizes.get(id) ?? estimates.get(id) ?? 0) > LARGE }))
  }

  #keep(user: string, sights: ReadonlyMap<ObjectId, Sight>, role: string | null): void {
    for (const table of this.#options.tables) {
      const sight = sights.get(table)
      if (sight?.kind === 'slow') {
        this.#slow.add(table)
        this.#note(visibleFindings.slow(table, user))
      }
      if (sight?.kind === 'refused') this.#note(visibleFindings.refused(table, user, sight))
      const known = sight?.kind === 'rows' ? sight : null
      this.visible.push({
        user,
        ...(role === null ? {} : { role }),
        table,
        rows: known?.rows ?? null,
        ...(known?.more ? { more: true as const } : {}),
      })
    }
  }

  /** Does a policy open the table to one of these roles? */
  #hasPolicy(table: ObjectId, names: readonly string[]): boolean {
    const policies = this.#options.catalog.relations.find(({ id }) => id === table)?.policies ?? []
    return policies.some(
      ({ command, roles }) => (command === 'all' || command === 'select') && roles.some((role) => names.includes(role)),
    )
  }

  #isGuarded(table: ObjectId): boolean {
    return this.#options.catalog.relations.find(({ id }) => id === table)?.rowSecurity.enabled !== false
  }

  #note(found: Finding): void {
    if (!this.#findings.has(found.id)) this.#findings.set(found.id, found)
  }
}

const spellTables = (count: number): string => `${spellCount(count)} ${count === 1 ? 'table' : 'tables'}`
