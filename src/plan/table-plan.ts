import { FACTORS } from '../model/given/factor-secret.ts'
import type { Choose, Link } from '../model/link.ts'
import { quoteQualified } from '../model/name.ts'
import type { ColumnPlan, TablePlan, Writer } from '../model/plan.ts'
import { type Draft, type DraftColumn, type DraftLink, parentCount, type Workshop } from './draft.ts'
import { plannedFixtures } from './fixtures/given-rows.ts'
import { closedParents, generationsOf, madeRanges } from './generations.ts'
import { signedIn } from './lessons.ts'
import { isKept } from './links/is-kept.ts'
import { plannedAdopted } from './people/adopt-rows.ts'
import { isByAdminApi } from './people/is-by-admin-api.ts'
import { setByTrigger } from './recipes/set-by-trigger.ts'

/** Bytes of a chunk on its way, about: large enough for COPY to run at full speed, small enough to redo. */
const CHUNK_BYTES = 16_000_000
const CHUNK_ROWS = { least: 500, most: 100_000 }

/** Freezes a draft. */
export function tablePlan(workshop: Workshop, draft: Draft): TablePlan {
  const columns = draft.relation.columns.flatMap((column) => {
    const entry = draft.columns.get(column.name)
    return entry === undefined ? [] : [columnPlan(workshop, draft, entry)]
  })
  const rowBytes = 28 + columns.reduce((sum, column) => sum + columnBytes(column), 0)
  const harvest =
    draft.relation.rules.some(({ event, instead }) => event === 'insert' && !instead) ||
    draft.relation.triggers.some(
      (trigger) => trigger.events.includes('insert') && trigger.enabled !== 'D' && trigger.timing !== 'before',
    )
  const made = madeRanges(draft, 0, undefined, 0)
  return {
    id: draft.id,
    schema: draft.relation.schema,
    name: draft.relation.name,
    rows: draft.rows,
    present: 0,
    columns,
    links: draft.links.map((link) => freezeLink(draft, link)),
    owner: draft.owner?.name ?? null,
    key: identifyingKey(draft),
    writer: writer(workshop, draft),
    chunkRows: chunkRows(workshop, draft, rowBytes),
    // A row that leads to an earlier one of its table must find it committed.
    parallel:
      !draft.study.serialised &&
      !harvest &&
      // A chunk of users has connections of its own.
      !isByAdminApi(workshop, draft.id) &&
      !draft.links.some((link) => link.self && !link.patch),
    rowBytes,
    harvest,
    ...plannedFixtures(draft),
    ...(made === undefined ? {} : { made }),
    ...plannedAdopted(workshop, draft),
    ...signedIn(workshop, draft),
  }
}

function columnPlan(workshop: Workshop, draft: Draft, entry: DraftColumn): ColumnPlan {
  const type = workshop.inputs.catalog.types.find((one) => one.id === entry.column.type)
  return {
    name: entry.column.name,
    cast: type === undefined ? entry.column.typeName : quoteQualified(type.schema, type.name),
    typeName: entry.column.typeName,
    encoding: entry.study.encoding,
    recipe: entry.recipe,
    nulls: entry.study.domain.notNull ? 0 : entry.nulls,
    when: entry.when,
    why: entry.why,
    ...(isOverwritten(draft, entry.column.name) || isApart(workshop, draft, entry.column.name)
      ? { overwritten: true as const }
      : {}),
    ...(entry.made === null ? {} : { made: entry.made }),
    ...(entry.fixed.length === 0 ? {} : { fixed: entry.fixed }),
  }
}

/** Known to nobody but the run: not to be compared, and not to be put back. */
const isApart = ({ inputs }: Workshop, { id }: Draft, column: string): boolean =>
  inputs.answers.secretsApart && id === FACTORS && (column === 'secret' || column === 'status')

const isOverwritten = (draft: Draft, column: string): boolean =>
  setByTrigger(draft, column) !== null || (draft.study.touched?.includes(column) ?? false)

function freezeLink(draft: Draft, link: DraftLink): Link {
  const closed = link === draft.owner ? closedParents(draft) : []
  const reach = link === draft.owner ? reachable(draft) : []
  const choose =
    link === draft.owner
      ? {
          kind: 'blocks' as const,
          spread: {
            generations: generationsOf(draft, draft.rows, 0, []),
            min: draft.spread.min,
            max: draft.spread.max,
            ...(draft.only === null ? {} : { only: draft.only }),
            ...(reach.length === 0 ? {} : { with: reach }),
            ...(draft.limit === null ? {} : { limit: draft.limit.name }),
            ...(closed.length === 0 ? {} : { closed }),
            ...(draft.spread.each === undefined ? {} : { each: draft.spread.each }),
            ...(draft.favour === null ? {} : { favour: draft.favour }),
            law:
              draft.spread.even || draft.spread.max === 1 || draft.favour !== null
                ? ({ kind: 'even' } as const)
                : ({ kind: 'natural', sigma: 0.6 } as const),
          },
        }
      : link.choose
  return {
    name: link.name,
    columns: link.columns,
    parent: { table: link.key.parent, columns: link.key.parentColumns, pool: link.pool?.id ?? null },
    choose,
    nulls: link.nulls,
    ...(link.held === undefined ? {} : { held: link.held }),
    patch: link.patch,
    why: link.why,
    ...(link.fixed.length === 0 ? {} : { fixed: link.fixed }),
    ...(link.where.length === 0 ? {} : { where: link.where }),
    ...(isDrawn(choose) || (choose.kind === 'permute' && choose.under !== undefined)
      ? { generations: [{ rows: draft.rows, parents: parentCount(link) }] }
      : {}),
  }
}

