import type { Distribution } from '../../model/allotting/allotment.ts'
import type { Allotted, AllottedShare, Association, Via } from '../../model/allotting/association.ts'
import type { AssociatedRow } from '../../model/allotting/association-wish.ts'
import type { Config } from '../../model/config.ts'
import type { Answers } from '../../model/question.ts'
import { SeedError } from '../../model/seed-error.ts'
import { standIn } from '../../plan/associations/with-allotted.ts'
import type { Scope } from '../../plan/scope.ts'
import { allot } from '../../values/allot/allot.ts'
import type { Options } from '../../values/allot/task.ts'
import { asFound } from './as-found.ts'
import { askOf } from './ask.ts'
import { pairsOf } from './pairs-of.ts'
import { type Parties, partiesOf } from './parties.ts'
import { refuseNowhere, refuseTwice } from './refuse-rows.ts'
import type { Ground } from './side.ts'
import { tellShare } from './tell-share.ts'

/** Pairs that are made into rows at most. */
const MOST = 1_000_000

export interface Given extends Ground {
  readonly config: Pick<Config, 'assetPools'>
  readonly scope: Scope
  readonly answers: Pick<Answers, 'taken'>
  /** Pairs that the database holds, where rows of ours are looked for. */
  readonly pairs: Answers['taken']
  /** What an earlier round has found; null: this is the first. */
  readonly before: Allotted | null
  readonly seed: string
  readonly now: number
  /** Nothing is written by this plan: what cannot be is passed over. */
  readonly tentative: boolean
}

/** What the associations make of the rows of a plan. @throws SeedError where one cannot be as it is asked, and nothing may give way */
export function allotRows(given: Given): Allotted {
  const { associations } = given.scope
  const more: Record<string, number> = Object.assign(Object.create(null), given.before?.more)
  const shares: AllottedShare[] = []
  for (const [at, association] of associations.entries()) {
    const open = openHandles(given, at)
    const share = caught(given, association, () =>
      asFound(given, association, (within) => shareOf(within, association, open, more)),
    )
    shares.push(share ?? { association, pairs: [], left: [] })
  }
  if (!given.tentative) refuseTwice(shares)
  return { shares, more }
}

/** Of this association and of later ones: pairs that are made in this run. */
function openHandles({ scope, before }: Given, at: number): ReadonlySet<string> {
  const open = new Set(scope.associations.map(standIn))
  for (const association of scope.associations.slice(at)) {
    const share = before?.shares.find((one) => one.association.name === association.name)
    for (const { handle } of share?.pairs ?? []) open.add(handle)
  }
  return open
}

function caught<Made>({ tentative }: Given, association: Association, work: () => Made): Made | null {
  try {
    return work()
  } catch (error) {
    if (tentative) return null
    throw error instanceof SeedError ? told(association, error) : failed(association, error)
  }
}

/** Which association it is. */
function told({ name, path, via }: Association, error: SeedError): SeedError {
  if (error.code.startsWith('association-')) return error
  // `weights[3]` is a place in the configuration, `capacity of target 3` is not.
  const option = /^[\w.[\]]+$/.test(error.place.path ?? '') ? error.place.path : undefined
  return new SeedError({
    ...error,
    message: `${name}: ${error.message}`,
    place: { ...error.place, path: option === undefined ? path : `${path}.${option}` },
    next: error.code === 'allot-too-large' ? `${error.next} ${byRule(via)}` : error.next,
    cause: error,
  })
}

const byRule = ({ table }: Via): string =>
  `Leave the association out, and say how many there are for each: tables: { ${table}: { perParent: { min: 3, max: 15 } } }`

const failed = ({ name, path }: Association, error: unknown): SeedError =>
  new SeedError({
    code: 'function-threw',
    message: `${name}: a function of the configuration fails: ${error instanceof Error ? error.message : String(error)}`,
    place: { path },
    expected: 'an answer for every row',
    found: error instanceof Error ? error.name : typeof error,
    next: 'Mend it for rows that lack what it looks at.',
    cause: error,
  })

