import { finding } from '../model/finding.ts'
import { SeedError } from '../model/seed-error.ts'
import { type Draft, parentCount, plainColumns, type Workshop } from './draft.ts'
import type { Capacity } from './keys.ts'

/** Rows of a table without any parent when nobody said how many. */
const ROOT_ROWS = 12
/** At most so many rows when nobody said how many. */
const MOST_ROWS = 240

/** How many rows are wanted: by name, by `--rows`, or a number that suits its relations. */
export function wantedRows(workshop: Workshop, draft: Draft): number {
  const { config } = workshop.inputs
  if (draft.madeBy !== null) return workshop.byId.get(draft.madeBy.of)?.rows ?? 0
  if (draft.scope.count !== null) return draft.scope.count
  if (config.rows !== null) return config.rows
  const owner = draft.owner
  if (owner === null) return ROOT_ROWS
  const parents = parentCount(owner)
  const perParent = draft.scope.wish?.perParent
  if (perParent !== undefined && perParent !== null)
    return Math.round(parents * ((perParent.min + (perParent.max ?? perParent.min * 2)) / 2))
  return Math.max(1, Math.min(MOST_ROWS, parents * (isJoin(draft) ? 2 : 3)))
}

/** A table whose key is made of links. */
const isJoin = (draft: Draft): boolean => {
  const key = draft.relation.primaryKey === null ? null : plainColumns(draft.relation.primaryKey.columns)
  return key !== null && key.length > 1 && key.every((name) => draft.links.some((link) => link.columns.includes(name)))
}

/**
 * Brings what is wanted and what fits together.
 * @throws SeedError `space-too-small` and `too-few-rows` when the user named the number.
 */
export function settleRows(workshop: Workshop, draft: Draft, wanted: number, capacity: Capacity): void {
  const bounds = ownerBounds(draft)
  let rows = Math.min(wanted, capacity.rows, bounds.max)
  if (rows < bounds.min) rows = Math.min(bounds.min, capacity.rows)
  draft.rows = rows
  if (draft.madeBy !== null) return
  if (rows > wanted && rows > (workshop.inputs.past.tables[draft.id]?.rows ?? 0)) tellRaised(workshop, draft, wanted)
  if (rows >= wanted) return
  const key = capacity.rows <= bounds.max ? capacity.key : null
  const why = key === null ? `its parents may have ${draft.spread.max} each` : `the key ${key} has room for ${rows}`
  if (draft.scope.named && draft.scope.count !== null)
    throw new SeedError({
      code: 'space-too-small',
      message: `${draft.id} cannot hold ${wanted} rows: ${why}.`,
      place: { table: draft.id, path: `tables.${draft.id}.count`, ...(key === null ? {} : { constraint: key }) },
      expected: `at most ${rows} rows`,
      found: String(wanted),
      next: `Ask for at most ${rows}, or give its parents more rows.`,
    })
  workshop.findings.push(
    finding(
      'rows-capped',
      'info',
      { table: draft.id, ...(key === null ? {} : { constraint: key }) },
      `${draft.id} gets ${rows} of ${wanted} rows: ${why}.`,
      {
        expected: String(wanted),
        found: String(rows),
        next: 'More rows in its parents make room for more.',
      },
    ),
  )
}

/** Every parent has its least number of children. */
function tellRaised(workshop: Workshop, draft: Draft, wanted: number): void {
  const { id, rows, spread, owner } = draft
  const why = `each of the ${owner === null ? 0 : parentCount(owner)} rows of ${owner?.key.parent} has at least ${spread.min}`
  const place = { table: id, ...(owner === null ? {} : { constraint: owner.name }) }
  if (draft.scope.named && draft.scope.count !== null)
    throw new SeedError({
      code: 'too-few-rows',
      message: `${id} needs more than ${wanted} rows: ${why}.`,
      place: { ...place, path: `tables.${id}.count` },
      expected: `at least ${rows} rows`,
      found: String(wanted),
      next: `Ask for at least ${rows}, or give ${owner?.key.parent} fewer rows.`,
    })
  workshop.findings.push(
    finding('rows-raised', 'info', place, `${id} gets ${rows} rows instead of ${wanted}: ${why}.`, {
      expected: String(wanted),
      found: String(rows),
    }),
  )
}

function ownerBounds(draft: Draft): { min: number; max: number } {
  if (draft.owner === null) return { min: 0, max: Number.POSITIVE_INFINITY }
  const parents = parentCount(draft.owner)
  if (parents === 0) return { min: 0, max: 0 }
  return {
    min: parents * draft.spread.min,
    max: draft.spread.max === null ? Number.POSITIVE_INFINITY : parents * draft.spread.max,
  }
}
