import type { MakerkitWish } from '../../model/config.ts'
import type { FrameworkStudy } from '../../model/framework-study.ts'
import type { FixtureRows } from '../../model/study.ts'
import { standardRows } from './standard-rows.ts'

const USERS = 'auth.users'

/** Rows that are given for what a configuration asks of the kit: its test users, further ones by their e-mail address, and the team where there are teams. */
export function standardFixtures(framework: FrameworkStudy, wish: MakerkitWish): FixtureRows {
  const { tables, epoch } = framework
  const { rows: standard, team, unknownTo, teams: hasTeams } = standardRows(framework)
  const teams = wish.standardTestUsers && wish.accountSystem !== 'simple' && hasTeams
  const { standardTestUsers, testEmails } = wish
  const unknown = (epoch !== null && unknownTo[epoch]) || []
  const known = Object.entries(standard[USERS] ?? {}).filter(([handle]) => !unknown.includes(handle))
  const emailOf = ([, { email }]: (typeof known)[number]): string => String(email)
  const users = known.filter((one) => standardTestUsers || testEmails.includes(emailOf(one)))
  const others = testEmails.filter((email) => !known.some((one) => emailOf(one) === email))
  const handles = users.map(([handle]) => handle)
  const rest = Object.entries(standard).flatMap(([name, rows]) => {
    if (name === USERS || (team.includes(name) && !teams)) return []
    const kept = Object.entries(rows).filter(([, values]) => leadsTo(values, handles))
    return kept.length === 0 ? [] : [[tables[name] ?? name, Object.fromEntries(kept)] as const]
  })
  if (users.length + others.length === 0) return {}
  return {
    [USERS]: Object.fromEntries([...users, ...others.map((email) => [email, { email }] as const)]),
    ...Object.fromEntries(rest),
  }
}

/** Are the users that a row names among these? */
const leadsTo = (values: Readonly<Record<string, unknown>>, handles: readonly string[]): boolean =>
  Object.values(values).every((value) => {
    const handle = typeof value === 'object' && value !== null && '$ref' in value ? String(value.$ref) : null
    return handle === null || handles.includes(handle)
  })
