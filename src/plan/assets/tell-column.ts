import type { MappedValue } from '../../model/asset-mapping.ts'
import type { Asset } from '../../model/assets.ts'
import { type Finding, finding } from '../../model/finding.ts'
import type { ColumnAsset } from './draft-assets.ts'
import { listed } from './listed.ts'

/** What is to be known of a column that items are mapped to: where they say nothing, and where they spell a label in another way. */
export function tellColumn(
  { pool, expression, labels = [] }: ColumnAsset,
  place: { readonly table: string; readonly column: string; readonly path: string },
  items: readonly Asset[],
  values: readonly (MappedValue | null)[],
): Finding[] {
  const { table, column } = place
  const findings: Finding[] = []
  const nothing = items.filter((_, i) => values[i]?.nothing === true)
  if (nothing.length > 0 && !expression.includes('|'))
    findings.push(
      finding(
        'asset-incomplete',
        'info',
        place,
        `${nothing.length} of ${items.length} items of the asset pool ${pool} say nothing for ${table}.${column}: it gets what it would get anyway.`,
        {
          found: listed(nothing.map((asset) => asset.place)),
          next: `Say what else under fields, where that is not meant: ${column}: '${expression} | null'`,
        },
      ),
    )
  const spelledIn = (guessed: boolean): string[] =>
    items.flatMap((asset, i) => {
      const { spelled: other = null, guessed: isGuess = false } = values[i] ?? {}
      return other === null || isGuess !== guessed ? [] : [`${other} in ${asset.place}`]
    })
  const slips = spelledIn(true)
  if (slips.length > 0)
    findings.push(
      finding(
        'label-guessed',
        'warning',
        place,
        `Items of the asset pool ${pool} have words for ${table}.${column} that are no labels of it (${slips.length} of ${items.length}); they are taken for the nearest one.`,
        { expected: labels.join(', '), found: listed(slips), next: 'Mend them in the files.' },
      ),
    )
  const spelled = spelledIn(false)
  if (spelled.length > 0)
    findings.push(
      finding(
        'label-spelled',
        'info',
        place,
        `Items of the asset pool ${pool} spell labels of ${table}.${column} in another way (${spelled.length} of ${items.length}); they are taken for them.`,
        { expected: labels.join(', '), found: listed(spelled) },
      ),
    )
  return findings
}
