import type { AssetSheet } from '../../../model/assets/assets.ts'
import { finding } from '../../../model/finding.ts'
import type { Draft, Workshop } from '../../draft.ts'
import { targetOf } from '../target-of.ts'
import { type DraftSheets, type PoolSheet, type SheetsLook, sheetItems } from './draft-sheet.ts'
import { type Looked, lookThrough } from './look-through.ts'

/** Plans are made several times over the same files: they are looked through once. */
const memory = new WeakMap<AssetSheet, Map<string, Looked>>()

/** Holds every value of the items of large files against its column. `draft.assets` has the other items already. */
export function checkSheets(workshop: Workshop, draft: Draft, sheets: readonly PoolSheet[]): DraftSheets | undefined {
  const [first] = sheets
  if (first === undefined) return undefined
  if (workshop.inputs.tentative) return { sheets, look: unseen(draft, sheetItems(sheets)) }
  const known = memory.get(first.sheet) ?? new Map<string, Looked>()
  memory.set(first.sheet, known)
  const name = nameOf(workshop, draft, sheets)
  const looked = known.get(name) ?? lookThrough(workshop, draft, sheets)
  known.set(name, looked)
  workshop.assetProblems.push(...looked.problems)
  workshop.findings.push(...looked.findings)
  if (looked.more > 0) workshop.assetProblems.push(others(draft, first, looked.more))
  tellReferences(workshop, draft, sheets)
  return { sheets, look: looked.look }
}

/** Nothing is written by the plan: as if every item said something for every column. */
const unseen = (draft: Draft, items: number): SheetsLook => ({
  said: new Map([...draft.columns.keys()].map((name) => [name, items])),
  keyed: new Map(draft.study.keys.map(({ name }) => [name, items])),
  repeated: new Set(),
})

/** Everything that the look hangs on. */
function nameOf({ inputs }: Workshop, draft: Draft, sheets: readonly PoolSheet[]): string {
  const taken = Object.entries(inputs.answers.taken).filter(([name]) => name.startsWith(`${draft.id} `))
  return JSON.stringify([
    inputs.config.seed,
    inputs.now,
    draft.id,
    sheets.map(({ pool, sheet, from }) => [pool, sheet.path, sheet.digest, from]),
    [...draft.columns.values()].map((entry) => [entry.assets, targetOf(draft, entry)]),
    draft.study.rules,
    draft.study.keys,
    taken,
    draft.assets?.items.map(({ pool, asset }) => [pool, asset.identity, asset.digest]),
  ])
}

const others = (draft: Draft, { pool, sheet }: PoolSheet, more: number) =>
  finding(
    'asset-value',
    'error',
    { table: draft.id, path: `assetPools.${pool}`, file: sheet.place },
    `${more} more values of large files do not fit ${draft.id}.`,
    {
      expected: 'values that the columns take',
      found: `${more} others`,
      next: 'Mend the first ones: the others may be of the same kind.',
    },
  )

/** Who leads where is known before any row is made, of every item: that cannot be done for files that are not held. */
function tellReferences({ inputs, assetProblems }: Workshop, draft: Draft, sheets: readonly PoolSheet[]): void {
  for (const { pool, field } of inputs.scope.references) {
    const large = sheets.find((one) => one.pool === pool)
    if (large === undefined) continue
    assetProblems.push(
      finding(
        'sheet-reference',
        'error',
        { table: draft.id, path: `assetPools.${pool}.fields.${field}`, file: large.sheet.place },
        `${large.sheet.place} is too large for references: ${field} would lead ${sheetItems(sheets)} rows to rows of another table.`,
        {
          expected: 'a file of at most 16 MB',
          found: 'a larger one',
          next: `Leave ${field} out of fields, or cut the file into smaller ones.`,
        },
      ),
    )
  }
}
