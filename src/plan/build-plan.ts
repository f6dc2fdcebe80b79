import { type Finding, finding } from '../model/finding.ts'
import type { LeftOut, Plan, TablePlan } from '../model/plan.ts'
import { SeedError } from '../model/seed-error.ts'
import { continueAssets } from './assets/continue-assets.ts'
import { tellLeftColumns } from './assets/left-columns.ts'
import { planPools } from './assets/plan-pools.ts'
import { leadReferences } from './assets/references/lead-references.ts'
import type { References } from './assets/references/reference.ts'
import { settleReferences } from './assets/references/settle-references.ts'
import { assetProblems, refuseAssetProblems } from './assets/refuse-asset-problems.ts'
import { settleAssets } from './assets/settle-assets.ts'
import { tellMadeBeside } from './assets/sheets/tell-made-beside.ts'
import { tellUnsteady } from './assets/tell-unsteady.ts'
import { withAssets } from './assets/with-assets.ts'
import { tellAssociations } from './associations/tell-associations.ts'
import { toldOf } from './associations/told-of.ts'
import { withAllotted } from './associations/with-allotted.ts'
import { chainSpans } from './coherence/chain-spans.ts'
import { cohere } from './coherence/cohere.ts'
import { countChildren } from './coherence/count-children.ts'
import { fitGiven } from './coherence/fit-stages.ts'
import { gatherChildren } from './coherence/gather-children.ts'
import { giveEachItsParts } from './coherence/give-each-its-parts.ts'
import { arrangeKinds } from './conditions/arrange-kinds.ts'
import { collectWants } from './conditions/collect-wants.ts'
import { continueTable } from './continue-table.ts'
import { settleRows, wantedRows } from './counts.ts'
import { orderTables } from './cycles.ts'
import type { Draft, Inputs, Known, Workshop } from './draft.ts'
import { addEdgeCases } from './edge-cases.ts'
import { givenIndex } from './fixtures/given-index.ts'
import { applyFixtures, takeFixtures } from './fixtures/given-rows.ts'
import { adoptCopies } from './fixtures/instances/adopt-copies.ts'
import { madeBy } from './generators/made-by.ts'
import { tellAsked } from './generators/tell-generators.ts'
import { hashPlan } from './hash-plan.ts'
import { holdDangers } from './hold-dangers.ts'
import { type Capacity, settleKeys } from './keys/keys.ts'
import { learn } from './learn.ts'
import { holdRefused, refusal, withLessons } from './lessons.ts'
import { lastIsCurrent } from './links/last-is-current.ts'
import { leadHome } from './links/lead-home.ts'
import { leadToMembers } from './links/lead-to-members.ts'
import { settleLinks } from './links/settle-links.ts'
import { settleNestedSets } from './links/settle-nested-sets.ts'
import { settlePairs } from './links/settle-pairs.ts'
import { settleTrees } from './links/settle-trees.ts'
import { untangleLinks } from './links/untangle-links.ts'
import { localesOf, tellLocales } from './locales/locales-of.ts'
import { localise } from './locales/localise.ts'
import { adopt, findMadeByTrigger } from './made-by-trigger.ts'
import { adoptMadeRows, adoptRows, applyAdopted } from './people/adopt-rows.ts'
import { childrenOfUsers } from './people/children-of-users.ts'
import { favourPersonas } from './people/favour-personas.ts'
import { settleKitColumns } from './people/kit-columns.ts'
import { settleKitLinks } from './people/kit-links.ts'
import { inviteSome, ownersFirst, settleTeams } from './people/memberships.ts'
import { settleMixedColumns, tellAccounts } from './people/mixed.ts'
import { refuseWithoutEmail } from './people/refuse-without-email.ts'
import { tellStrategy } from './people/tell-strategy.ts'
import { tellUsers } from './people/tell-users.ts'
import { wordPersonas } from './people/word-personas.ts'
import { phasesOf } from './phases.ts'
import { fitMoods } from './recipes/moods.ts'
import { settleColumns } from './recipes/settle-columns.ts'
import { fillFromList } from './reference-rows.ts'
import { renamePools } from './rename-pools.ts'
import { roomToGrow } from './room-to-grow.ts'
import { settleExclusions } from './rules/exclusions.ts'
import { applyRules } from './rules/rules.ts'
import type { ScopeTable } from './scope.ts'
import { buildStages } from './stages.ts'
import { tablePlan } from './table-plan.ts'
import { tellCalls } from './tell-calls.ts'
import { untangleColumns } from './untangle-columns.ts'

