import { recognise } from '../../load/recognise.ts'
import type { Allotted } from '../../model/allotting/association.ts'
import type { Config } from '../../model/config.ts'
import { NEWEST_GENERATORS } from '../../model/generators.ts'
import type { Past } from '../../model/journal.ts'
import type { Lesson } from '../../model/lesson.ts'
import type { ObjectId } from '../../model/name.ts'
import type { Plan, TablePlan } from '../../model/plan.ts'
import type { Answers } from '../../model/question.ts'
import type { Study } from '../../model/study.ts'
import { buildPlan, freshTables } from '../../plan/build-plan.ts'
import type { Inputs } from '../../plan/draft.ts'
import { hashPlan } from '../../plan/hash-plan.ts'
import { movedPast } from '../../plan/moments/moved-past.ts'
import { authTables } from '../../plan/people/auth-tables.ts'
import { DEFAULT_PASSWORD, DEFAULT_PASSWORD_COST } from '../../plan/people/default-password.ts'
import { countQuestions, scopeQuestions } from '../../plan/questions.ts'
import type { Scope } from '../../plan/scope.ts'
import { ask } from '../../sources/ask.ts'
import { avoidTaken } from '../../sources/avoid-taken.ts'
import { readLocales } from '../../sources/locales/read-locales.ts'
import { takenByAssets } from '../../sources/taken-by-assets.ts'
import { withKeysByTrigger } from '../../study/keys-by-trigger.ts'
import { withFoundRelations } from '../../study/relations.ts'
import { study as studyCatalog } from '../../study/study.ts'
import { createAssetMapping } from '../../values/mapping/asset-mapping.ts'
import { compileRows } from '../../values/rows/rows.ts'
import { matcherOf } from '../../values/shapes/pattern/automaton.ts'
import { parsePattern } from '../../values/shapes/pattern/parse-pattern.ts'
import { patternSpace } from '../../values/shapes/pattern/pattern-space.ts'
import { allotRows } from '../associations/allot-rows.ts'
import { pairsThere } from '../associations/pairs-there.ts'
import { isSame, unsettled, withoutLeft } from '../associations/settled.ts'
import { without, withoutOwn } from '../datasets/without-leaving.ts'
import { digest } from '../digest.ts'
import { handlesOf } from '../given/handles-of.ts'
import { readLessons } from '../lessons/lessons-file.ts'
import { pause } from '../pause.ts'
import { withUserPasswords } from '../secrets/user-passwords.ts'
import { goneWithOthers, othersAmong, refuseNobody } from './adopted-rows.ts'
import { datePast, nowUnknown } from './date-past.ts'
import type { Ground } from './ground.ts'
import { isRequired } from './is-required.ts'
import { judgeStudy } from './judge-study.ts'
import { type Recognised, recogniseGenerators } from './recognise-generators.ts'
import { scopeAt } from './scope-at.ts'
import { skipRefused } from './skip-refused.ts'
import { stillHolds } from './table-hash.ts'

/** What is there, and what is to be there instead. */
export interface Moved {
  readonly from: Past
  readonly to: Past
}

/** A plan and what it was made from. */
export interface Prepared {
  readonly plan: Plan
  readonly study: Study
  /** Rows in the tables when the plan was made; null: not readable. */
  readonly counts: Readonly<Record<ObjectId, number | null>>
  /** The lessons it goes by: those that still hold. */
  readonly lessons: readonly Lesson[]
  /** Secrets of second factors that the configuration gives, by handle; null where they are part of the plan. */
  readonly secrets: ReadonlyMap<string, string> | null
  /** What users who are given sign in with, by handle, where it is not the password of all. Plans hold only the hashes. */
  readonly passwords: ReadonlyMap<string, string>
  /** Rows that are there and were made with another `now`: they are moved before anything is written. Null: they stay as they are. */
  readonly moved: Moved | null
  /** Handles of the rows that the configuration gives, by table. */
  readonly given: Readonly<Record<ObjectId, readonly string[]>>
  /** The same, by other lessons. */
  learn(lessons: readonly Lesson[]): Promise<Prepared>
}

