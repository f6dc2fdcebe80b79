import { finding } from '../../model/finding.ts'
import { isFirstWritten } from '../../model/first-written.ts'
import type { Recipe } from '../../model/recipe.ts'
import type { Value } from '../../model/value.ts'
import type { Draft, DraftColumn, Workshop } from '../draft.ts'
import { setByTrigger } from '../recipes/set-by-trigger.ts'
import { isByAdminApi } from './is-by-admin-api.ts'
import { isOrganizations } from './organizations.ts'

/** Of so many made rows there is one written one, when nobody said how many. */
const MADE_PER_WRITTEN = 4

/** How many rows are written beside those that the trigger makes; fixtures included. */
export function writtenRows(workshop: Workshop, draft: Draft, made: number): number {
  const { config } = workshop.inputs
  const given = draft.scope.fixtures.length
  if (draft.madeBy?.of === workshop.inputs.study.auth?.users && config.accounts?.team != null)
    return Math.max(given, config.accounts.team)
  if (draft.scope.count !== null) return Math.max(given, draft.scope.count - made)
  const told = Object.keys(draft.madeBy?.mixed?.constants ?? {}).length > 0
  const none = config.makerkit.accountSystem !== 'personal_and_team'
  if (!told || made === 0 || config.named || none) return given
  return Math.max(given, 1, Math.round(made / MADE_PER_WRITTEN))
}

/** What was said of accounts, held against what the schema and the users allow. */
export function tellAccounts(workshop: Workshop): void {
  const { config, study } = workshop.inputs
  const wish = config.accounts
  if (!config.makerkit.rlsPreservation)
    workshop.findings.push(
      finding(
        'rls-preserved',
        'info',
        { path: 'makerkit.rlsPreservation' },
        'Row-level security stays as it is: supa-seed never switches anything off.',
        { next: 'Leave rlsPreservation out.' },
      ),
    )
  tellCreation(workshop)
  if (wish === null) return
  const table = workshop.drafts.find(({ madeBy }) => madeBy?.of === study.auth?.users && madeBy?.mixed != null)
  if (table === undefined) {
    if (wish.personal === null && workshop.drafts.some((draft) => isOrganizations(workshop, draft))) return
    workshop.findings.push(
      finding(
        'no-accounts',
        'info',
        { path: 'accounts' },
        'No table here holds personal and team accounts: the setting accounts changes nothing.',
        {
          next: 'Leave it out, or name the tables that stand for accounts under tables.',
        },
      ),
    )
    return
  }
  if (wish.personal === null || wish.personal === table.madeRows) return
  workshop.findings.push(
    finding(
      'personal-accounts',
      'warning',
      { table: table.id, path: 'accounts.personal' },
      `There are ${table.madeRows} personal accounts: ${table.madeBy?.trigger} makes one for each user.`,
      {
        expected: String(wish.personal),
        found: String(table.madeRows),
        next: `Ask for as many users: users: ${wish.personal}`,
      },
    ),
  )
}

/** Personal accounts that nobody makes. */
function tellCreation({ inputs: { config, study }, drafts, findings }: Workshop): void {
  if (config.makerkit.accountCreation === null) return
  const table = drafts.find(({ relation }) =>
    ['is_personal_account', 'primary_owner_user_id'].every((wanted) =>
      relation.columns.some(({ name }) => name === wanted),
    ),
  )
  if (table === undefined || table.madeBy?.of === study.auth?.users) return
  findings.push(
    finding(
      'accounts-without-trigger',
      'warning',
      { table: table.id, path: 'makerkit.accountCreation' },
      `Nobody makes personal accounts in ${table.id}: no trigger on auth.users was found that does.`,
      { next: "Restore the kit's trigger on_auth_user_created, or leave accountCreation out." },
    ),
  )
}

/**
 * Gives the columns of a mixed table two recipes: made rows follow what the trigger takes from its row, written ones are told apart by the columns that the
 * trigger fills with a literal.
 */
export function settleMixedColumns(workshop: Workshop, draft: Draft): void {
  const made = draft.madeBy
  if (made === null || made.mixed === null || draft.owner === null) return
  const { constants } = made.mixed
  for (const [name, entry] of draft.columns) {
    const constant = constants[name]
    if (constant !== undefined) {
      entry.made = { recipe: { kind: 'constant', value: constant }, set: false }
      entry.recipe = unlike(entry, constant)
      entry.nulls = 0
    } else if (Object.hasOwn(made.columns, name)) {
      const source = made.columns[name] ?? null
      const recipe = filled(draft, source, made.trigger)
      const late = source !== null && isByAdminApi(workshop, made.of) && !isFirstWritten(source)
      entry.made = { recipe, set: late && recipe.kind !== 'leave' }
      entry.recipe = forGroups(entry)
    } else if (setByTrigger(draft, name) !== null) {
      entry.made = { recipe: { kind: 'leave', why: 'a trigger assigns it' }, set: false }
    }
  }
}

/** What the trigger puts there, where that is known. */
function filled(draft: Draft, source: string | null, trigger: string): Recipe {
  const owner = draft.owner
  const parent = source === null ? undefined : owner?.parent?.columns.get(source)
  if (owner === null || source === null || parent === undefined || parent.recipe.kind === 'leave')
    return { kind: 'leave', why: `filled by the trigger ${trigger}` }
  return { kind: 'follow', link: owner.name, column: source }
}

/** What the trigger takes from a person is of a group in the written rows: it has a name of its own, and no address of somebody. */
function forGroups(entry: DraftColumn): Recipe {
  const { recipe } = entry
  if (entry.why === 'configuration' || recipe.kind !== 'draw' || recipe.entity?.name !== 'person') return recipe
  const { notNull } = entry.study.domain
  const rest = {
    kind: 'draw' as const,
    entity: { name: 'company' },
    ...(recipe.unique === undefined ? {} : { unique: recipe.unique }),
  }
  if (recipe.shape === 'person.full') return { ...rest, shape: 'company.name', options: recipe.options }
  if (notNull)
    return recipe.shape === 'person.email' ? { ...rest, shape: 'company.email', options: recipe.options } : recipe
  entry.nulls = 0
  return { kind: 'constant', value: null }
}

/** A written row is of the other kind. */
function unlike(entry: DraftColumn, constant: Value): Recipe {
  const { recipe } = entry
  if (entry.why === 'configuration') return recipe
  if (typeof constant === 'boolean') return { kind: 'constant', value: !constant }
  if (recipe.kind !== 'pick') return recipe
  const values = recipe.values.filter((value) => value !== constant)
  return values.length === 0 || values.length === recipe.values.length
    ? recipe
    : { kind: 'pick', values, ...(recipe.together === undefined ? {} : { together: recipe.together }) }
}
