import type { Domain } from '../../model/study.ts'
import type { Value } from '../../model/value.ts'

/** Does a column of this domain accept the text or the number? Checks over several columns are not asked. */
export function takes(
  matches: (text: string, pattern: string, caseless: boolean) => boolean,
  domain: Domain,
  value: Value,
): boolean {
  if (domain.values !== undefined && !domain.values.includes(value)) return false
  if (domain.excluded?.includes(value)) return false
  if (typeof value === 'number') return value >= (domain.min ?? -Infinity) && value <= (domain.max ?? Infinity)
  const text = String(value)
  const { length } = [...text]
  return (
    length >= (domain.minLength ?? 0) &&
    length <= (domain.maxLength ?? Infinity) &&
    new TextEncoder().encode(text).length <= (domain.maxBytes ?? Infinity) &&
    (domain.trimmed !== true || text === text.trim()) &&
    (domain.case === undefined || text === (domain.case === 'lower' ? text.toLowerCase() : text.toUpperCase())) &&
    (domain.patterns ?? []).every((one) => matches(text, one.pattern, one.caseless) !== one.negated)
  )
}
