import type { Rule } from '../../model/study.ts'
import type { Value } from '../../model/value.ts'
import { includesValue, valueKey } from './same-value.ts'

type Presence = Extract<Rule, { kind: 'presence' }>

/** All values that a column can take, NULL among them; null where they cannot be listed. */
export type Universe = (column: string) => readonly Value[] | null

/**
 * Rules that say one thing together become one: implications both ways, counts from below and above. Each is said once; groups list their
 * columns in the order of the table.
 */
export function mergeRules(rules: readonly Rule[], universe: Universe, order: readonly string[]): readonly Rule[] {
  const listed = rules.map((rule) => (rule.kind === 'presence' ? asList(rule, universe) : rule))
  return mergeTogether(mergePairs(distinct(listed), universe), order)
}

function distinct(rules: readonly Rule[]): readonly Rule[] {
  const keys = new Map<string, Rule>()
  for (const rule of rules) {
    const { check: _, ...rest } = rule
    const key = valueKey(rest as unknown as Value)
    if (!keys.has(key)) keys.set(key, rule)
  }
  return [...keys.values()]
}

/** "None of 'a', 'b'" as the values that are left, where all are known and that is the shorter way to say it. */
function asList(rule: Presence, universe: Universe): Presence {
  const values = rule.not ? universe(rule.when)?.filter((value) => !includesValue(rule.values, value)) : undefined
  return values !== undefined && values.length <= rule.values.length ? { ...rule, values, not: false } : rule
}

function mergePairs(rules: readonly Rule[], universe: Universe): readonly Rule[] {
  const merged: Rule[] = []
  for (const rule of rules) {
    const index = merged.findIndex((other) => pair(other, rule, universe) !== null)
    const both = index < 0 ? null : pair(merged[index] as Rule, rule, universe)
    if (both === null) merged.push(rule)
    else merged[index] = both
  }
  return merged
}

function pair(one: Rule, other: Rule, universe: Universe): Rule | null {
  if (one.kind === 'presence' && other.kind === 'presence') return bothWays(one, other, universe)
  if (one.kind === 'present' && other.kind === 'present' && sameColumns(one.columns, other.columns))
    return { ...one, min: Math.max(one.min, other.min), max: Math.min(one.max, other.max) }
  return null
}

const sameColumns = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((column) => other.includes(column))

function bothWays(one: Presence, other: Presence, universe: Universe): Rule | null {
  if (one.only || other.only) return null
  if (one.column === other.column && one.when === other.when && one.null !== other.null)
    return complement(one, other, universe)
  const mutual = one.column === other.when && other.column === one.when && [one, other].every(needsPresence)
  return mutual ? { kind: 'together', check: one.check, columns: [one.when, one.column] } : null
}

/** The column is there when the other is. */
const needsPresence = (rule: Presence): boolean =>
  !rule.null && rule.not && rule.values.length === 1 && rule.values[0] === null

/** Opposite demands on the two halves of what the other column can be; a NULL that is in neither goes with the second half. */
function complement(one: Presence, other: Presence, universe: Universe): Rule | null {
  const [listed, rest] = one.not || (one.null && !other.not) ? [other, one] : [one, other]
  if (listed.not) return null
  const halves = rest.not ? sameValues(listed.values, rest.values) : covers(listed, rest, universe)
  return halves ? { ...listed, only: true } : null
}

function sameValues(one: readonly Value[], other: readonly Value[]): boolean {
  const [left, right] = [one, other].map((values) => values.filter((value) => value !== null)) as [Value[], Value[]]
  return left.length === right.length && left.every((value) => includesValue(right, value))
}

function covers(one: Presence, other: Presence, universe: Universe): boolean {
  const all = universe(one.when)?.filter((value) => value !== null)
  return all?.every((value) => includesValue(one.values, value) !== includesValue(other.values, value)) ?? false
}

/** Groups that share a column are one group. */
function mergeTogether(rules: readonly Rule[], order: readonly string[]): readonly Rule[] {
  const merged: Rule[] = []
  for (const rule of rules) {
    const shares = (other: Rule) =>
      other.kind === 'together' &&
      rule.kind === 'together' &&
      other.columns.some((column) => rule.columns.includes(column))
    const index = merged.findIndex(shares)
    const other = merged[index]
    if (rule.kind === 'together' && other?.kind === 'together')
      merged[index] = { ...other, columns: [...new Set([...other.columns, ...rule.columns])] }
    else merged.push(rule)
  }
  return merged.map((rule) =>
    rule.kind === 'together' ? { ...rule, columns: order.filter((column) => rule.columns.includes(column)) } : rule,
  )
}
