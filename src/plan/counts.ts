import { childrenOfAll } from '../model/children-of.ts'
import { finding } from '../model/finding.ts'
import { plainColumns } from '../model/plain-columns.ts'
import { SeedError } from '../model/seed-error.ts'
import { assetRows } from './assets/asset-rows.ts'
import { type Draft, fittingCount, type Workshop } from './draft.ts'
import { closedParents } from './generations.ts'
import type { Capacity } from './keys/keys.ts'
import { rowsOfOthers } from './people/adopt-rows.ts'
import { MEMBERS_PER_TEAM, owningParents } from './people/memberships.ts'
import { writtenRows } from './people/mixed.ts'
import { organizationRows } from './people/organizations.ts'

/** Rows of a table without any parent when nobody said how many. */
const ROOT_ROWS = 12
/** At most so many rows when nobody said how many. */
const MOST_ROWS = 240

/** How many rows are wanted: by name, by `--rows`, or a number that suits its relations; and those that an association lacks. */
export function wantedRows(workshop: Workshop, draft: Draft): number {
  const { allotted, past } = workshop.inputs
  const more = allotted?.more[draft.id]
  const wanted = askedRows(workshop, draft)
  // Rows that an earlier run made because items were missing are still needed.
  return more === undefined ? wanted : Math.max(wanted, past.tables[draft.id]?.rows ?? 0) + more
}

function askedRows(workshop: Workshop, draft: Draft): number {
  const { config } = workshop.inputs
  const given = draft.given.length
  const others = rowsOfOthers(draft).length
  if (draft.madeBy !== null) {
    const maker = workshop.byId.get(draft.madeBy.of)
    const made = maker?.rows ?? 0
    return draft.madeBy.mixed === null
      ? made
      : made + writtenRows(workshop, draft, made - (maker === undefined ? 0 : rowsOfOthers(maker).length))
  }
  const organizations = organizationRows(workshop, draft)
  if (organizations !== null) return organizations
  if (draft.scope.onlyFixtures) return given
  const dealt = dealtRows(workshop, draft)
  if (dealt !== null) return given + dealt
  if (workshop.inputs.study.auth?.with.includes(draft.id))
    return draft.owner === null ? 0 : fittingCount(draft.owner) - draft.closed.length
  if (draft.listed !== undefined) return draft.listed
  const whole = draft.limit?.choose.kind === 'ancestor' ? workshop.inputs.room?.[draft.id] : undefined
  if (whole !== undefined && !draft.scope.named) return Math.max(whole, given)
  if (draft.scope.count !== null) return Math.max(draft.scope.count, given - others) + others
  const items = assetRows(workshop, draft)
  if (items === null) return usualRows(workshop, draft)
  const merges = draft.scope.pools.some((pool) => config.assetPools[pool]?.merge === true)
  return merges ? Math.max(items, usualRows(workshop, draft)) : items
}

/** Where nobody said a number. */
function usualRows(workshop: Workshop, draft: Draft): number {
  const { config } = workshop.inputs
  const given = draft.given.length
  const others = rowsOfOthers(draft).length
  const each = countOfMade(workshop, draft)
  if (each !== null) return Math.max(each, given)
  if (config.rows !== null) return Math.max(config.rows, given - others, draft.least) + others
  const owner = draft.owner
  const size = (usual: number): number => Math.max(1, Math.round(usual * config.scale))
  if (owner === null) return Math.max(size(ROOT_ROWS), given, draft.least)
  const parents = owningParents(draft)
  if (draft.study.membership !== undefined)
    return given + Math.max(given > 0 ? 0 : 1, parents - teamsOf(draft)) * MEMBERS_PER_TEAM
  const perParent = draft.scope.wish?.perParent
  if (perParent !== undefined && perParent !== null)
    return Math.round(parents * ((perParent.min + (perParent.max ?? perParent.min * 2)) / 2))
  return Math.max(1, given, Math.min(size(MOST_ROWS), parents * (isOneEach(draft) ? 1 : isJoin(draft) ? 2 : 3)))
}

