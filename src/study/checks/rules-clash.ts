import type { Value } from '../../model/value.ts'
import type { RuleDraft } from './formula.ts'
import type { Universe } from './merge-rules.ts'
import { includesValue } from './same-value.ts'

/** Whether a rule cannot be kept together with one of the others (for rows in which the columns have values). */
export function rulesClash(rule: RuleDraft, others: readonly RuleDraft[], universe: Universe): boolean {
  const clashes = (other: RuleDraft) => pairClashes(rule, other, universe) || pairClashes(other, rule, universe)
  return others.some(clashes) || closesCycle(rule, others) || computesTwice(rule, others)
}

function pairClashes(one: RuleDraft, other: RuleDraft, universe: Universe): boolean {
  if (one.kind === 'present' && other.kind === 'present') {
    const same =
      one.columns.length === other.columns.length && one.columns.every((column) => other.columns.includes(column))
    return same && Math.max(one.min, other.min) > Math.min(one.max, other.max)
  }
  if (one.kind === 'presence' && other.kind === 'presence') return presencesClash(one, other, universe)
  if (one.kind === 'sum') return equalClashes(one, other)
  return one.kind === 'apart' && apartClashes(one, other)
}

/** Equal columns do not differ, and none is above the other. */
function equalClashes({ target, terms, constant }: Extract<RuleDraft, { kind: 'sum' }>, other: RuleDraft): boolean {
  const [term, another] = terms
  if (term === undefined || another !== undefined || constant !== 0 || term.factor !== 1) return false
  const pair = [target, term.column]
  if (other.kind === 'differ') return other.columns.every((column) => pair.includes(column))
  if (other.kind === 'order') return other.strict && pair.includes(other.lower) && pair.includes(other.higher)
  return other.kind === 'apart' && (other.min ?? 0) > 0 && pair.includes(other.lower) && pair.includes(other.higher)
}

type Presence = Extract<RuleDraft, { kind: 'presence' }>

/** Some value of the other column would ask for NULL and for a value. */
function presencesClash(one: Presence, other: Presence, universe: Universe): boolean {
  if (one.column !== other.column || one.when !== other.when) return false
  return halves(one).some((left) =>
    halves(other).some((right) => left.null !== right.null && overlap(left, right, universe)),
  )
}

/** An equivalence is two implications. */
const halves = (rule: Presence): readonly Presence[] =>
  rule.only ? [rule, { ...rule, not: !rule.not, null: !rule.null }] : [rule]

function overlap(left: Presence, right: Presence, universe: Universe): boolean {
  const listed = universe(left.when) ?? [left, right].find(({ not }) => !not)?.values
  const within = ({ values, not }: Presence, value: Value) => includesValue(values, value) !== not
  return listed?.some((value) => value !== null && within(left, value) && within(right, value)) ?? true
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

/** A column is worked out from others once, and not from what is worked out from it. */
function computesTwice(rule: RuleDraft, others: readonly RuleDraft[]): boolean {
  const own = computation(rule)
  if (own === null) return false
  const all = others.map(computation).filter((one) => one !== null)
  if (all.some(({ target }) => target === own.target)) return true
  const needed = new Set(own.from)
  for (const column of needed)
    for (const { target, from } of all) if (target === column) for (const one of from) needed.add(one)
  return needed.has(own.target)
}

function computation(rule: RuleDraft): { readonly target: string; readonly from: readonly string[] } | null {
  if (rule.kind === 'sum') return { target: rule.target, from: rule.terms.map(({ column }) => column) }
  if (rule.kind === 'text')
    return { target: rule.target, from: rule.parts.flatMap((part) => (typeof part === 'string' ? [] : part.columns)) }
  return rule.kind === 'product' ? { target: rule.target, from: rule.factors } : null
}