/** study → ask → plan. Rows of ours that no journal knows of are recognised first. */
export async function preparePlan(read: Ground): Promise<Prepared> {
  const named = withFoundRelations(read.catalog)
  const first = studyCatalog(named, read.parser)
  const ground = { ...read, catalog: withKeysByTrigger(named, first) }
  const plain = ground.catalog === named ? first : studyCatalog(ground.catalog, ground.parser)
  const counts = without((await ask(ground.db, countQuestions(ground.catalog, plain))).answers.counts, read.leaving)
  const study = await judgeStudy(
    ground,
    plain,
    async (tentative) =>
      (await planOver({ ...ground, past: NOTHING }, tentative, emptied(plain, counts), { tentative: true })).plan,
  )
  const learn = async (lessons: readonly Lesson[]): Promise<Prepared> => {
    const taught = { ...ground, lessons }
    const past = await knownPast(taught, study, counts)
    const { freshAt, ...planned } = await planOver({ ...taught, past }, study, counts)
    const made = { ...planned, study, counts, lessons, learn }
    if (past === ground.past) return made
    const now = await datePast(taught, past, freshAt)
    if (now === past.now) return made
    if (now === null) return { ...made, plan: { ...made.plan, findings: [...made.plan.findings, nowUnknown()] } }
    // Keys may hold times: now that their day is known, more may be recognised.
    const dated = await knownPast({ ...taught, config: { ...taught.config, now } }, study, counts)
    const again = await planOver({ ...taught, past: dated }, study, counts)
    return { ...made, plan: again.plan, secrets: again.secrets, moved: again.moved }
  }
  const lessons = ground.lessons ?? (await readLessons(ground.config.root))
  return learn(lessons.filter((lesson) => stillHolds(lesson, ground.catalog)))
}

const NOTHING: Past = { tables: {}, reference: [], seed: null, now: null, pools: [], unfinished: null }

/** As if the tables that may be filled were empty, so that the plan makes rows for them, the same ones whatever is there. */
const emptied = (study: Study, counts: Counts): Counts =>
  Object.fromEntries(Object.entries(counts).map(([id, rows]) => [id, mayBeOurs(study, id) ? 0 : rows]))

/** A table of the app, or of users who sign in. */
const mayBeOurs = ({ auth, tables }: Study, id: ObjectId): boolean =>
  tables[id]?.standing.kind === 'app' || authTables(auth).includes(id)

/** What is there by the journal, else what is recognised. */
async function knownPast(ground: Ground, study: Study, counts: Counts): Promise<Past> {
  const filled = Object.keys(counts).filter((id) => (counts[id] ?? 0) > 0 && mayBeOurs(study, id))
  if (ground.leaving !== undefined || Object.keys(ground.past.tables).length > 0 || filled.length === 0)
    return ground.past
  return recogniseGenerators(ground, (generators) =>
    recognisedPast({ ...ground, config: { ...ground.config, generators } }, { study, counts, filled }),
  )
}

/**
 * Without a journal (CI, a colleague's machine) the rows may be ours all the same: a plan is made as if nothing were there, and its first rows are
 * looked for. Tables that hold other rows are then parents, which may change the keys of their children, so it is done until nothing changes.
 */
async function recognisedPast(
  ground: Ground,
  { study, counts, filled }: { readonly study: Study; readonly counts: Counts; readonly filled: readonly ObjectId[] },
): Promise<Recognised> {
  let foreign = new Set<ObjectId>()
  let barren = 0
  let plan: Plan | null = null
  for (let round = 0; ; round++) {
    const pretended = Object.fromEntries(
      Object.entries(counts).map(([id, rows]) => [id, foreign.has(id) || !filled.includes(id) ? rows : 0]),
    )
    const planned = async (others: GivenByOthers): Promise<Plan> =>
      (await planOver({ ...ground, past: ground.past }, study, pretended, { tentative: true, others, there: counts }))
        .plan
    let tentative = await planned({})
    plan ??= tentative
    let found = await recognise(ground.db, tentative, ground.assets)
    if (Object.keys(found.others).length > 0) {
      tentative = await planned(found.others)
      found = await recognise(ground.db, tentative, ground.assets)
    }
    const unfound = filled.filter((id) => !foreign.has(id) && (found.tables[id]?.rows ?? 0) === 0)
    const nothing = Object.keys(found.tables).length === 0
    if (unfound.length === 0) return { past: nothing ? ground.past : found, plan }
    if ((nothing && ++barren === BARREN) || round === filled.length) return { past: ground.past, plan }
    // What hangs on a table of others was looked for under the wrong parents.
    const first = unfound.filter((id) => !hangsOn(tentative, id, unfound))
    foreign = new Set([...foreign, ...(first.length === 0 ? unfound : first)])
  }
}

/** So many looks that find nothing at all are enough: the first may be in vain because reference data lies under everything else. */
const BARREN = 3

