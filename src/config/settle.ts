import type { Config, Portion, RemoteWish, StrategyWish, TableWish, UsersWish } from '../model/config.ts'
import { SeedError } from '../model/seed-error.ts'
import { assetPools as assetPoolWishes } from './asset-pools.ts'
import { associationWishes } from './association-wishes.ts'
import { checkLayer } from './check-layer.ts'
import { columnWish } from './column-wish.ts'
import { fixturesWish } from './fixtures-wish.ts'
import { instantOf, noonOf } from './instant.ts'
import { layDataset } from './lay-dataset.ts'
import type { Layer } from './layer.ts'
import { localeWish } from './locale-wish.ts'
import { type Merged, mergeLayers, type TableInput } from './merge-layers.ts'
import { personaWishes } from './persona-wishes.ts'
import { PRESETS } from './presets.ts'
import { type ConfigInput, configSchema } from './schema.ts'
import { settingMeta } from './setting.ts'
import { type Sized, sizedBy } from './sized-by.ts'
import { strategyWish } from './strategy-wish.ts'

/** What settling needs to know of the world. */
export interface Circumstances {
  /** The present moment, ms since the epoch: what `now: 'today'` refers to. */
  readonly today: number
  readonly root: string
  readonly file: string | null
  /** What the environment says in place of `users.password`. */
  readonly password?: string | null
  /** What the environment says of `Config.factorSecret`. */
  readonly factorSecret?: string | null
  /** The library's one-line form: unknown names at the top are tables. Only for layers of kind `call`. */
  readonly bareNames?: boolean
}

/** Where an embedded database lies when no folder is named. */
const EMBEDDED = '.supa-seed/embedded'

/**
 * Makes one complete configuration of all layers, weakest first.
 * @throws SeedError `config-invalid` with one finding for each problem of each layer.
 */
export function settle(layers: readonly Layer[], circumstances: Circumstances): Config {
  const checked = layers.map((layer) => ({ layer, ...checkLayer(layer, circumstances.bareNames ?? false) }))
  const findings = checked.flatMap((one) => one.findings)
  if (findings.length > 0) {
    const [first] = findings
    throw new SeedError({
      code: 'config-invalid',
      message: findings.length === 1 ? (first?.message ?? '') : `The configuration has ${findings.length} problems.`,
      place:
        findings.length === 1 ? (first?.place ?? {}) : circumstances.file === null ? {} : { file: circumstances.file },
      ...(findings.length === 1 ? { expected: first?.expected, found: first?.found } : {}),
      next: (findings.length === 1 ? first?.next : undefined) ?? 'Mend all of them and run the command again.',
      findings,
    })
  }
  const laid = layDataset(checked)
  return complete(mergeLayers([...presetsOf(laid), ...laid]), circumstances)
}

/** What layers start from lies below all of them. */
function presetsOf(checked: readonly Checked[]): readonly Checked[] {
  const names = new Set(checked.flatMap(({ input }) => input.extends ?? []))
  return [...names].map((name) => ({
    layer: { kind: 'preset', name, input: PRESETS[name] },
    input: PRESETS[name],
  }))
}

interface Checked {
  readonly layer: Layer
  readonly input: ConfigInput
}

