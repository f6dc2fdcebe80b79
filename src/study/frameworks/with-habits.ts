import type { Catalog } from '../../model/catalog.ts'
import type { FrameworkStudy } from '../../model/framework-study.ts'
import type { ObjectId } from '../../model/name.ts'
import type { AuthStudy, TableStudy } from '../../model/study.ts'
import { FRAMEWORKS } from './frameworks.ts'

type Tables = Readonly<Record<ObjectId, TableStudy>>
type Kit = Pick<FrameworkStudy, 'family' | 'tables'>

/** What the application of a family keeps to in its own tables, beside what the schema says of them. */
export function withHabits(tables: Tables, { family, tables: here }: Kit): Tables {
  const framework = FRAMEWORKS.find((one) => one.family === family)
  if (framework === undefined) return tables
  const { habits = {}, members } = framework
  const known = Object.fromEntries(
    Object.entries(habits).flatMap(([name, kit]): [ObjectId, TableStudy][] => {
      const table = tables[here[name] ?? '']
      return table === undefined ? [] : [[table.id, { ...table, kit }]]
    }),
  )
  const group = members === undefined ? undefined : tables[here[members.table] ?? '']
  if (members === undefined || group === undefined) return { ...tables, ...known }
  const { account, user, role } = members.study
  const whole = [account, user, role].every((name) => group.columns[name] !== undefined)
  const table = known[group.id] ?? group
  return { ...tables, ...known, ...(whole ? { [group.id]: { ...table, membership: members.study } } : {}) }
}

/** A kit whose application makes a row of its own for each user: it is one of the tables that go with users. */
export function withProfiles(
  auth: AuthStudy | null,
  { relations }: Pick<Catalog, 'relations'>,
  { family, tables }: Kit,
): AuthStudy | null {
  const profiles = FRAMEWORKS.find((one) => one.family === family)?.profiles
  const table = relations.find(({ id }) => id === tables[profiles ?? ''])
  const leads = table?.foreignKeys.some(({ parent }) => parent === auth?.users) ?? false
  return auth === null || table === undefined || !leads ? auth : { ...auth, with: [...auth.with, table.id] }
}
