import type { Trigger } from '../../model/catalog.ts'
import type { SqlParser } from '../../model/study.ts'
import { list, text, tree } from '../sql/tree.ts'

/** How a trigger calls its function. */
export interface TriggerCall {
  readonly arguments: readonly string[]
  /** The parse tree of WHEN, or null. */
  readonly when: unknown
  /** Name of the transition table with the new rows, or null. */
  readonly newTable: string | null
  /** Does it run at the end of the transaction, or may it be put off till then? */
  readonly deferrable: boolean
}

/** Reads the definition of a trigger as Postgres prints it. */
export function triggerCall(trigger: Trigger, parser: SqlParser): TriggerCall | null {
  const create = tree(tree(list(parser.statements(trigger.definition))[0]).CreateTrigStmt)
  if (create.trigname === undefined) return null
  const transition = list(create.transitionRels)
    .map((one) => tree(tree(one).TriggerTransition))
    .find((one) => one.isNew === true && one.isTable === true)
  return {
    arguments: list(create.args).map((argument) => text(tree(tree(argument).String).sval)),
    when: create.whenClause ?? null,
    newTable: transition === undefined ? null : text(transition.name),
    deferrable: create.deferrable === true,
  }
}
