import { finding } from '../../model/finding.ts'
import type { Draft, Workshop } from '../draft.ts'

/** A column that the database fills by a default cannot be given in some rows only: once it is named, every row must have a value. */
export function tellLeftColumns(workshop: Workshop, draft: Draft): void {
  if (draft.assets === undefined) return
  const present = workshop.inputs.past.tables[draft.id]?.rows ?? 0
  const rows = draft.rows - present
  for (const { column, recipe, study, assets = [] } of draft.columns.values()) {
    if (assets.length === 0 || recipe.kind !== 'leave') continue
    const { items, large } = draft.assets
    const held = items.filter(({ values }) => values.get(column.name)?.nothing === false).length
    const given = held + (large?.look.said.get(column.name) ?? 0)
    if (given >= rows || (column.default === null && !study.domain.notNull)) continue
    workshop.assetProblems.push(
      finding(
        'asset-beside-default',
        'error',
        { table: draft.id, column: column.name, path: `assetPools.${assets[0]?.pool}` },
        `${draft.id}.${column.name} is left to the database (${recipe.why}), which ${rows - given} of ${rows} rows would need; files cannot give the others a value.`,
        {
          expected: 'a value for every row',
          found: `values for ${given}`,
          next: `Settle the column for the other rows: tables: { ${draft.id}: { columns: { ${column.name}: … } } }`,
        },
      ),
    )
  }
}