/**
 * What will be written, from what is wanted, what there is and what it accepts. Pure. `digest` gives the hex SHA-256 of a text.
 * @throws SeedError when something that the user named cannot be met.
 */
export function buildPlan(inputs: Inputs, digest: (text: string) => string): Plan {
  refuseOtherSeed(inputs)
  const workshop = draftTables(inputs)
  const left: LeftOut[] = [...inputs.scope.left]
  workshop.assetProblems.push(...tellUnsteady(inputs.mapping.unsteady()))
  if (!inputs.tentative) refuseAssetProblems(...assetProblems(workshop))
  for (const draft of workshop.drafts) {
    if (draft.impossible === null) continue
    left.push(leftOut(workshop, draft))
    workshop.findings.push(
      finding('left-out', 'warning', { table: draft.id }, `${draft.id} gets no rows: ${draft.impossible}.`, {
        next: nextStep(workshop, draft),
      }),
    )
  }
  refuseWithoutEmail(workshop)
  tellAssociations(workshop)
  tellAccounts(workshop)
  tellCalls(workshop)
  tellStrategy(workshop)
  tellUsers(workshop)
  const pools = Object.fromEntries([...workshop.pools.values()].map((pool) => [pool.id, pool]))
  const pastPools = renamePools(inputs.past.pools, pools)
  const drawn = workshop.drafts
    .filter((draft) => draft.impossible === null)
    .map((draft) => {
      const fresh = freshTable(workshop, draft)
      const past = inputs.past.tables[draft.id]
      if (past === undefined) return fresh
      const continued = withPools(continueTable(workshop, draft, fresh, past), pastPools.names)
      return continueAssets(workshop, draft, continued, fresh)
    })
  const assetPools = planPools(workshop, drawn)
  const allPools = [...Object.values(pools), ...pastPools.pools]
  const tables = leadReferences(workshop, drawn, assetPools, allPools)
  const locales = localesOf(tables, inputs)
  const used = new Set(tables.flatMap((table) => table.links.map((link) => link.parent.pool)))
  const plan: Omit<Plan, 'hash'> = {
    version: 1,
    seed: inputs.config.seed,
    now: inputs.now,
    catalogHash: inputs.catalog.hash,
    ...locales,
    ...generatorsOf(inputs),
    tables,
    left: left.sort((a, b) => (a.table < b.table ? -1 : 1)),
    pools: allPools.filter((pool) => used.has(pool.id)),
    ...(assetPools.length === 0 ? {} : { assetPools }),
    ...phasesOf(workshop, tables),
    ...toldOf(workshop),
    stages: buildStages(workshop, tables),
    findings: [
      ...studied(workshop),
      ...workshop.findings,
      ...tellLocales(tables, locales),
      ...tellAsked(
        tables.filter(({ present }) => present > 0),
        inputs.past.generators ?? 1,
        inputs.config.generators,
      ),
    ],
  }
  return { ...plan, hash: hashPlan(plan, digest) }
}

/** Rows that are there tell it until they are gone. */
function generatorsOf({ past, generators }: Inputs): Pick<Plan, 'generators'> {
  const begun = Object.keys(past.tables).length === 0 ? generators : (past.generators ?? 1)
  return begun === 1 ? {} : { generators: begun }
}

/** As it would be made if nothing were there. */
const freshTable = (workshop: Workshop, draft: Draft): TablePlan =>
  withAssets(localise(workshop, draft, madeBy(workshop.inputs.generators, tablePlan(workshop, draft))), draft)

/** Every table as its rows would be made if none were there, those that are given included. */
export const freshTables = (inputs: Inputs): readonly TablePlan[] => {
  const workshop = draftTables({ ...inputs, restated: true })
  return workshop.drafts.filter((draft) => draft.impossible === null).map((draft) => freshTable(workshop, draft))
}

function draftTables(inputs: Inputs): Workshop {
  const workshop = settleTables(inputs)
  leadHome(workshop)
  countChildren(workshop)
  gatherChildren(workshop)
  addEdgeCases(workshop)
  leadToMembers(workshop)
  untangleLinks(workshop)
  untangleColumns(workshop)
  return workshop
}

