import type { Catalog } from '../../model/catalog.ts'
import type { Database } from '../../model/database.ts'
import { type Finding, finding } from '../../model/finding.ts'
import type { FrameworkStudy } from '../../model/framework-study.ts'
import { spellCount } from '../spell-number.ts'
import { kitRules } from './kit-rules.ts'
import type { OwnUser } from './own-user.ts'
import { failed, passed, type Verdict } from './verdict.ts'

const NAME = 'kit'

export interface KitOptions {
  readonly db: Database
  readonly catalog: Pick<Catalog, 'relations'>
  readonly framework: Pick<FrameworkStudy, 'family' | 'tables'>
  readonly users: readonly OwnUser[]
}

/** Does what the kit's application relies on hold for our users: the chain of triggers, memberships, the hierarchy of roles? Null where there is no kit to ask about. */
export async function checkKit({ db, catalog, framework, users }: KitOptions): Promise<Verdict | null> {
  const rules = kitRules(framework, catalog)
  if (rules.length === 0 || users.length === 0) return null
  const ids = users.map(({ id }) => id)
  const findings: Finding[] = []
  for (const { code, table, sql, wrong, next } of rules) {
    const [row] = await db.transaction((tx) => tx.query<{ n: number; example: string | null }>(sql, [ids]), {
      readOnly: true,
    })
    const count = Number(row?.n ?? 0)
    if (count > 0)
      findings.push(
        finding(code, 'error', { table }, `${wrong}: ${spellCount(count)}.`, {
          found: row?.example ?? '',
          next,
        }),
      )
  }
  const about = [...new Set(rules.map((rule) => rule.about))].join(', ')
  const who = `${framework.family}, ${spellCount(users.length)} ${users.length === 1 ? 'user' : 'users'}`
  return findings.length > 0
    ? failed(NAME, `${who}: ${findings.length} of ${rules.length} rules about ${about} are broken`, findings)
    : passed(NAME, `${who}: ${about} as the kit wants them`)
}