/** Rows that are dealt out to parents by their numbers: as the rows that are there were, else as is said now. */
function dealtRows(workshop: Workshop, draft: Draft): number | null {
  const past = workshop.inputs.past.tables[draft.id]?.plan
  const owner = past?.links.find(({ name }) => name === past.owner)?.choose
  const each = past === undefined ? draft.spread.each : owner?.kind === 'blocks' ? owner.spread.each : undefined
  if (past !== undefined && each === undefined && draft.spread.each !== undefined) {
    // Users who are added the old way have an identity each, as those that are there.
    const isIdentities = workshop.inputs.study.auth?.with.includes(draft.id) ?? false
    return isIdentities ? null : past.rows - draft.given.length
  }
  return each === undefined || draft.owner === null ? null : childrenOfAll(each, fittingCount(draft.owner))
}

/** A whole unique key has no columns but the owner's. */
const isOneEach = (draft: Draft): boolean =>
  draft.study.keys.some(
    ({ columns, partial }) =>
      partial === null && columns.length > 0 && columns.every((name) => draft.owner?.columns.includes(name)),
  )

/** Parents whose rows are all given. */
const teamsOf = (draft: Draft): number => closedParents(draft).length

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
  if (draft.madeBy !== null && draft.madeBy.mixed === null) {
    refuseOther(draft)
    return
  }
  if (rows > wanted && rows > (workshop.inputs.past.tables[draft.id]?.rows ?? 0)) tellRaised(workshop, draft, wanted)
  if (rows >= wanted) return
  const key = capacity.rows <= bounds.max ? capacity.key : null
  const why = key === null ? ownersLimit(draft) : `the key ${key} has room for ${rows}`
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

const ownersLimit = ({ owner, spread }: Draft): string =>
  spread.max === null ? `${owner?.key.parent} has no rows for them` : `its parents may have ${spread.max} each`

/** Rows that were asked for of a table whose rows a trigger of this one makes, one each. */
function countOfMade({ drafts }: Workshop, draft: Draft): number | null {
  const counts = drafts.flatMap(({ madeBy, scope }) =>
    madeBy?.of === draft.id && madeBy.mixed === null ? (scope.count ?? []) : [],
  )
  return counts.length === 0 ? null : Math.max(...counts)
}

/** A trigger makes one row for each; nothing else can be asked for. */
function refuseOther({ id, rows, scope, madeBy }: Draft): void {
  const { min = 1, max = 1 } = scope.wish?.perParent ?? {}
  const isOneEach = min <= 1 && (max === null || max >= 1)
  if (madeBy === null || !scope.named || (isOneEach && (scope.count === null || scope.count === rows))) return
  throw new SeedError({
    code: 'rows-by-trigger',
    message: `${id} gets ${rows} rows: the trigger ${madeBy.trigger} makes one for each row of ${madeBy.of}.`,
    place: { table: id, path: `tables.${id}` },
    expected: isOneEach ? `${rows} rows` : 'one row for each parent',
    found: isOneEach ? String(scope.count) : `${min} to ${max ?? 'any number'} for each`,
    next: `Say how many rows of ${madeBy.of} there are to be, and leave ${id} to the trigger.`,
  })
}

/** Every parent has its least number of children. */
function tellRaised(workshop: Workshop, draft: Draft, wanted: number): void {
  const { id, rows, spread, owner } = draft
  const why = `each of the ${owner === null ? 0 : fittingCount(owner)} rows of ${owner?.key.parent} has at least ${spread.min}`
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
  const parents = owningParents(draft) - teamsOf(draft)
  const given = draft.given.length
  if (parents <= 0) return { min: given, max: given }
  return {
    min: given + parents * draft.spread.min,
    max: draft.spread.max === null ? Number.POSITIVE_INFINITY : given + parents * draft.spread.max,
  }
}
