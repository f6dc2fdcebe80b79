import { nearest } from '../../../model/nearest.ts'
import type { Value } from '../../../model/value.ts'
import type { BrokenRule } from './broken-rule.ts'
import type { Rules } from './rules.ts'

/** Fields that are neither required nor optional, where the optional ones are named: mostly slips. */
export function unknownFields(
  item: { readonly [key: string]: Value },
  { required, optional, types }: Pick<Rules, 'required' | 'optional' | 'types'>,
): BrokenRule[] {
  if (optional === null) return []
  const known = new Set([...required, ...optional, ...Object.keys(types)].map((name) => name.split('.')[0] as string))
  return Object.keys(item).flatMap((name) => {
    if (known.has(name)) return []
    const near = nearest(name, known)
    return [
      {
        path: [name],
        expected: `one of ${[...known].join(', ')}`,
        found: name,
        next: near === null ? `Name it under optionalFrontmatter, or take it away.` : `Did you mean ${near}?`,
      },
    ]
  })
}