function complete(
  { settings, tables, said }: Merged,
  { today, root, file, password = null, factorSecret = null }: Circumstances,
): Config {
  const scale = settings.scale ?? defaults.scale ?? 1
  const sized = sizedBy(scale)
  const wishes = Object.entries(tables).map(([name, input]): [string, TableWish] => [name, tableWish(input, sized)])
  const rows = sized(settings.rows)
  const strategy = strategyWish(settings)
  const wished = usersOf(settings, strategy)
  const users = wished === null ? null : { ...wished, count: sized(wished.count) }
  const fixtures = fixturesWish(settings)
  const phases = settings.phases ?? []
  const assetPools = assetPoolWishes(settings.assetPools)
  const associations = associationWishes(settings.associations, sized)
  const makerkit = makerkitWish(settings.makerkit)
  const asked =
    wishes.some(([, wish]) => (wish.count ?? wish.total ?? 0) > 0 || wish.perParent !== null) ||
    usersWish(settings.users, settings.defaultUsers)?.count != null ||
    settings.additionalUsers?.count !== undefined ||
    makerkit.standardTestUsers ||
    [makerkit.testEmails, fixtures.fixtures, phases, assetPools, associations].some(
      (one) => Object.keys(one).length > 0,
    )
  return {
    dataset: settings.dataset ?? null,
    datasets: Object.keys(settings.datasets ?? {}),
    seed: String(settings.seed ?? defaults.seed),
    now: momentOf(settings.now ?? defaults.now ?? 'today', today),
    generators: settings.generators ?? null,
    locales: localeWish(settings.locale),
    keepsNow: (settings.now ?? 'today') === 'today' && said.now !== '--now',
    rows,
    scale,
    named: rows === null && asked,
    edgeCases: settings.edgeCases ?? false,
    tables: bare(Object.fromEntries(wishes)),
    users,
    password: password ?? users?.password ?? null,
    factorSecret,
    accounts: accountsWish(settings.accounts, settings.defaultAccounts, sized),
    adminApi: adminApiOf(settings),
    strategy,
    makerkit,
    ...fixtures,
    instances: settings.instances ?? defaults.instances ?? 1,
    sharedFixtures: settings.sharedFixtures ?? [],
    manifest: settings.manifest ?? null,
    assetPools,
    associations,
    functions: bare(settings.functions ?? {}) as Config['functions'],
    phases,
    schemas: settings.schemas ?? null,
    only: settings.only ?? [],
    except: settings.except ?? [],
    allow: settings.allow ?? [],
    jobs: settings.jobs ?? defaults.jobs ?? 1,
    db: {
      url: settings.db?.url ?? null,
      embedded: settings.db?.embedded === true ? EMBEDDED : (settings.db?.embedded ?? null),
    },
    remotes: bare(
      Object.fromEntries(Object.entries(settings.remotes ?? {}).map(([name, remote]) => [name, remoteWish(remote)])),
    ),
    root,
    file,
    said: { ...unsaid(said), ...said },
  }
}

/** `false` marks production. */
function remoteWish(input: NonNullable<ConfigInput['remotes']>[string]): RemoteWish {
  if (input === false) return { url: null, poolerUrl: null, ref: null, region: null, production: true }
  const { url = null, poolerUrl = null, ref = null, region = null, production = false } = input
  return { url, poolerUrl, ref, region, production }
}

function accountsWish(
  said: ConfigInput['accounts'],
  { personal, team }: NonNullable<ConfigInput['defaultAccounts']> = {},
  sized: Sized,
): Config['accounts'] {
  const numberOf = (one: number | boolean | undefined): number | null =>
    one === undefined || one === true ? null : Number(one)
  const wish = {
    personal: sized(said?.personal ?? numberOf(personal)),
    team: sized(said?.team ?? numberOf(team)),
  }
  return said === undefined && wish.personal === null && wish.team === null ? null : wish
}

type UsersInput = Extract<NonNullable<ConfigInput['users']>, object>

/** A record without a prototype: names of the user are its only keys. */
const bare = <Entry>(record: Readonly<Record<string, Entry>>): Record<string, Entry> =>
  Object.assign(Object.create(null), record)

function usersWish(input: ConfigInput['users'], standard: ConfigInput['defaultUsers'] = {}): UsersWish | null {
  if (input === undefined) return null
  const wish: UsersInput = input === true ? standard : typeof input === 'number' ? { count: input } : input
  const { roles = {}, metadata = {}, appMetadata = {}, providers = {} } = wish
  return {
    count: wish.count ?? null,
    password: wish.password ?? null,
    passwordCost: wish.passwordCost ?? PASSWORD_COST,
    emailDomain: wish.emailDomain ?? null,
    roles: Array.isArray(roles) ? roles.map((name) => ({ name, amount: amountOf(1 / roles.length) })) : portions(roles),
    metadata: bare(metadata) as UsersWish['metadata'],
    appMetadata: bare(appMetadata) as UsersWish['appMetadata'],
    locales: [wish.locale ?? []].flat(),
    providers: portions(providers),
    unconfirmed: wish.unconfirmed ?? 0,
    banned: wish.banned ?? 0,
    phone: wish.phone ?? 0,
    anonymous: wish.anonymous ?? 0,
    sso: ssoWish(wish.sso, wish.emailDomain),
    linked: portions(wish.linked ?? {}),
    personas: [],
    mfa: Array.isArray(wish.mfa) ? { roles: wish.mfa } : (wish.mfa ?? 0) > 0 ? { amount: wish.mfa as number } : null,
  }
}

