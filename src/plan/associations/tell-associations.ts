import type { AssociationPlan, Left } from '../../model/allotting/association.ts'
import { type Finding, finding } from '../../model/finding.ts'
import type { Workshop } from '../draft.ts'

/** What could not be as it was asked, and what was done about it. */
export function tellAssociations({ inputs, findings }: Workshop): void {
  for (const { told } of inputs.allotted?.shares ?? []) if (told !== undefined) findings.push(...findingsOf(told))
}

function findingsOf(told: AssociationPlan): Finding[] {
  const { name, path, source, target, relaxations, synthetic, unassigned, unserved, onConflict } = told
  const place = { table: target, path }
  const partial = onConflict === 'partial'
  return [
    ...relaxations.map((one) =>
      finding(
        'association-relaxed',
        'warning',
        { ...place, constraint: one.constraint },
        `${name}: ${one.constraint} is ${one.applied} instead of ${one.requested}: ${one.reason}.`,
        {
          expected: String(one.requested),
          found: String(one.applied),
          next: `Give more rows of ${source}, ask for less, or say what becomes of it: onConflict: 'error' or 'partial'`,
        },
      ),
    ),
    ...(synthetic === 0
      ? []
      : [
          finding(
            'association-synthetic',
            'warning',
            { table: source, path },
            `${name}: ${spell(synthetic, 'row')} of ${source} ${synthetic === 1 ? 'is' : 'are'} made because there are too few.`,
            { found: String(synthetic), next: `Give more content, or say onShortage: 'relax'` },
          ),
        ]),
    ...left(unserved, 'association-unserved', partial ? 'error' : 'warning', place, {
      message: `${name}: ${spell(unserved.count, 'row')} of ${target} ${unserved.count === 1 ? 'has' : 'have'} fewer of ${source} than was asked.`,
      next: `Give more rows of ${source}, or let the bounds give way: onConflict: 'relax'`,
    }),
    ...left(
      unassigned,
      'association-unassigned',
      partial ? 'error' : 'info',
      { table: source, path },
      {
        message: `${name}: ${spell(unassigned.count, 'row')} of ${source} ${unassigned.count === 1 ? 'goes' : 'go'} to nobody.`,
        next: `Give ${target} more rows, or raise the bounds`,
      },
    ),
  ]
}

function left(
  { count, some }: Left,
  code: string,
  level: Finding['level'],
  place: Finding['place'],
  { message, next }: { readonly message: string; readonly next: string },
): Finding[] {
  if (count === 0) return []
  const named = some.map(({ row, reason }) => `${row}: ${reason}`).join('; ')
  const more = count > some.length ? `; and ${count - some.length} more` : ''
  return [finding(code, level, place, message, { found: `${named}${more}`, next })]
}

const spell = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`
