import { finding } from '../../../model/finding.ts'
import type { Draft, Workshop } from '../../draft.ts'
import { assetRows } from '../asset-rows.ts'

/** What a large file says in a unique key is not known one by one: rows that are made up beside it could say the same. */
export function tellMadeBeside(workshop: Workshop, draft: Draft): void {
  const [first] = draft.assets?.large?.sheets ?? []
  const items = assetRows(workshop, draft)
  if (first === undefined || items === null || draft.rows <= items) return
  const key = draft.study.keys.find(
    ({ columns, partial }) =>
      partial === null && columns.length > 0 && columns.every((name) => draft.columns.get(name)?.assets !== undefined),
  )
  if (key === undefined) return
  workshop.assetProblems.push(
    finding(
      'sheet-beside-made',
      'error',
      { table: draft.id, constraint: key.name, path: `assetPools.${first.pool}`, file: first.sheet.place },
      `${draft.id} gets ${items} rows from files and ${draft.rows - items} that are made up; ${first.sheet.place} is too large to keep what it says for ${key.columns.join(', ')}, which is unique.`,
      {
        expected: `${items} rows`,
        found: `${draft.rows}`,
        next: `Leave tables.${draft.id}.count out, or say ${items}.`,
      },
    ),
  )
}
