import type { Effect } from '../../model/study.ts'

type Known = Partial<Pick<Effect, 'assigns' | 'raises'>>

const first = (args: readonly string[]): Known => ({ assigns: args.slice(0, 1) })

/** Trigger functions in C whose behaviour is known: what they do on INSERT, given the arguments of the trigger. */
const KNOWN: Readonly<Record<string, (args: readonly string[]) => Known>> = {
  /** contrib/spi: refuses INSERT outright. */
  moddatetime: () => ({ raises: ['moddatetime: cannot process INSERT events'] }),
  suppress_redundant_updates_trigger: () => ({
    raises: ['function "suppress_redundant_updates_trigger" must be called on update'],
  }),
  /** The first argument is the column. */
  tsvector_update_trigger: first,
  tsvector_update_trigger_column: first,
  insert_username: first,
  /** Pairs of column and sequence. */
  autoinc: (args) => ({ assigns: args.filter((_, index) => index % 2 === 0) }),
  /** Reads only; refuses rows without a parent. */
  check_primary_key: () => ({}),
  check_foreign_key: () => ({}),
  /** NOTIFY stays inside the database. */
  triggered_change_notification: () => ({}),
  lo_manage: () => ({}),
}

export function knownFunction(name: string, args: readonly string[]): Known | null {
  return Object.hasOwn(KNOWN, name) ? (KNOWN[name]?.(args) ?? null) : null
}
