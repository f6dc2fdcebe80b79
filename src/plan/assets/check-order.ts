import { type Finding, finding } from '../../model/finding.ts'
import type { Rule } from '../../model/study.ts'
import type { Draft, Workshop } from '../draft.ts'
import type { DraftItem } from './draft-assets.ts'

/** Two columns that a check puts in order, both from files: each item must keep it. */
export function checkOrder(workshop: Workshop, draft: Draft, items: readonly DraftItem[]): void {
  for (const rule of draft.study.rules) {
    if (rule.kind !== 'order') continue
    for (const item of items) workshop.assetProblems.push(...orderProblem(draft, rule, item))
  }
}

type Order = Extract<Rule, { kind: 'order' }>

export function orderProblem(draft: Draft, rule: Order, { pool, asset, values }: DraftItem): Finding[] {
  const lower = values.get(rule.lower)
  const higher = values.get(rule.higher)
  const [low, high] = [lower?.value ?? null, higher?.value ?? null]
  if (typeof low !== 'number' || typeof high !== 'number' || low < high || (low === high && !rule.strict)) return []
  return [
    finding(
      'asset-check',
      'error',
      { table: draft.id, constraint: rule.check, path: `assetPools.${pool}`, file: asset.place },
      `${asset.place} does not keep the check ${rule.check} of ${draft.id}.`,
      {
        expected: `${rule.lower} ${rule.strict ? 'before' : 'not after'} ${rule.higher}`,
        found: `${lower?.text} and ${higher?.text}`,
        next: 'Mend it in the file.',
      },
    ),
  ]
}
