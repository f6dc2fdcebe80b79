import { formOf } from './form.ts'
import type { Pattern } from './node.ts'

/** How many different texts `at` of `text.pattern` can tell apart for this pattern: at least so many match it. 0: it cannot count them. */
export function patternSpace(pattern: Pattern, maxLength = Number.POSITIVE_INFINITY): number {
  return formOf(pattern, maxLength)?.size ?? 0
}
