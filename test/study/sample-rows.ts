import type { Rule, TableStudy } from '../../src/model/study.ts'
import type { Value } from '../../src/model/value.ts'
import { satisfies } from '../../src/study/checks/satisfies.ts'
import { sampleValues } from './sample-value.ts'

export type Row = Readonly<Record<string, Value>>

const TRIES = 6000

/** Rows that the study says the table will take: by domain for every column, by every rule. */
export function sampleRows(table: TableStudy, columns: readonly string[], count: number, now: number): readonly Row[] {
  const candidates = columns.map((name) => {
    const { domain, encoding, base } = table.columns[name]!
    const values = sampleValues(domain, encoding, base, now)
    if (values.length === 0) throw new Error(`no value for ${name}: ${JSON.stringify(domain)}`)
    return values
  })
  const rows: Row[] = []
  let state = 12345
  const next = (size: number) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return (state >>> 8) % size
  }
  for (let tries = 0; tries < TRIES && rows.length < count; tries += 1) {
    const drawn = Object.fromEntries(
      columns.map((name, index) => [
        name,
        candidates[index]![tries < candidates[index]!.length ? tries : next(candidates[index]!.length)] as Value,
      ]),
    )
    const row = computed(drawn, table)
    if (row !== null && table.rules.every((rule) => holds(rule, row, table))) rows.push(row)
  }
  if (rows.length === 0) throw new Error(`no row obeys the rules ${JSON.stringify(table.rules)}`)
  return rows
}

/** Sums, products and tuples are worked out rather than found. */
function computed(row: Row, table: TableStudy): Row | null {
  let made = row
  for (const rule of table.rules) {
    if (rule.kind === 'sum' && rule.terms.every(({ column }) => made[column] !== null)) {
      const total = rule.terms.reduce((sum, { column, factor }) => sum + Number(made[column]) * factor, rule.constant)
      made = { ...made, [rule.target]: Number(total.toFixed(6)) }
    }
    if (rule.kind === 'product' && rule.factors.every((column) => made[column] !== null)) {
      const product = rule.factors.reduce((found, column) => found * Number(made[column]), 1)
      // Past this a double and the server's decimals go apart.
      if (Math.abs(product) > 1e6) return null
      made = { ...made, [rule.target]: roundHalfUp(product, rule.scale ?? 6) }
    }
    if (rule.kind === 'text') {
      const parts = rule.parts.map((part) =>
        typeof part === 'string'
          ? part
          : (part.columns.map((name) => made[name]).find((value) => value !== null) ?? null),
      )
      made = { ...made, [rule.target]: parts.includes(null) ? null : parts.join('') }
      if (made[rule.target] === null && table.columns[rule.target]!.domain.notNull) return null
    }
    if (rule.kind === 'tuples') {
      const tuple = rule.tuples[Math.abs(hash(JSON.stringify(row))) % rule.tuples.length]!
      made = { ...made, ...Object.fromEntries(rule.columns.map((column, index) => [column, tuple[index] as Value])) }
    }
  }
  const inDomain = Object.entries(made).every(([name, value]) => {
    const { domain, encoding } = table.columns[name]!
    return value === null || encoding.kind !== 'number' || satisfies(domain, value) !== false
  })
  return inDomain ? made : null
}

/** Away from zero, as the server rounds decimals. */
const roundHalfUp = (value: number, scale: number): number =>
  (Math.sign(value) * Math.round(Math.abs(value) * 10 ** scale + 1e-6)) / 10 ** scale

const hash = (text: string): number => [...text].reduce((sum, sign) => (Math.imul(sum, 31) + sign.charCodeAt(0)) | 0, 7)

function holds(rule: Rule, row: Row, table: TableStudy): boolean {
  const key = (value: Value) => JSON.stringify(value)
  switch (rule.kind) {
    case 'order': {
      const [low, high] = [row[rule.lower]!, row[rule.higher]!]
      return low === null || high === null || (rule.strict ? low < high : low <= high)
    }
    case 'apart': {
      const [low, high] = [row[rule.lower]!, row[rule.higher]!]
      if (low === null || high === null) return true
      const unit = table.columns[rule.lower]!.encoding.kind === 'date' ? 86_400_000 : 1
      const gap = (Number(high) - Number(low)) * unit
      return (rule.min ?? -Infinity) <= gap && gap <= (rule.max ?? Infinity)
    }
    case 'presence': {
      const listed = rule.values.some((value) => key(value) === key(row[rule.when]!)) !== rule.not
      const isNull = row[rule.column] === null
      return listed ? isNull === rule.null : !rule.only || isNull !== rule.null
    }
    case 'present': {
      const there = rule.columns.filter((column) => row[column] !== null).length
      return rule.min <= there && there <= rule.max
    }
    case 'together':
      return new Set(rule.columns.map((column) => row[column] === null)).size === 1
    case 'differ':
      return row[rule.columns[0]] === null || key(row[rule.columns[0]]!) !== key(row[rule.columns[1]]!)
    default:
      return true
  }
}
