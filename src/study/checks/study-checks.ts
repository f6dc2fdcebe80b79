import type { Check, Relation } from '../../model/catalog.ts'
import { type Finding, finding } from '../../model/finding.ts'
import type { Domain, Rule, TableStudy } from '../../model/study.ts'
import type { SqlReader } from '../sql/sql-reader.ts'
import { columnType } from '../types/column-type.ts'
import { namedType } from '../types/named-type.ts'
import type { Types } from '../types/type-use.ts'
import { type Chosen, choose, type Demand } from './choose.ts'
import { type Columns, readColumns } from './columns.ts'
import { createReader } from './create-reader.ts'
import { all } from './formula.ts'
import { withinReach } from './overflow.ts'
import { reconcile } from './reconcile.ts'
import type { States } from './states.ts'
import { understand } from './understand.ts'
import { wrapChoice } from './wrap-needs.ts'

export interface CheckStudy {
  readonly domains: Readonly<Record<string, Domain>>
  readonly rules: readonly Rule[]
  readonly unsolved: TableStudy['unsolved']
  readonly findings: readonly Finding[]
}

/** A check that was read: its demands, and whether they are all of it. */
interface Read {
  readonly check: Check
  readonly demands: readonly Demand[]
  readonly whole: boolean
}

/** What every column of a table accepts by its type, NOT NULL, domains and checks, and the rules over several columns. */
export function studyChecks(relation: Relation, checks: readonly Check[], types: Types, sql: SqlReader): CheckStudy {
  const columns = readColumns(relation, types)
  const read = [
    ...checks.map((check) => readCheck(check, relation, columns, types, sql)),
    ...domainChecks(columns, types, sql),
  ]
  const chosen = choose(
    columns.states,
    read.flatMap(({ demands }) => demands),
    columns.types,
  )
  const reconciled = reconcile(chosen.states, chosen.rules, columns.types)
  const impossible = [
    ...chosen.unmet.filter((one) => one.impossible).map(({ check }) => check),
    ...(chosen.certain ? reconciled.impossible : []),
  ]
  const unmet = new Set([...chosen.unmet.map(({ check }) => check), ...reconciled.impossible])
  const unsolved = read.filter(({ check, whole }) => !whole || unmet.has(check.name))
  return {
    domains: Object.fromEntries(relation.columns.map(({ name }) => [name, domainOf(reconciled.states, name)])),
    rules: reconciled.rules,
    unsolved: unsolved.map(({ check }) => ({
      check: check.name,
      expression: check.expression,
      columns: check.columns,
    })),
    findings: [
      ...impossibleFindings(relation, read, new Set(impossible)),
      ...narrowedFindings(relation, chosen, read, unmet),
    ],
  }
}

function readCheck(check: Check, relation: Relation, columns: Columns, types: Types, sql: SqlReader): Read {
  const reader = createReader({
    column: (name) => columns.types.get(name) ?? null,
    named: (name) => namedType(types, name),
  })
  const expr = sql.expression(check.expression, generatedColumns(relation, sql))
  const { choices, whole } =
    expr === null
      ? { choices: [], whole: false }
      : understand(all([reader.holds(expr, true, true), withinReach(expr, reader)]))
  // What the expression names must be columns of this table: a whole row, or a system column, is not.
  const known = choices.every(({ outcomes }) =>
    outcomes.every(({ needs }) => needs.every(({ column }) => columns.types.has(column))),
  )
  return {
    check,
    demands: known ? choices.map((choice) => ({ check: check.name, choice })) : [],
    whole: whole && known,
  }
}

/** A generated column is what its expression says: what is demanded of it is demanded of its sources. */
function generatedColumns(relation: Relation, sql: SqlReader) {
  return (name: string) => {
    const generated = relation.columns.find((column) => column.name === name)?.generated
    return generated ? sql.expression(generated.expression) : null
  }
}

/** The checks of the SQL domains that columns, their items and attributes are made of. */
function domainChecks(columns: Columns, types: Types, sql: SqlReader): readonly Read[] {
  return [...columns.byType].flatMap(([column, { checks }]) =>
    checks.map(({ check, path, use }): Read => {
      const value = columnType(types, use)
      const reader = createReader({
        column: (name) => (name === 'value' ? value : null),
        named: (name) => namedType(types, name),
      })
      const expr = sql.expression(check.expression)
      const { choices, whole } =
        expr === null
          ? { choices: [], whole: false }
          : understand(all([reader.holds(expr, true, true), withinReach(expr, reader)]))
      const own = { ...check, columns: [column] }
      const type = columns.types.get(column)
      if (type === undefined) return { check: own, demands: [], whole: false }
      // A rule speaks of columns, and VALUE is none.
      const plain = choices.filter(({ outcomes }) => outcomes.every(({ rules }) => rules.length === 0))
      return {
        check: own,
        demands: plain.map((choice) => ({ check: check.name, choice: wrapChoice(choice, column, path, type) })),
        whole: whole && plain.length === choices.length,
      }
    }),
  )
}

function domainOf(states: States, name: string): Domain {
  const state = states.get(name)
  if (state === undefined) return { notNull: false }
  return state.piece === null ? { notNull: false, values: [null] } : { ...state.piece, notNull: !state.nulls }
}

function impossibleFindings(
  relation: Relation,
  read: readonly Read[],
  impossible: ReadonlySet<string>,
): readonly Finding[] {
  return read
    .filter(({ check }) => impossible.has(check.name))
    .map(({ check }) =>
      finding(
        'check-impossible',
        'error',
        { table: relation.id, constraint: check.name },
        `No row can pass the check ${check.name}: with the types and other checks of the table no value is left.`,
        {
          expected: check.expression,
          next: `Correct the check, or leave the table out: --except ${relation.id}`,
        },
      ),
    )
}

function narrowedFindings(
  relation: Relation,
  chosen: Chosen,
  read: readonly Read[],
  unmet: ReadonlySet<string>,
): readonly Finding[] {
  const names = new Set(
    chosen.taken.filter(({ check, outcome }) => outcome.narrows && !unmet.has(check)).map(({ check }) => check),
  )
  return read
    .filter(({ check }) => names.has(check.name))
    .map(({ check }) =>
      finding(
        'check-narrowed',
        'info',
        { table: relation.id, constraint: check.name },
        `The check ${check.name} can be met in several ways; all rows take one of them.`,
        {
          expected: check.expression,
        },
      ),
    )
}