/** Does a table lead to another one of these? */
const hangsOn = (plan: Plan, id: ObjectId, others: readonly ObjectId[]): boolean =>
  plan.tables
    .find((table) => table.id === id)
    ?.links.some(({ parent }) => parent.table !== id && others.includes(parent.table)) ?? false

/** Handles of given rows that are not ours, by table. */
type GivenByOthers = Readonly<Record<ObjectId, readonly string[]>>

type Counts = Readonly<Record<ObjectId, number | null>>

interface Planned extends Pick<Prepared, 'plan' | 'secrets' | 'passwords' | 'moved' | 'given'> {
  /** Every table made afresh with a `now`. */
  readonly freshAt: (now: number) => readonly TablePlan[]
}

interface PlanFor {
  /** Content that does not fit is passed over, for nothing is written by this plan. */
  readonly tentative: boolean
  readonly others?: GivenByOthers
  /** Rows that are in the tables, where the plan is made as if they were not: associations are of as many. */
  readonly there?: Counts
}

async function planOver(
  ground: Ground,
  study: Study,
  counts: Counts,
  { tentative, others: givenByOthers = {}, there = {} }: PlanFor = { tentative: false },
): Promise<Planned> {
  const { catalog, past, assets, lessons = [] } = ground
  const now = ground.config.keepsNow && past.now !== null ? past.now : ground.config.now
  const { wantedAt, passwords } = await withUserPasswords(scopeAt(ground, study, counts), study.auth, [
    now,
    past.now ?? now,
  ])
  const { config, scope, secrets } = wantedAt(now)
  const questions = scopeQuestions(catalog, study, scope, counts, past)
  const { answers, findings } = await ask(ground.db, questions)
  const taken = withoutOwn(answers.taken, questions, ground.leaving)
  const pairs = await pairsThere(ground.db, scope, there)
  const passwordHash = await passwordOf(config, study, scope)
  const complete: Answers = {
    ...answers,
    taken,
    counts: { ...counts } as Answers['counts'],
    passwordHash,
    secretsApart: secrets !== null,
  }
  let moved: Moved | null = null
  let freshAt: Planned['freshAt'] = () => []
  const plan = await withOthers(
    { ...ground, tentative, there, pairs, now },
    scope,
    complete,
    (answers, room, gone, allotted) => {
      const inputsAt = (when: number): Inputs => ({
        config: wantedAt(when).config,
        catalog,
        study,
        scope: wantedAt(when).scope,
        answers,
        past,
        lessons,
        assets,
        mapping: createAssetMapping(config.seed, when, assets),
        tentative,
        givenByOthers,
        now: when,
        generators: generatorsFor(config, past),
        locales: readLocales(localesAsked(config)),
        matches,
        patternSpace: spaceOfPattern,
        room,
        gone,
        allotted,
      })
      const from = past.now
      const stays = from === null || from === now || tentative || Object.keys(past.tables).length === 0
      moved = stays
        ? null
        : { from: past, to: movedPast(past, freshTables(inputsAt(from)), freshTables(inputsAt(now)), now) }
      freshAt = (when) => freshTables(inputsAt(when))
      return buildPlan({ ...inputsAt(now), past: moved?.to ?? past }, digest)
    },
  )
  const keys = Object.fromEntries(
    questions.flatMap((one) => (one.kind === 'taken' ? [[`${one.table} ${one.key}`, one.columns]] : [])),
  )
  const given = takenByAssets(plan, catalog)
  const free = avoidTaken(plan, { ...taken, ...given.taken(taken) }, { ...keys, ...given.keys }, assets)
  const skipped = skipRefused(free.plan, { lessons, catalog, scope, assets })
  const told = {
    ...skipped.plan,
    findings: [...plan.findings, ...findings, ...free.findings, ...skipped.findings, ...assets.findings],
  }
  // The hash leaves findings out.
  const whole = skipped.plan === plan ? told : { ...told, hash: hashPlan(told, digest) }
  return { plan: whole, secrets, passwords, moved, freshAt, given: handlesOf(scope) }
}

/** Codes of all languages that the configuration names. */
const localesAsked = ({ locales, users, tables }: Config): readonly string[] => [
  ...(locales ?? []).map(({ name }) => name),
  ...(users?.locales ?? []).map((tag) => tag.replaceAll('-', '_')),
  ...Object.values(tables).flatMap((wish) => (wish.locales ?? []).map(({ name }) => name)),
]