/** Settles every table, in rounds: what is only known in the end (`Known`) is known beforehand in the next one. */
function settleTables(inputs: Inputs): Workshop {
  const known: Known = { impossible: new Map(), leads: new Set(), most: new Map() }
  const references = withAllotted(settleReferences(inputs), inputs)
  for (;;) {
    const workshop = openWorkshop(inputs, known, references)
    holdDangers(workshop)
    holdContradictions(workshop)
    holdRefused(workshop)
    orderTables(workshop)
    findMadeByTrigger(workshop)
    collectWants(workshop)
    // First of all: rows that hang on what was refused would be told of in its place.
    for (const draft of workshop.drafts) refuseNamed(workshop, draft)
    for (const draft of workshop.drafts) settleTable(workshop, draft)
    if (!learn(workshop)) return workshop
  }
}

function openWorkshop(inputs: Inputs, known: Known, references: References): Workshop {
  const drafts = inputs.scope.tables.map((said): Draft => {
    const scope = adoptCopies(inputs, withReferred(said, references))
    const study = inputs.study.tables[scope.relation.id]
    if (study === undefined) throw new RangeError(`no study of ${scope.relation.id}`)
    return {
      id: scope.relation.id,
      relation: scope.relation,
      study: withLessons(study, inputs.lessons),
      scope,
      links: [],
      owner: null,
      spread: { min: 0, max: null, even: false },
      columns: new Map(),
      favour: null,
      rows: 0,
      asked: 0,
      madeBy: null,
      over: null,
      madeRows: 0,
      given: [],
      adopted: [],
      missing: [],
      closed: [],
      only: null,
      limit: null,
      reach: [],
      least: 0,
      impossible: known.impossible.get(scope.relation.id) ?? null,
    }
  })
  return {
    inputs,
    drafts,
    byId: new Map(drafts.map((draft) => [draft.id, draft])),
    pools: new Map(Object.values(inputs.answers.pools).map((pool) => [pool.table, pool])),
    findings: [...references.findings],
    assetProblems: [...references.problems],
    references,
    wants: new Map(),
    cut: new Set(),
    dropped: new Set(),
    late: new Map(),
    together: [],
    known,
  }
}

/** Rows that items refer to are given as well; where nobody spoke of the table, it has no others. */
function withReferred(scope: ScopeTable, { given }: References): ScopeTable {
  const more = given.get(scope.relation.id)
  if (more === undefined) return scope
  const said = new Set(scope.fixtures.map(({ handle }) => handle))
  const fixtures = [...scope.fixtures, ...more.filter(({ handle }) => !said.has(handle))]
  return { ...scope, fixtures, onlyFixtures: scope.onlyFixtures || (scope.wish === null && scope.pools.length === 0) }
}

function settleTable(workshop: Workshop, draft: Draft): void {
  if (draft.impossible !== null) return
  takeFixtures(workshop, draft)
  adoptRows(workshop, draft)
  settleLinks(workshop, draft)
  settleTeams(workshop, draft)
  settleKitLinks(workshop, draft)
  const wish = draft.scope.wish?.perParent
  if (wish !== undefined && wish !== null) draft.spread = { min: wish.min, max: wish.max, even: wish.min === wish.max }
  draft.spread = childrenOfUsers(workshop, draft) ?? draft.spread
  if (workshop.together.some((group) => group.tables.includes(draft) && group.tables[0] !== draft))
    draft.spread = { ...draft.spread, min: Math.max(1, draft.spread.min) }
  settleColumns(workshop, draft)
  settlePairs(workshop, draft)
  settleTrees(draft)
  fitMoods(draft)
  cohere(draft, workshop.inputs.now)
  fillFromList(workshop, draft)
  adopt(workshop, draft)
  settleMixedColumns(workshop, draft)
  settleKitColumns(draft, workshop.inputs.now)
  applyFixtures(workshop, draft)
  fitGiven(draft, workshop.inputs.now)
  applyAdopted(workshop, draft)
  settleAssets(workshop, draft)
  applyRules(workshop, draft)
  arrangeKinds(workshop, draft)
  const past = workshop.inputs.past.tables[draft.id]
  const asked = past !== undefined && draft.scope.frozen ? past.rows : wantedRows(workshop, draft)
  const wanted = Math.min(asked, workshop.known.most.get(draft.id) ?? asked)
  draft.rows = wanted
  const room = smaller(settleKeys(workshop, draft, wanted), settleExclusions(workshop, draft, wanted))
  const limited = roomFor(workshop, draft)
  const growth = past === undefined ? UNLIMITED : roomToGrow(past.plan, (id) => workshop.byId.get(id)?.rows)
  // The trigger makes its rows, whether there is room or not.
  const capacity =
    draft.madeBy === null || draft.madeBy.mixed !== null ? smaller(smaller(room, limited), growth) : UNLIMITED
  ownersFirst(draft)
  inviteSome(draft)
  lastIsCurrent(draft)
  settleNestedSets(draft)
  chainSpans(draft, workshop.inputs.now)
  giveEachItsParts(draft, Math.min(wanted, capacity.rows))
  settleRows(workshop, draft, wanted, capacity)
  draft.asked = Math.min(wanted, draft.rows)
  draft.rows = Math.max(draft.rows, (past?.rows ?? 0) + givenIndex(draft).fresh(past?.rows ?? 0))
  if (draft.madeBy?.mixed) draft.madeRows = workshop.byId.get(draft.madeBy.of)?.rows ?? 0
  if (draft.madeBy !== null) {
    adoptMadeRows(workshop, draft)
    applyAdopted(workshop, draft)
  }
  favourPersonas(workshop, draft)
  wordPersonas(workshop, draft)
  tellLeftColumns(workshop, draft)
  tellMadeBeside(workshop, draft)
  refuseNamed(workshop, draft)
}

