import type { Exclusion } from '../model/catalog.ts'
import type { ExclusionStudy } from '../model/study.ts'
import type { Expr } from './sql/expr.ts'
import type { SqlReader } from './sql/sql-reader.ts'

/** Reads an exclusion constraint of the usual kind: some columns equal, one range (or a range made of two columns) overlapping. */
export function studyExclusion(exclusion: Exclusion, sql: SqlReader): ExclusionStudy {
  const equal: string[] = []
  let span: ExclusionStudy['span'] = null
  let understood = true
  for (const [index, operator] of exclusion.operators.entries()) {
    const column = exclusion.columns[index] ?? null
    const expression = exclusion.expressions[index] ?? null
    if (operator === '=') {
      const names = column === null ? columnsOf(expression === null ? null : sql.expression(expression)) : [column]
      equal.push(...names)
    } else if (operator === '&&' && span === null) {
      span = column !== null ? { column } : madeOf(expression === null ? null : sql.expression(expression), equal)
      if (span === null) understood = false
    } else understood = false
  }
  return { name: exclusion.name, equal, span: understood ? span : null }
}

/** `tstzrange(starts_at, ends_at)` and its kin, bounds aside. */
function madeOf(expr: Expr | null, equal: readonly string[]): { from: string; to: string } | null {
  if (expr?.kind !== 'call' || !/^(int4|int8|num|ts|tstz|date)range$/.test(expr.name)) return null
  // `day + starts_at` to `day + ends_at`, of rows of the same day.
  const bound = (place: number): string | undefined => {
    const names = columnsOf(expr.args[place] ?? null)
    return names.find((name) => !equal.includes(name)) ?? names[0]
  }
  const [from, to] = [bound(0), bound(1)]
  return from === undefined || to === undefined || from === to ? null : { from, to }
}

function columnsOf(expr: Expr | null): string[] {
  if (expr === null) return []
  switch (expr.kind) {
    case 'column':
      return [expr.name]
    case 'call':
      return expr.args.flatMap(columnsOf)
    case 'cast':
      return columnsOf(expr.of)
    default:
      return []
  }
}
