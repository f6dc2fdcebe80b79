import { finding } from '../../model/finding.ts'
import type { Guards } from '../../model/guards.ts'
import { failed, passed, skipped, type Verdict } from './verdict.ts'

/** What guarded the data when the last run began, and now. */
export interface GuardsThen {
  /** Null: nobody wrote it down; `why` tells. */
  readonly before: Guards | null
  readonly why: string
  readonly now: Guards
  /** When the run began: an ISO instant. */
  readonly at: string | null
  /** Is the whole catalog as it was when the plan was made? */
  readonly sameCatalog: boolean
  /** Ids of findings that are allowed. */
  readonly allow: readonly string[]
}

const KINDS: readonly { readonly name: string; readonly key: keyof Guards; readonly what: string }[] = [
  { name: 'policies', key: 'policies', what: 'Row-level security policies' },
  { name: 'row-security', key: 'rowSecurity', what: 'The tables on which row-level security is enabled or forced' },
  { name: 'triggers', key: 'triggers', what: 'Triggers' },
  { name: 'constraints', key: 'constraints', what: 'Keys, checks and other constraints' },
  { name: 'grants', key: 'grants', what: 'Privileges of roles' },
]

/** Is what guards the data as it was before anything was written? One verdict for each kind. */
export const checkGuards = (then: GuardsThen): readonly Verdict[] => KINDS.map((kind) => checkKind(kind, then))

function checkKind({ name, key, what }: (typeof KINDS)[number], then: GuardsThen): Verdict {
  const { before, now, allow, sameCatalog } = then
  if (before === null) return skipped(name, then.why)
  const since = then.at === null ? 'the last run' : spellInstant(then.at)
  if (before[key] === now[key])
    return passed(name, `unchanged since ${since}${sameCatalog ? '; so is the whole schema' : ''}`)
  const changed = finding(
    `${name}-changed`,
    'error',
    {},
    `${what} are not as they were when the last run began${then.at === null ? '' : `, ${since}`}.`,
    {
      expected: `sha-256 ${before[key].slice(0, 12)}`,
      found: now[key].slice(0, 12),
      next: `supa-seed alters none. If a migration of yours did: --allow ${name}-changed, until the next run that writes rows.`,
    },
  )
  if (allow.includes(changed.id)) return passed(name, `changed since ${since}, and that is allowed`)
  return failed(name, `changed since ${since}`, [changed])
}

/** `2026-01-15 12:00 UTC` */
const spellInstant = (iso: string): string => iso.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d).*$/, '$1 $2 UTC')