function shareOf(
  given: Given,
  association: Association,
  open: ReadonlySet<string>,
  more: Record<string, number>,
): AllottedShare | null {
  const { scope, before, seed, now, answers } = given
  const { source, wish, via } = association
  const isMore = before !== null && Object.hasOwn(before.more, source.table)
  const parties = partiesOf(given, association, { answers, now, more: isMore, open })
  if (parties === null) {
    refuseNobody(given, association)
    return null
  }
  refuseNowhere(given, association, parties)
  const join = via.kind === 'join' ? scope.tables.find(({ relation }) => relation.id === via.table) : undefined
  const total = wish.constraints.totalItems ?? join?.wish?.count ?? null
  const mayBeMade = !isMore && mayMake(given, association)
  // Later runs look at all that are there as well.
  const isShort =
    parties.table.present === 0 || parties.items.length < parties.targets.length || wish.onShortage === 'synthesize'
  // Rows that an earlier run made because items were missing are needed still.
  if (mayBeMade && areMade(association, parties)) more[source.table] = 0
  const { options, relaxations } = askOf(association, parties, {
    ...{ seed, now, total },
    synthesize: mayBeMade && isShort ? synthetic : null,
  })
  const found = finished(allot(options as unknown as Options, now)) as unknown as Distribution<
    AssociatedRow,
    AssociatedRow
  >
  if (found.synthetic.length > 0) more[source.table] = Math.max(more[source.table] ?? 0, found.synthetic.length)
  const made = pairsOf(association, parties, found)
  refuseTooMany(association, made.pairs.length)
  return {
    association,
    ...made,
    told: tellShare(association, parties, { found, relaxations, made, more: more[source.table] ?? 0, total }),
  }
}

const synthetic = (index: number): AssociatedRow => ({ id: `synthetic ${index}`, synthetic: true })

function finished<Made>(work: Generator<unknown, Made>): Made {
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
  }
}

/** Were there as few items as targets must have, when rows of an earlier run were made? */
function areMade({ via, wish }: Association, { source, targets }: Parties): boolean {
  const { minPerTarget = 0 } = wish.constraints
  const needed = via.kind === 'source' ? minPerTarget * targets.length : minPerTarget
  return minPerTarget > 0 && Number.isFinite(source.present) && source.present > 0 && needed >= source.present
}

/** Rows of the source may be made: by its fallbacks, or as all of its rows are. */
function mayMake({ scope, plan, config }: Given, { source, wish }: Association): boolean {
  const table = plan.tables.find(({ id }) => id === source.table)
  const own = scope.tables.find(({ relation }) => relation.id === source.table)
  if (table === undefined || own === undefined || own.frozen || own.onlyFixtures) return false
  // Nobody signs in because an item is missing.
  if (table.writer.kind === 'update' || table.schema === 'auth') return false
  const fallsBack = own.pools.some((pool) => config.assetPools[pool]?.fallbacks !== undefined)
  return own.pools.length === 0 || fallsBack || wish.onShortage === 'synthesize'
}

/** @throws SeedError `association-without-rows` where somebody asked for the tables, and they have no rows that could take part */
function refuseNobody({ plan }: Given, { name, path, via, source, target }: Association): void {
  const left = plan.left.find(({ table }) => table === via.table)
  if (left?.code === 'not-asked') return
  const planned = plan.tables.some(({ id }) => id === via.table)
  throw new SeedError({
    code: 'association-without-rows',
    message: planned
      ? `${name}: ${source.table} or ${target.table} has no rows that could take part.`
      : `${name}: no rows of ${via.table} are written: ${left?.why ?? 'it is not part of this plan'}.`,
    place: { table: via.table, path },
    expected: `rows of ${source.table} and of ${target.table}`,
    found: 'none',
    next: planned
      ? `Say how many there are to be: tables: { ${source.table}: { count: 50 }, ${target.table}: { count: 10 } }`
      : `Ask for rows of its own: tables: { ${via.table}: { count: 50 } }`,
  })
}

function refuseTooMany({ name, path, via }: Association, pairs: number): void {
  if (pairs <= MOST) return
  throw new SeedError({
    code: 'association-too-large',
    message: `${name} would be ${pairs} rows of ${via.table}, each said by itself.`,
    place: { table: via.table, path },
    expected: `at most ${MOST} of them`,
    found: String(pairs),
    next: byRule(via),
  })
}
