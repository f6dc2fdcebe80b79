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
  /** Migrations that were noted as applied since (`table: name`); null: nobody knows. */
  readonly migrations: readonly string[] | null
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
  const { before, now, allow, sameCatalog, migrations } = then
  if (before === null) return skipped(name, then.why)
  const since = then.at === null ? 'the last run' : spellInstant(then.at)
  if (before[key] === now[key])
    return passed(name, `unchanged since ${since}${sameCatalog ? '; so is the whole schema' : ''}`)
  const applied = migrations?.length ?? 0
  const changed = finding(
    `${name}-changed`,
    applied > 0 ? 'warning' : 'error',
    {},
    `${what} are not as they were when the last run began${then.at === null ? '' : `, ${since}`}.`,
    {
      expected: `sha-256 ${before[key].slice(0, 12)}`,
      found: now[key].slice(0, 12),
      next: nextStep(name, migrations),
    },
  )
  if (allow.includes(changed.id)) return passed(name, `changed since ${since}, and that is allowed`)
  if (applied === 0) return failed(name, `changed since ${since}`, [changed])
  const many = applied === 1 ? '1 migration was' : `${applied} migrations were`
  return passed(name, `changed since ${since}, and ${many} applied since then`, [changed])
}

/** Migrations that are named at most. */
const NAMED = 3

/** A migration is what changes such things as a rule; without one somebody did by hand. */
function nextStep(name: string, migrations: readonly string[] | null): string {
  if (migrations !== null && migrations.length > 0) {
    const more = migrations.length > NAMED ? ` and ${migrations.length - NAMED} more` : ''
    return `Applied since then: ${migrations.slice(-NAMED).join(', ')}${more}. If these changed them, all is well; the next run that writes rows takes them as they are.`
  }
  const none = migrations === null ? '' : ' and no migration was noted since then'
  return `supa-seed alters none${none}. If it was you: --allow ${name}-changed, until the next run that writes rows.`
}

/** `2026-01-15 12:00 UTC` */
const spellInstant = (iso: string): string => iso.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d).*$/, '$1 $2 UTC')
