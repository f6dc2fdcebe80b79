import type { Value } from '../../model/value.ts'
import type { RuleDraft } from './formula.ts'
import { includesValue } from './same-value.ts'

/** Whether a rule cannot be kept together with one of the others (for rows in which the columns have values). */
export function rulesClash(rule: RuleDraft, others: readonly RuleDraft[]): boolean {
  return others.some((other) => pairClashes(rule, other) || pairClashes(other, rule)) || closesCycle(rule, others)
}

function pairClashes(one: RuleDraft, other: RuleDraft): boolean {
  if (one.kind === 'present' && other.kind === 'present') {
    const same =
      one.columns.length === other.columns.length && one.columns.every((column) => other.columns.includes(column))
    return same && Math.max(one.min, other.min) > Math.min(one.max, other.max)
  }
  if (one.kind === 'presence' && other.kind === 'presence') return presencesClash(one, other)
  return one.kind === 'apart' && apartClashes(one, other)
}

type Presence = Extract<RuleDraft, { kind: 'presence' }>

/** Some value of the other column would ask for NULL and for a value. */
function presencesClash(one: Presence, other: Presence): boolean {
  if (one.column !== other.column || one.when !== other.when) return false
  return halves(one).some((left) => halves(other).some((right) => left.null !== right.null && overlap(left, right)))
}

/** An equivalence is two implications. */
const halves = (rule: Presence): readonly Presence[] =>
  rule.only ? [rule, { ...rule, not: !rule.not, null: !rule.null }] : [rule]

function overlap(left: Presence, right: Presence): boolean {
  if (left.not && right.not) return true
  const [listed, other] = left.not ? [right, left] : [left, right]
  const inOther = (value: Value) => includesValue(other.values, value) !== other.not
  return listed.values.some((value) => value !== null && inOther(value))
}

type Apart = Extract<RuleDraft, { kind: 'apart' }>

function apartClashes(one: Apart, other: RuleDraft): boolean {
  if (other.kind === 'order') {
    if (other.lower === one.lower && other.higher === one.higher)
      return one.max !== null && (other.strict ? one.max <= 0 : one.max < 0)
    return other.lower === one.higher && other.higher === one.lower && one.min !== null && one.min > 0
  }
  if (other.kind !== 'apart' || other.lower !== one.lower || other.higher !== one.higher) return false
  return (one.min ?? Number.NEGATIVE_INFINITY) > (other.max ?? Number.POSITIVE_INFINITY)
}

/** Orders that lead round in a circle are only kept by equal values, and not even by those where one is strict. */
function closesCycle(rule: RuleDraft, others: readonly RuleDraft[]): boolean {
  const edges = [rule, ...others].flatMap(edgeOf)
  const [own] = edgeOf(rule)
  if (own === undefined) return false
  const reached = new Map<string, boolean>([[own.higher, own.strict]])
  const open = [own.higher]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const edge of edges.filter(({ lower }) => lower === at)) {
      const strict = edge.strict || reached.get(at) === true
      if (edge.higher === own.lower && strict) return true
      if (reached.get(edge.higher) === undefined || (strict && !reached.get(edge.higher))) {
        reached.set(edge.higher, strict)
        open.push(edge.higher)
      }
    }
  }
  return false
}

function edgeOf(
  rule: RuleDraft,
): readonly { readonly lower: string; readonly higher: string; readonly strict: boolean }[] {
  if (rule.kind === 'order') return [rule]
  return rule.kind === 'apart' && rule.min !== null && rule.min > 0
    ? [{ lower: rule.lower, higher: rule.higher, strict: true }]
    : []
}
