import type {
  AllotComparison,
  AllotCondition,
  AllotOperand,
  AllotValue,
  TargetMember,
} from '../../model/allotting/allot-condition.ts'
import { refuse } from './refuse.ts'

const VALUES = ['equals', 'not', 'gt', 'gte', 'lt', 'lte', 'contains', 'startsWith', 'endsWith'] as const
const LISTS = ['in', 'notIn'] as const
const KNOWN: readonly string[] = [...VALUES, ...LISTS, 'exists']

/** What a condition holds a member against: the parts of a comparison, by their operators. */
export interface Condition {
  /** Whose member is looked at. */
  readonly of: 'item' | 'target'
  readonly name: string
  readonly parts: readonly (readonly [operator: keyof AllotComparison, operands: Operands])[]
}

/** Values as they are given, or the member of the target that says them. */
export type Operands = { readonly member: string } | { readonly values: readonly AllotOperand[] }

/** @throws SeedError `allot-invalid` */
export function readConditions(option: string, said: readonly unknown[]): readonly Condition[] {
  return said.map((one, place) => readCondition(`${option}[${place}]`, one))
}

function readCondition(path: string, said: unknown): Condition {
  if (typeof said !== 'object' || said === null || Array.isArray(said))
    refuse(path, "a condition such as { item: 'category', equals: { target: 'category' } }", said)
  const { item, target, ...comparison } = said as AllotCondition
  if ((item === undefined) === (target === undefined))
    refuse(
      path,
      'a condition of an item or of a target',
      item === undefined ? 'neither' : 'both',
      `Say item, or target.`,
    )
  const name = item ?? target
  if (typeof name !== 'string' || name === '')
    refuse(`${path}.${item === undefined ? 'target' : 'item'}`, 'the name of a member', name)
  const entries = Object.entries(comparison).filter(([, operand]) => operand !== undefined)
  if (entries.length === 0) refuse(path, `a comparison: one of ${KNOWN.join(', ')}`, 'nothing')
  const parts = entries.map(([operator, operand]): Condition['parts'][number] => {
    if (!KNOWN.includes(operator)) refuse(`${path}.${operator}`, `one of ${KNOWN.join(', ')}`, operator)
    return [operator as keyof AllotComparison, readOperands(`${path}.${operator}`, operator, operand)]
  })
  return { of: item === undefined ? 'target' : 'item', name, parts }
}

function readOperands(path: string, operator: string, said: unknown): Operands {
  if (operator === 'exists') return typeof said === 'boolean' ? { values: [said] } : refuse(path, 'true or false', said)
  if (isMember(said)) return { member: said.target }
  if ((LISTS as readonly string[]).includes(operator)) {
    if (!Array.isArray(said) || said.length === 0) refuse(path, "a list of values, or { target: '…' }", said)
    return { values: said.map((one, place) => readOperand(`${path}[${place}]`, one)) }
  }
  if (operator.endsWith('With') && typeof said !== 'string') refuse(path, "a text, or { target: '…' }", said)
  const ordered = !['equals', 'not'].includes(operator)
  if (ordered && said === null) refuse(path, "a value, or { target: '…' }", said)
  return { values: [readOperand(path, said)] }
}

function readOperand(path: string, said: unknown): AllotOperand {
  if (isMember(said) || isValue(said)) return said
  return refuse(path, "a text, a number, true, false, null, a date, or { target: '…' }", said)
}

function isMember(said: unknown): said is TargetMember {
  if (typeof said !== 'object' || said === null || Object.keys(said).join() !== 'target') return false
  const { target } = said as { target: unknown }
  return typeof target === 'string' && target !== ''
}

const isValue = (said: unknown): said is AllotValue =>
  said === null ||
  typeof said === 'string' ||
  typeof said === 'boolean' ||
  (typeof said === 'number' && !Number.isNaN(said)) ||
  (said instanceof Date && !Number.isNaN(said.getTime()))

/** Whether the operands, or one of them, are said by the target. */
export const membersIn = (operands: Operands): readonly string[] =>
  'member' in operands ? [operands.member] : operands.values.flatMap((one) => (isMember(one) ? [one.target] : []))
