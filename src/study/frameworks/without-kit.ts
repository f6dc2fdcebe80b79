import type { Catalog } from '../../model/catalog.ts'
import type { FrameworkStudy, SignUp } from '../../model/framework-study.ts'
import type { TableStudy } from '../../model/study.ts'

/** Supabase itself: its own schemas are there. */
const SUPABASE = ['auth.users', 'auth.identities', 'storage.objects'] as const

/** A trigger of MakerKit's kits whose tables are not theirs any more. */
const KIT = /^kit\.(setup_new_user|new_user_created_setup)$/

/** A schema that no kit explains: what happens when somebody signs up, whether it is a Supabase project, and whether it has tables of its own. */
export function withoutKit(
  catalog: Catalog,
  tables: Readonly<Record<string, TableStudy>>,
  signUps: readonly SignUp[],
): FrameworkStudy {
  const supabase = SUPABASE.filter((id) => catalog.relations.some((one) => one.id === id)).map(
    (id) => `the table ${id}`,
  )
  const own = Object.values(tables).filter(({ standing }) => standing.kind === 'app')
  const nothing: Omit<FrameworkStudy, 'family' | 'evidence'> = {
    version: null,
    epoch: null,
    against: [],
    altered: [],
    notes: [],
    tables: {},
    extendedEnums: [],
    signUps,
  }
  const left = remains(catalog)
  if (left.length > 0)
    return {
      ...nothing,
      family: 'custom',
      version: 'custom',
      evidence: [...left, ...supabase],
      against: ['the tables that MakerKit keeps accounts in'],
    }
  const made = signUps.filter(({ table }) => tables[table]?.standing.kind === 'app')
  if (made.length > 0)
    return {
      ...nothing,
      family: 'supabase-starter',
      evidence: [
        ...made.map(({ trigger, table }) => `the trigger ${trigger} on auth.users makes a row of ${table}`),
        ...supabase,
      ],
    }
  return { ...nothing, family: supabase.length > 0 && own.length > 0 ? 'custom' : 'none', evidence: supabase }
}

const remains = ({ relations }: Catalog): string[] => {
  const accounts = relations.find(({ id }) => id === 'accounts')?.columns.map(({ name }) => name) ?? []
  return [
    ...(relations.find(({ id }) => id === 'auth.users')?.triggers ?? [])
      .filter((trigger) => KIT.test(trigger.function))
      .map((trigger) => `a trigger on auth.users that calls ${trigger.function}`),
    ...(['primary_owner_user_id', 'is_personal_account'].every((name) => accounts.includes(name))
      ? ['accounts with primary_owner_user_id and is_personal_account']
      : []),
  ]
}
