import type { TextOptions } from '../../model/shapes.ts'
import type { Domain } from '../../model/study.ts'

/** What a text shape must know of the column: lengths and case. Bytes count as characters, for our texts are mostly ASCII. */
export function textLimits(domain: Domain): TextOptions {
  const most = Math.min(domain.maxLength ?? Number.POSITIVE_INFINITY, domain.maxBytes ?? Number.POSITIVE_INFINITY)
  return {
    ...(domain.minLength === undefined ? {} : { minLength: domain.minLength }),
    ...(Number.isFinite(most) ? { maxLength: most } : {}),
    ...(domain.case === undefined ? {} : { case: domain.case }),
  }
}