/** Where nobody names the company. */
const SSO_DOMAIN = 'sso.example.com'

function ssoWish(
  sso: number | { amount: number; domain?: string | undefined } | undefined,
  emailDomain?: string,
): UsersWish['sso'] {
  const { amount, domain } = typeof sso === 'object' ? sso : { amount: sso ?? 0, domain: undefined }
  return amount > 0 ? { amount, domain: domain ?? emailDomain ?? SSO_DOMAIN } : null
}

/** What `users` says is nearer than what a kit says. */
function adminApiOf({ users, makerkit }: ConfigInput): Config['adminApi'] {
  const wish = typeof users === 'object' ? users : {}
  if ((wish.authUserCreation ?? makerkit?.authUserCreation) !== 'admin_api') return null
  return { requests: wish.requests ?? REQUESTS }
}

/** Well below the connections that Supabase Auth keeps to its database. */
const REQUESTS = 8

/** Beside users that are there, `additionalUsers` says how many are made. */
function usersOf(settings: Merged['settings'], { kind }: StrategyWish): UsersWish | null {
  const { users, additionalUsers, defaultUsers } = settings
  const personas = personaWishes(settings)
  const wish = usersWish(users, defaultUsers)
  if (kind !== 'hybrid') return wish === null ? null : { ...wish, personas }
  const own = wish ?? (usersWish({}) as UsersWish)
  return { ...own, personas, count: additionalUsers?.count ?? own.count ?? ADDITIONAL_USERS }
}
const ADDITIONAL_USERS = 7

const makerkitWish = (input: ConfigInput['makerkit'] = {}): Config['makerkit'] => ({
  standardTestUsers: input.standardTestUsers ?? false,
  testEmails: [...new Set((input.testEmails ?? []).map((one) => one.toLowerCase()))],
  authFlow: input.authFlow ?? 'supabase_auth',
  accountCreation: input.accountCreation ?? null,
  accountSystem: input.accountSystem ?? 'personal_and_team',
  rlsPreservation: input.rlsPreservation ?? true,
})

/** A single role is everybody's; 1 would be one user. */
const amountOf = (share: number): number => Math.min(share, EVERYBODY)
const EVERYBODY = 0.9999

/** What Supabase Auth itself uses. */
const PASSWORD_COST = 10

const portions = (amounts: Readonly<Record<string, number>>): Portion[] =>
  Object.entries(amounts).map(([name, amount]) => ({ name, amount }))

/** The values that the schema names as defaults. */
const defaults: Pick<ConfigInput, 'seed' | 'now' | 'jobs' | 'scale' | 'instances'> = Object.fromEntries(
  Object.entries(configSchema.shape).flatMap(([name, schema]) => {
    const meta = settingMeta(schema)
    return meta?.default === undefined ? [] : [[name, meta.default]]
  }),
)

const unsaid = (said: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.keys(configSchema.shape)
      .filter(
        (name) =>
          name !== '$schema' &&
          !Object.keys(said).some(
            (path) => path === name || path.startsWith(`${name}.`) || path.startsWith(`${name}[`),
          ),
      )
      .map((name) => [name, 'default']),
  )

function momentOf(now: string | Date, today: number): number {
  if (now instanceof Date) return now.getTime()
  return instantOf(now) ?? noonOf(today)
}

function tableWish(input: TableInput, sized: Sized): TableWish {
  const { count = null, total, perParent = null, columns = {} } = input
  const locales = localeWish(input.locale)
  const wishes = Object.entries(columns).map(([name, column]) => [name, columnWish(column)])
  return {
    count: sized(count),
    ...(total === undefined ? {} : { total: sized(total) ?? 0 }),
    ...(locales === null ? {} : { locales }),
    perParent:
      perParent === null
        ? null
        : typeof perParent === 'number'
          ? { min: perParent, max: perParent }
          : { min: perParent.min ?? 0, max: perParent.max ?? null },
    columns: Object.assign(Object.create(null), Object.fromEntries(wishes)),
  }
}
