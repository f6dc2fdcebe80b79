import { finding } from '../../model/finding.ts'
import type { Recipe } from '../../model/recipe.ts'
import type { Rule } from '../../model/study.ts'
import { leadUpTo } from '../assets/times-before.ts'
import type { Draft, DraftColumn, Workshop } from '../draft.ts'
import { after } from '../recipes/by-time.ts'
import { DAY } from '../recipes/times.ts'
import { isFree } from './is-free.ts'
import { keepApart } from './keep-apart.ts'
import { orderCases } from './order-cases.ts'
import { orderHours } from './order-hours.ts'
import { orderNumbers } from './order-numbers.ts'
import { release } from './release.ts'
import { setLoopsAside } from './set-loops-aside.ts'
import { shareAbsence } from './share-absence.ts'
import { tuples } from './tuples.ts'

/** Makes recipes obey the checks over several columns that were understood. Columns that the user settled are left as they are. */
export function applyRules(workshop: Workshop, draft: Draft): void {
  for (const rule of draft.study.rules) applyRule(workshop, draft, rule)
  shareAbsence(draft)
  for (const check of draft.study.unsolved) tellUnsolved(workshop, draft, check.check, check.expression, check.columns)
}

function tellUnsolved(
  workshop: Workshop,
  draft: Draft,
  check: string,
  expression: string,
  columns: readonly string[],
): void {
  workshop.findings.push(
    finding(
      'check-unsolved',
      'warning',
      { table: draft.id, constraint: check },
      `The check ${check} cannot be promised: rows may be refused.`,
      {
        expected: expression,
        next: `Settle its columns in the configuration (${columns.join(', ')}), or leave the table out: --except ${draft.id}`,
      },
    ),
  )
}

function applyRule(workshop: Workshop, draft: Draft, rule: Rule): void {
  const column = (name: string): DraftColumn | undefined => {
    const found = draft.columns.get(name)
    return found === undefined || found.recipe.kind === 'leave' ? undefined : found
  }
  switch (rule.kind) {
    case 'order':
      if (!orderBetween(workshop, draft, column(rule.lower), column(rule.higher), rule.strict))
        tellUnsolved(workshop, draft, rule.check, `${rule.lower} ${rule.strict ? '<' : '<='} ${rule.higher}`, [
          rule.lower,
          rule.higher,
        ])
      return
    case 'presence': {
      const target = column(rule.column)
      if (target !== undefined) presence(draft, target, rule)
      return
    }
    case 'present':
      present(draft, rule, rule.columns.map(column))
      return
    case 'together': {
      const [first, ...rest] = rule.columns.map(column)
      for (const other of rest)
        if (first !== undefined && other !== undefined) {
          other.nulls = 0
          other.when.push({ column: first.column.name, is: 'not-null' })
          release(draft, other)
        }
      return
    }
    case 'sum': {
      const target = column(rule.target)
      if (target !== undefined && isFree(target)) set(target, sumRecipe(rule, target, column), rule.check)
      return
    }
    case 'product': {
      const target = column(rule.target)
      if (target !== undefined && isFree(target))
        set(
          target,
          {
            kind: 'derive',
            with: 'product',
            from: rule.factors.map((name) => ({ column: name })),
            options: rule.scale === null ? scaleOf(target) : { scale: rule.scale },
          },
          rule.check,
        )
      return
    }
    case 'text':
      composeText(workshop, draft, rule, column(rule.target))
      return
    case 'apart':
      if ((rule.min ?? -1) >= 0) order(workshop, draft, column(rule.lower), column(rule.higher), (rule.min ?? 0) > 0)
      return
    case 'tuples':
      tuples(draft, rule, rule.columns.map(column))
      return
    case 'differ':
      keepApart(draft, rule, column(rule.columns[0]), column(rule.columns[1]))
      return
  }
}

/** A text that is put together from other columns is worked out from them. */
function composeText(
  workshop: Workshop,
  draft: Draft,
  rule: Extract<Rule, { kind: 'text' }>,
  target: DraftColumn | undefined,
): void {
  if (target === undefined || target.why === 'configuration') return
  const names = [...new Set(rule.parts.flatMap((part) => (typeof part === 'string' ? [] : part.columns)))]
  const filled = names.every((name) => isFilled(draft.columns.get(name), target))
  if (!isFree(target) || !filled) {
    tellUnsolved(workshop, draft, rule.check, `${rule.target} = …`, [rule.target, ...names])
    return
  }
  const parts = rule.parts.map((part) =>
    typeof part === 'string' ? part : part.columns.map((name) => names.indexOf(name)),
  )
  set(
    target,
    { kind: 'derive', with: 'format', from: names.map((column) => ({ column })), options: { parts } },
    rule.check,
  )
  target.nulls = 0
}

/** It is written, and not itself worked out from the other one. */
const isFilled = (column: DraftColumn | undefined, from: DraftColumn): boolean =>
  column !== undefined &&
  column.recipe.kind !== 'leave' &&
  !(
    column.recipe.kind === 'derive' &&
    column.recipe.from.some((input) => !('link' in input) && input.column === from.column.name)
  )