const UNLIMITED: Capacity = { rows: Number.POSITIVE_INFINITY, key: null }

/** What the link that limits each parent has rows for; rows that the user asked for by name come first, but for a closure, which can say nothing else. */
function roomFor(workshop: Workshop, { id, limit, scope }: Draft): Capacity {
  const rows = workshop.inputs.room?.[id]
  if (limit === null || rows === undefined || (scope.named && limit.choose.kind !== 'ancestor')) return UNLIMITED
  return { rows, key: limit.name }
}

const smaller = (a: Capacity, b: Capacity): Capacity => (b.rows < a.rows ? b : a)

function refuseNamed(workshop: Workshop, draft: Draft): void {
  const given = draft.scope.fixtures.find(({ path }) => path !== '')
  if (draft.impossible === null || (!draft.scope.named && given === undefined)) return
  throw new SeedError({
    code: 'cannot-fill',
    message: `The table ${draft.id} cannot be filled: ${draft.impossible}.`,
    place: { table: draft.id, path: draft.scope.named ? `tables.${draft.id}` : (given?.path ?? '') },
    next:
      refusal(workshop, draft) === null
        ? 'Fill what it needs first, or leave it out of the configuration.'
        : 'Change what the configuration says of its rows, or leave it out.',
  })
}

const nextStep = (workshop: Workshop, draft: Draft): string =>
  draft.impossible?.includes('(--allow ')
    ? `Allow that, or accept it with --except ${draft.id}.`
    : refusal(workshop, draft) === null
      ? 'Mend the cause and run supa-seed seed again, or accept it with --except.'
      : 'Mend the cause, take its line out of .supa-seed/lessons.json where the table itself was not changed, and run supa-seed seed again; or accept it with --except.'

const leftOut = (workshop: Workshop, draft: Draft): LeftOut => ({
  table: draft.id,
  code: refusal(workshop, draft) === null ? 'cannot' : 'refused',
  why: draft.impossible ?? '',
  flag: null,
  rows: 0,
})

/** What the study found of the tables that the plan is about. A contradiction only leaves its table out. */
const studied = (workshop: Workshop): Finding[] =>
  workshop.inputs.study.findings
    .filter(({ place }) => place.table === undefined || workshop.byId.has(place.table))
    .map((one) => (one.level === 'error' ? { ...one, level: 'warning' as const } : one))

/** A table whose checks contradict each other cannot hold a row. */
function holdContradictions(workshop: Workshop): void {
  for (const one of workshop.inputs.study.findings) {
    const draft = one.place.table === undefined ? undefined : workshop.byId.get(one.place.table)
    if (draft !== undefined && one.level === 'error')
      draft.impossible ??= `its check ${one.place.constraint ?? ''} accepts no row`
  }
}

function refuseOtherSeed(inputs: Inputs): void {
  const { past, config } = inputs
  if (past.seed === null || past.seed === config.seed || Object.keys(past.tables).length === 0) return
  throw new SeedError({
    code: 'seed-changed',
    message: 'The rows that are there were made with another seed.',
    place: { path: 'seed' },
    expected: past.seed,
    found: config.seed,
    next: `Remove them first (supa-seed cleanup), or go on with --seed ${past.seed}`,
  })
}

const withPools = (table: TablePlan, names: ReadonlyMap<string, string>): TablePlan => ({
  ...table,
  links: table.links.map((link) =>
    link.parent.pool === null
      ? link
      : { ...link, parent: { ...link.parent, pool: names.get(link.parent.pool) ?? link.parent.pool } },
  ),
})
