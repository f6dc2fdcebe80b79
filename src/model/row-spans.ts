import type { RowSpan } from './lesson.ts'

/** Ascending numbers as spans. */
export function spansOf(numbers: Iterable<number>): RowSpan[] {
  const spans: { from: number; to: number }[] = []
  for (const number of numbers) {
    const last = spans.at(-1)
    if (last?.to === number) last.to = number + 1
    else spans.push({ from: number, to: number + 1 })
  }
  return spans
}

/** How many of the rows `from` … `to - 1` are in the spans. */
export const countIn = (
  spans: readonly RowSpan[] | undefined,
  from = 0,
  to: number = Number.POSITIVE_INFINITY,
): number =>
  (spans ?? []).reduce((sum, span) => sum + Math.max(0, Math.min(span.to, to) - Math.max(span.from, from)), 0)

/** Is a row in one of the spans, which are ascending? */
export function isIn(spans: readonly RowSpan[], row: number): boolean {
  let low = 0
  let high = spans.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const { from, to } = spans[middle] as RowSpan
    if (row < from) high = middle - 1
    else if (row >= to) low = middle + 1
    else return true
  }
  return false
}

/** Spans in any order as ascending ones that do not touch. */
export function joinSpans(spans: readonly RowSpan[]): RowSpan[] {
  const all: RowSpan[] = []
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = all.at(-1)
    if (last !== undefined && span.from <= last.to)
      all[all.length - 1] = { from: last.from, to: Math.max(last.to, span.to) }
    else all.push(span)
  }
  return all
}