/** What the others leave: a whole number of each, plus a constant. Where all others have room on both sides, the target stays where it may be. */
function sumRecipe(
  rule: Extract<Rule, { kind: 'sum' }>,
  target: DraftColumn,
  column: (name: string) => DraftColumn | undefined,
): Recipe {
  for (const { column: name } of rule.terms) {
    const other = column(name)
    if (other !== undefined && target.nulls === 0) other.nulls = 0
  }
  const plain = rule.constant === 0 && rule.terms.every((term) => term.factor === 1)
  return {
    kind: 'derive',
    with: 'sum',
    from: rule.terms.map((term) => ({ column: term.column })),
    options: {
      ...scaleOf(target),
      ...(plain ? {} : { factors: rule.terms.map((term) => term.factor), constant: rule.constant }),
    },
  }
}

function set(column: DraftColumn, recipe: Recipe, check: string): void {
  column.recipe = recipe
  column.why = `check ${check}`
}

const scaleOf = (column: DraftColumn) =>
  column.study.base === 'numeric' ? { scale: column.study.domain.scale ?? 2 } : { scale: 0 }

/** False where both columns are keys of parents, which cannot be moved. */
function orderBetween(
  workshop: Workshop,
  draft: Draft,
  lower: DraftColumn | undefined,
  higher: DraftColumn | undefined,
  strict: boolean,
): boolean {
  order(workshop, draft, lower, higher, strict)
  return lower === undefined || higher === undefined || isFree(lower) || isFree(higher) || isPair(draft, lower, higher)
}

/** Both lead to rows of one table that were put in this order. */
function isPair({ links }: Draft, lower: DraftColumn, higher: DraftColumn): boolean {
  const sideOf = ({ recipe }: DraftColumn): string | null => {
    const link = recipe.kind === 'follow' ? links.find(({ name }) => name === recipe.link) : undefined
    return link?.choose.kind === 'pair' ? link.choose.side : null
  }
  return sideOf(lower) === 'low' && sideOf(higher) === 'high'
}

function order(
  workshop: Workshop,
  draft: Draft,
  lower: DraftColumn | undefined,
  higher: DraftColumn | undefined,
  strict: boolean,
): void {
  if (lower === undefined || higher === undefined) return
  const { now } = workshop.inputs
  if (higher.study.encoding.kind === 'time') orderHours(lower, higher, strict)
  else if (!/^(date|timestamp|timestamptz)$/.test(higher.study.base)) orderNumbers(lower, higher, strict)
  else if (higher.assets !== undefined && isFree(lower)) leadUpTo(draft, lower, [higher], { now, strict })
  else orderTimes(now, lower, higher, strict)
}

function orderTimes(now: number, lower: DraftColumn, higher: DraftColumn, strict: boolean): void {
  if (!isFree(higher)) return
  const existing = higher.recipe.kind === 'derive' && higher.recipe.with === 'after' ? higher.recipe : null
  const input = { column: lower.column.name }
  if (orderCases(lower, higher, strict)) return
  // The later one may already be what the earlier one hangs on: then the earlier one is drawn afresh.
  if (
    lower.recipe.kind === 'derive' &&
    lower.recipe.from.some((one) => 'column' in one && one.column === higher.column.name)
  )
    lower.recipe = after(lower.study, [], { span: { from: now - 365 * DAY, to: now }, distance: DAY, now })
  if (existing !== null) {
    const from = existing.from.some((one) => 'column' in one && one.column === lower.column.name)
      ? existing.from
      : [...existing.from, input]
    higher.recipe = { ...existing, from, options: { ...existing.options, ...(strict ? { strict: true } : {}) } }
    return
  }
  higher.recipe = after(higher.study, [input], {
    span: { from: now - 365 * DAY, to: now + 365 * DAY },
    distance: 5 * DAY,
    now,
    strict,
  })
  higher.why = `after ${lower.column.name} (check)`
}

function presence(draft: Draft, target: DraftColumn, rule: Extract<Rule, { kind: 'presence' }>): void {
  if (rule.when === target.column.name) return
  const wantsNull = rule.null
  const matches = rule.not ? 'not-in' : 'in'
  const misses = rule.not ? 'in' : 'not-in'
  if (!wantsNull && !rule.only) target.nulls = 0
  else {
    target.when.push({ column: rule.when, is: wantsNull ? misses : matches, values: rule.values })
    if (rule.only) target.nulls = 0
  }
  release(draft, target)
}

function present(
  draft: Draft,
  rule: Extract<Rule, { kind: 'present' }>,
  columns: readonly (DraftColumn | undefined)[],
): void {
  setLoopsAside(draft, columns)
  const usable = columns.filter(
    (column) => column !== undefined && !(column.recipe.kind === 'constant' && column.recipe.value === null),
  ) as DraftColumn[]
  const count = Math.min(Math.max(rule.min, 1), usable.length)
  if (count < rule.min)
    draft.impossible ??= `the check ${rule.check} wants ${rule.min} of ${rule.columns.join(', ')}, and only ${usable.length} can have a value`
  const always = usable.filter((column) => differsByNull(draft, column))
  const enough = rule.max >= usable.length && always.length >= count
  for (const [index, column] of usable.entries()) {
    if (enough && !always.includes(column)) continue
    column.nulls = 0
    if (enough) {
      for (const link of draft.links) if (link.columns.includes(column.column.name)) link.nulls = 0
      continue
    }
    column.when.push({ group: rule.check, index, size: usable.length, count })
    release(draft, column)
  }
}

/** In a key by which NULLs are equal: few rows could be without a value. */
const differsByNull = ({ study }: Draft, { column }: DraftColumn): boolean =>
  study.keys.some((key) => key.nullsNotDistinct && key.columns.includes(column.name))