const isDrawn = ({ kind }: Choose): boolean =>
  kind === 'hash' || kind === 'within' || kind === 'member' || kind === 'pair'

/** Links that must find a row, as long as one parent may own as many rows as there are. */
function reachable({ reach, owner, spread, rows, madeBy }: Draft): string[] {
  if (madeBy !== null || (spread.max !== null && spread.max < rows)) return []
  return reach.flatMap(({ name, choose }) => (choose.kind === 'within' && choose.mine[0] === owner?.name ? [name] : []))
}

/** The primary key, else a unique key without NULLs, else every column that is written and stays as it is. */
function identifyingKey(draft: Draft): TablePlan['key'] {
  const usable = (name: string): boolean => {
    const column = draft.columns.get(name)
    return column !== undefined && column.recipe.kind !== 'leave'
  }
  const patched = new Set(
    draft.links.flatMap((link) => (link.patch ? link.columns.filter((name) => !isKept(draft, link, name)) : [])),
  )
  for (const key of byPreference(draft)) {
    if (key.partial !== null || Object.keys(key.through).length > 0 || key.columns.length === 0) continue
    const present = key.columns.every((name) => usable(name) && draft.study.columns[name]?.domain.notNull === true)
    if (present && !key.columns.some((name) => patched.has(name))) return { columns: key.columns, exact: true }
  }
  const written = draft.relation.columns.flatMap(({ name }) => (usable(name) && !patched.has(name) ? [name] : []))
  // What a trigger puts in place of the plan's values tells nothing.
  const lasting = written.filter((name) => setByTrigger(draft, name) === null)
  return { columns: lasting.length > 0 ? lasting : written, exact: false }
}

/** A row that a trigger may have made under a key of its own is known by the one that it took from its maker. */
function byPreference({ study, over }: Draft): Draft['study']['keys'] {
  if (over === null) return study.keys
  const isOver = ({ columns }: Draft['study']['keys'][number]): boolean => columns.join() === over.columns.join()
  return [...study.keys.filter(isOver), ...study.keys.filter((key) => !isOver(key))]
}

function writer(workshop: Workshop, draft: Draft): Writer {
  if (isByAdminApi(workshop, draft.id))
    return { kind: 'admin-api', why: 'Supabase Auth makes the users; SQL adds what its admin API cannot say' }
  if (draft.madeBy !== null && draft.madeBy.mixed === null)
    return {
      kind: 'update',
      trigger: draft.madeBy.trigger,
      of: draft.madeBy.of,
      why: `the trigger ${draft.madeBy.trigger} of ${draft.madeBy.of} makes the rows; they are enriched`,
    }
  if (draft.over !== null)
    return {
      kind: 'insert',
      over: draft.over.columns,
      why: draft.over.why,
    }
  return { kind: draft.study.access.write === 'insert' ? 'insert' : 'copy', why: draft.study.access.why }
}

function chunkRows(workshop: Workshop, draft: Draft, rowBytes: number): number {
  const group = workshop.together.find((one) => one.tables.includes(draft))
  if (isByAdminApi(workshop, draft.id)) return CHUNK_ROWS.least
  // A longer cycle of NOT NULL keys may lead anywhere: it goes in as one.
  if (group !== undefined && group.tables.length > 2) return Math.max(1, draft.rows)
  if (group?.how === 'statement') return 500
  return Math.max(CHUNK_ROWS.least, Math.min(CHUNK_ROWS.most, Math.floor(CHUNK_BYTES / rowBytes)))
}

const BYTES: Readonly<Record<string, number>> = {
  number: 8,
  boolean: 1,
  date: 4,
  time: 8,
  timestamp: 8,
  interval: 16,
  json: 80,
  bytes: 32,
  array: 60,
  composite: 40,
  range: 30,
  multirange: 60,
}

/** A guess of what a column takes on disk, for the forecast. */
function columnBytes(column: ColumnPlan): number {
  if (column.encoding.kind !== 'text') return BYTES[column.encoding.kind] ?? 16
  const recipe = column.recipe
  if (recipe.kind !== 'draw') return 16
  if (/paragraphs|body/.test(recipe.shape)) return 600
  if (/sentence|description|comment|review|bio|message|note/.test(recipe.shape)) return 110
  return 22
}