/** What the configuration says, else what the rows were made by that are there, else the newest. */
const generatorsFor = ({ generators }: Config, { tables, generators: made = 1 }: Past): number =>
  generators ?? (Object.keys(tables).length > 0 ? made : NEWEST_GENERATORS)

/** Rows are adopted that are not ours: plans are made until it is known which of those that were found are. */
async function withOthers(
  ground: Planning,
  scope: Scope,
  answers: Answers,
  planBy: (answers: Answers, room: Room, gone: Gone, allotted: Allotted | null) => Plan,
): Promise<Plan> {
  const { config, past, assets, catalog } = ground
  const { adoption } = scope
  const plan = (adopted: Answers['adopted'], gone: Gone = {}) =>
    withRoom(ground, scope, answers, (room, allotted) => planBy({ ...answers, adopted }, room, gone, allotted))
  if (adoption === null) return plan(answers.adopted)
  const others = await othersAmong(answers.adopted, { adoption, past, assets, planBy: plan })
  refuseNobody(config, others, adoption, past)
  const first = await plan(others)
  const gone = goneWithOthers(first, catalog, assets)
  return Object.keys(gone).length === 0 ? first : plan(others, gone)
}

type Gone = Readonly<Record<ObjectId, readonly number[]>>

/** Plans at most until all tables have the rows that their parents have room for. */
const ROUNDS = 4

/**
 * How many pairs there are within one tenant, or in a tree, only the rows of a plan can tell, and what associations make of them: so it is made again where there are
 * fewer (or more) than it has, or where they lead elsewhere.
 */
async function withRoom(
  { config, catalog, assets, tentative, there, pairs, now, signal }: Planning,
  scope: Scope,
  answers: Answers,
  planBy: (room: Room, allotted: Allotted | null) => Plan,
): Promise<Plan> {
  let room: Room = {}
  let allotted: Allotted | null = null
  for (let round = 1; ; round++) {
    await pause(signal)
    const plan = planBy(room, allotted)
    await pause(signal)
    const rows = compileRows(plan, assets)
    const found = Object.fromEntries(
      plan.tables.flatMap((table) => {
        const limit = isLimited(table) ? rows.table(table.id).room() : null
        return limit === null ? [] : [[table.id, limit]]
      }),
    )
    const shared: Allotted | null =
      scope.associations.length === 0
        ? null
        : allotRows({
            ...{
              plan,
              rows,
              relations: catalog.relations,
              assets,
              config,
              scope,
              answers,
              tentative,
              there,
              pairs,
              now,
            },
            ...{ before: allotted, seed: config.seed },
          })
    const settled = Object.entries(found).every(([id, limit]) => room[id] === limit) && isSame(shared, allotted)
    if (settled || round === ROUNDS) {
      const required = (table: ObjectId, columns: readonly string[]) => isRequired(catalog, table, columns)
      const whole = withoutLeft(plan, allotted, required, assets)
      const hashed = whole === plan ? plan : { ...whole, hash: hashPlan(whole, digest) }
      return settled ? hashed : unsettled(hashed, shared, allotted)
    }
    room = { ...room, ...found }
    allotted = shared
  }
}

/** What is settled of a plan before it is made. */
type Planning = Ground & {
  readonly tentative: boolean
  readonly there: Counts
  readonly pairs: Answers['taken']
  readonly now: number
}

type Room = Readonly<Record<ObjectId, number>>

const isLimited = ({ links, owner }: TablePlan): boolean =>
  links.some(({ name, choose }) => name === owner && choose.kind === 'blocks' && choose.spread.limit !== undefined)

/** One hash for all users, where users are made. */
async function passwordOf(config: Config, study: Study, scope: Scope): Promise<string | null> {
  const { auth } = study
  if (auth === null || !scope.tables.some(({ relation }) => relation.id === auth.users)) return null
  const { hashPassword } = await import('../../sources/hash-password.ts')
  return hashPassword(
    config.password ?? DEFAULT_PASSWORD,
    config.seed,
    config.users?.passwordCost ?? DEFAULT_PASSWORD_COST,
  )
}

function spaceOfPattern(pattern: string, caseless: boolean, maxLength: number | undefined): number {
  const parsed = parsePattern(pattern, caseless)
  return parsed === null ? 0 : patternSpace(parsed, maxLength)
}

function matches(text: string, pattern: string, caseless: boolean): boolean {
  const parsed = parsePattern(pattern, caseless)
  return parsed !== null && !parsed.backReferences && matcherOf(parsed)(text)
}
