import type { MappedValue } from '../../model/assets/asset-mapping.ts'
import { type Finding, finding } from '../../model/finding.ts'
import type { ColumnAsset } from './draft-assets.ts'
import { Mentions } from './mentions.ts'

/** What items say of a column. */
export interface ColumnTold {
  readonly items: number
  /** Those that say nothing. */
  readonly nothing: Mentions
  /** Labels that are spelled in another way, and where. */
  readonly spelled: Mentions
  /** Words that are no labels, and where. */
  readonly guessed: Mentions
}

export const nothingTold = (): Omit<ColumnTold, 'items'> => ({
  nothing: new Mentions(),
  spelled: new Mentions(),
  guessed: new Mentions(),
})

/** Takes in what one item says. */
export function tellValue(told: Omit<ColumnTold, 'items'>, place: string, value: MappedValue): void {
  const { nothing, spelled, guessed = false } = value
  if (nothing) told.nothing.add(place)
  if (spelled !== null) (guessed ? told.guessed : told.spelled).add(`${spelled} in ${place}`)
}

/** What is to be known of a column that items are mapped to: where they say nothing, and where they spell a label in another way. */
export function tellColumn(
  { pool, expression, labels = [] }: ColumnAsset,
  place: { readonly table: string; readonly column: string; readonly path: string },
  { items, nothing, spelled, guessed }: ColumnTold,
): Finding[] {
  const { table, column } = place
  const findings: Finding[] = []
  if (nothing.count > 0 && !expression.includes('|'))
    findings.push(
      finding(
        'asset-incomplete',
        'info',
        place,
        `${nothing.count} of ${items} items of the asset pool ${pool} say nothing for ${table}.${column}: it gets what it would get anyway.`,
        {
          found: nothing.listed(),
          next: `Say what else under fields, where that is not meant: ${column}: '${expression} | null'`,
        },
      ),
    )
  if (guessed.count > 0)
    findings.push(
      finding(
        'label-guessed',
        'warning',
        place,
        `Items of the asset pool ${pool} have words for ${table}.${column} that are no labels of it (${guessed.count} of ${items}); they are taken for the nearest one.`,
        { expected: labels.join(', '), found: guessed.listed(), next: 'Mend them in the files.' },
      ),
    )
  if (spelled.count > 0)
    findings.push(
      finding(
        'label-spelled',
        'info',
        place,
        `Items of the asset pool ${pool} spell labels of ${table}.${column} in another way (${spelled.count} of ${items}); they are taken for them.`,
        { expected: labels.join(', '), found: spelled.listed() },
      ),
    )
  return findings
}
