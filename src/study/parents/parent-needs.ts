import type { Check, FunctionInfo, Relation } from '../../model/catalog.ts'
import type { ParentNeed } from '../../model/study.ts'
import type { Need } from '../checks/choice.ts'
import { useOf } from '../checks/columns.ts'
import { createReader } from '../checks/create-reader.ts'
import type { Formula } from '../checks/formula.ts'
import type { ColumnType, Reader } from '../checks/reader.ts'
import { columnsOf } from '../sql/columns-of.ts'
import type { Expr } from '../sql/expr.ts'
import { columnType } from '../types/column-type.ts'
import { namedType } from '../types/named-type.ts'
import type { Types } from '../types/type-use.ts'
import { readValue } from './read-value.ts'
import { runBody } from './run-body.ts'
import { type Names, type Scene, splitName } from './scene.ts'

/** What is asked of the rows that a table leads to, beyond its foreign keys. */
export interface ParentNeeds {
  readonly needs: readonly ParentNeed[]
  /** Names of checks that ask for nothing else. */
  readonly checks: readonly string[]
}

/**
 * Reads what functions that checks call, and triggers, look up in the rows that a new row leads to, and what these must be like for it not to be refused
 * (accounts that are no personal ones, products that are active).
 */
export function parentNeeds(scene: Scene, types: Types, functions: ReadonlyMap<string, FunctionInfo>): ParentNeeds {
  if (scene.child.foreignKeys.length === 0) return { needs: [], checks: [] }
  const reader = readerOf(scene, types)
  const checks = scene.child.checks.flatMap((check) => ofCheck(check, scene, reader) ?? [])
  const triggers = scene.child.triggers.flatMap((trigger) => {
    const fires = trigger.level === 'row' && trigger.events.includes('insert') && /[OA]/.test(trigger.enabled)
    const info = functions.get(trigger.function)
    return fires && info?.language === 'plpgsql' && MAY_REFUSE.test(info.body)
      ? ofTrigger(info, trigger.timing === 'before', trigger.name, scene, reader)
      : []
  })
  return {
    needs: consistent([...checks.flatMap(({ needs }) => needs), ...triggers]),
    checks: checks.flatMap(({ name, whole }) => (whole ? [name] : [])),
  }
}

/** Spares the others the parsing: nothing is read off this. */
const MAY_REFUSE = /raise|null/i

function ofCheck(check: Check, scene: Scene, reader: Reader) {
  const node = scene.parser.expression(check.expression)
  const names: Names = { values: new Map(), records: new Map(), bare: true, parameters: [], depth: 0 }
  const expr = node === null ? null : readValue(node, names, scene)
  if (expr === null || !speaksOfParents(expr)) return null
  const { needs, whole } = needsOf(reader.holds(expr, true, true), `check ${check.name}`, scene)
  return { name: check.name, needs, whole }
}

function ofTrigger(
  info: FunctionInfo,
  before: boolean,
  name: string,
  scene: Scene,
  reader: Reader,
): readonly ParentNeed[] {
  const names: Names = {
    values: new Map<string, Expr>([['tg_op', { kind: 'constant', value: 'INSERT', type: 'text' }]]),
    records: new Map([['new', null]]),
    bare: false,
    parameters: [],
    depth: 0,
  }
  const run = runBody(info, names, scene)
  // A trigger that runs before and gives NULL drops the row without a word.
  const drops = before
    ? (run?.returns ?? []).filter(({ value }) => value.kind === 'constant' && value.value === null)
    : []
  return [...(run?.raises ?? []), ...drops.map(({ when }) => when)]
    .filter(speaksOfParents)
    .flatMap((refused) => needsOf(reader.holds(refused, false, true), `trigger ${name}`, scene).needs)
}

const speaksOfParents = (expr: Expr): boolean => columnsOf(expr).some((name) => splitName(name) !== null)

function readerOf({ child, relations }: Scene, types: Types): Reader {
  return createReader({
    column: (name): ColumnType | null => {
      const there = splitName(name)
      const relation = there === null ? child : parentOf(there.link, child, relations)
      const column = relation?.columns.find((one) => one.name === (there?.column ?? name))
      return column === undefined ? null : columnType(types, useOf(column))
    },
    named: (name) => namedType(types, name),
  })
}

const parentOf = (link: string, child: Relation, relations: readonly Relation[]): Relation | undefined => {
  const key =
    child.foreignKeys.find(({ columns }) => columns.join() === link) ??
    child.foreignKeys.find(({ columns }) => columns.includes(link))
  return relations.find(({ id }) => id === key?.parent)
}

/** What a demand asks of parents. Where it leaves a choice, what it asks of them; what it asks of the row itself is met otherwise, or need not be. */
function needsOf(formula: Formula, by: string, scene: Scene): { needs: ParentNeed[]; whole: boolean } {
  switch (formula.kind) {
    case 'accept': {
      if (splitName(formula.column) === null) return { needs: [], whole: false }
      const piece = formula.pieces.find(({ values }) => values !== undefined) ?? formula.pieces[0] ?? null
      return { needs: needOf({ column: formula.column, nulls: formula.nulls, piece }, by, scene), whole: true }
    }
    case 'all': {
      const parts = formula.of.map((one) => needsOf(one, by, scene))
      return { needs: parts.flatMap(({ needs }) => needs), whole: parts.every(({ whole }) => whole) }
    }
    case 'any':
      // Of conditions within conditions the innermost one is what the rows are refused for.
      return (
        formula.of.map((one) => needsOf(one, by, scene)).findLast(({ whole }) => whole) ?? { needs: [], whole: false }
      )
    default:
      return { needs: [], whole: false }
  }
}

function needOf({ column: name, nulls, piece }: Need, by: string, { child, relations }: Scene): ParentNeed[] {
  const there = splitName(name)
  const parent = there === null ? undefined : parentOf(there.link, child, relations)
  const column = parent?.columns.find((one) => one.name === there?.column)
  if (there === null || parent === undefined || column === undefined) return []
  if (piece !== null && Object.keys(piece).length === 0 && (nulls || column.notNull)) return []
  return [{ link: there.link, parent: parent.id, column: column.name, domain: piece, nulls, by }]
}

/** What asks for other values of the same column in different cases cannot be had for all rows: then nothing is asked of it. */
function consistent(needs: readonly ParentNeed[]): ParentNeed[] {
  const alike = (one: ParentNeed, other: ParentNeed): boolean => one.link === other.link && one.column === other.column
  const clash = (one: ParentNeed, other: ParentNeed): boolean => {
    if ((one.domain === null) !== (other.domain === null)) return true
    const [a, b] = [one.domain?.values, other.domain?.values]
    return a !== undefined && b !== undefined && !a.some((value) => b.includes(value))
  }
  const distinct = [
    ...new Map(needs.map((need) => [JSON.stringify([need.link, need.column, need.domain, need.nulls]), need])).values(),
  ]
  return distinct.filter((need) => !distinct.some((other) => alike(need, other) && clash(need, other)))
}
