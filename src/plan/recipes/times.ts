import type { Recipe } from '../../model/recipe.ts'
import type { Domain } from '../../model/study.ts'

export const DAY = 86_400_000

/** A span of time in ms since the epoch. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** Narrows a span to what the column accepts; a domain beyond the span wins. */
export function within(span: Span, domain: Domain, now: number): Span {
  const least = Math.max(
    domain.min ?? Number.NEGATIVE_INFINITY,
    domain.minNow === undefined ? Number.NEGATIVE_INFINITY : now + domain.minNow,
  )
  const most = Math.min(
    domain.max ?? Number.POSITIVE_INFINITY,
    domain.maxNow === undefined ? Number.POSITIVE_INFINITY : now + domain.maxNow,
  )
  let from = Math.max(span.from, least)
  let to = Math.min(span.to, most)
  if (from > to) {
    const width = span.to - span.from
    if (Number.isFinite(least) && least > span.to) {
      from = least
      to = Math.min(least + width, most)
    } else {
      to = most
      from = Math.max(most - width, least)
    }
  }
  return { from, to }
}

/** The waking hours, narrowed to what a column of times of day accepts. */
export function hours(domain: Domain): Span {
  const least = Math.max(domain.min ?? 0, 0)
  const most = Math.min(domain.max ?? DAY - 1000, DAY - 1000)
  const [from, to] = [Math.max(7 * 3_600_000, least), Math.min(21 * 3_600_000, most)]
  return from < to ? { from: Math.ceil(from), to: Math.floor(to) } : { from: Math.ceil(least), to: Math.floor(most) }
}

/** A draw of a time, or of a day where the column is a date. */
export function drawTime(base: string, span: Span, activity: boolean): Recipe {
  if (base === 'date')
    return {
      kind: 'draw',
      shape: 'date',
      options: {
        from: Math.ceil(span.from / DAY),
        to: Math.max(Math.ceil(span.from / DAY), Math.floor(span.to / DAY)),
      },
    }
  if (base === 'time' || base === 'timetz')
    return {
      kind: 'draw',
      shape: 'time',
      options: {
        from: span.from,
        to: span.to,
        step: Math.min(300_000, Math.max(1, Math.floor((span.to - span.from) / 4))),
      },
    }
  return {
    kind: 'draw',
    shape: 'timestamp',
    options: { from: span.from, to: span.to, ...(activity ? { activity: true } : {}) },
  }
}
