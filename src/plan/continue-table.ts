import { finding } from '../model/finding.ts'
import type { PastTable } from '../model/journal.ts'
import type { Link } from '../model/link.ts'
import type { ColumnPlan, TablePlan } from '../model/plan.ts'
import { type ContinuedFixed, continueFixed } from './continue-fixed.ts'
import type { Draft, Workshop } from './draft.ts'
import { fingerprint } from './fingerprint.ts'
import { plannedFixtures } from './fixtures/given-rows.ts'
import { generationsOf, madeRanges } from './generations.ts'
import { signedIn } from './lessons.ts'
import { plannedAdopted } from './people/adopt-rows.ts'

/**
 * A table with rows of an earlier run keeps the plan that they were made by: rows are only added, as one more generation. What the
 * configuration says otherwise now is a finding.
 */
export function continueTable(workshop: Workshop, draft: Draft, fresh: TablePlan, past: PastTable): TablePlan {
  if (!draft.scope.frozen) tellChanges(workshop, fresh, past, draft.asked)
  const { rows } = draft
  const { fixtures: given, ...before } = past.plan
  const left = given?.filter(({ row }) => row < past.rows) ?? []
  const base: TablePlan = {
    ...before,
    ...(left.length === 0 ? {} : { fixtures: left }),
    rows,
    present: past.rows,
    chunkRows: fresh.chunkRows,
    parallel: fresh.parallel,
    writer: fresh.writer,
    harvest: fresh.harvest,
    ...signedIn(workshop, draft),
    ...plannedAdopted(workshop, draft, past.plan),
  }
  if (rows === past.rows) return { ...base, links: past.plan.links.map((link) => cutBack(link, past.rows)) }
  const owner = base.links.find(({ name }) => name === base.owner)?.choose
  const parents = owner?.kind === 'blocks' ? (owner.spread.generations.at(-1)?.parents ?? 0) : 0
  const made = madeRanges(draft, past.rows, past.plan.made, parents)
  const links = past.plan.links.map((link) => {
    const now = fresh.links.find(({ name }) => name === link.name)
    return { link, now, ...continueFixed(workshop, draft, link, now) }
  })
  const values = links.flatMap((one) => one.values)
  return {
    ...base,
    columns: past.plan.columns.map((column) => lengthened(column, fresh, past.rows, values)),
    links: links.map(({ link, now, fixed }) => grown(draft, { ...cutBack(link, past.rows), fixed }, now, past.rows)),
    ...plannedFixtures(draft),
    ...(made === undefined ? {} : { made }),
  }
}

function tellChanges(workshop: Workshop, fresh: TablePlan, past: PastTable, wanted: number): void {
  const place = { table: fresh.id }
  if (wanted < past.rows && (draftSaid(workshop, fresh.id) || workshop.inputs.config.rows !== null))
    workshop.findings.push(
      finding(
        'rows-lowered',
        'warning',
        place,
        `${fresh.id} has ${past.rows} rows of ours; ${wanted} were asked for. Rows are only ever added.`,
        {
          expected: String(wanted),
          found: String(past.rows),
          next: 'Start over with fewer: supa-seed cleanup, then supa-seed seed',
        },
      ),
    )
  if (fingerprint(fresh) !== fingerprint(past.plan))
    workshop.findings.push(
      finding(
        'recipe-changed',
        'warning',
        place,
        `The rows of ${fresh.id} were made by another recipe (schema or configuration changed). They stay as they are; rows added now are made the old way.`,
        {
          next: 'Make them anew: supa-seed cleanup, then supa-seed seed',
        },
      ),
    )
}

const draftSaid = (workshop: Workshop, id: string): boolean => workshop.byId.get(id)?.scope.count !== null

/** Generations as they were when `rows` rows were there. */
function cutBack(link: Link, rows: number): Link {
  if (link.choose.kind !== 'blocks') return link
  const { spread } = link.choose
  const generations = spread.generations.filter((one, index) => one.rows <= rows || index === 0)
  return { ...link, choose: { ...link.choose, spread: { ...spread, generations } } }
}

/** One more generation of children. */
function grown(draft: Draft, { fixed = [], ...link }: Link, now: Link | undefined, present: number): Link {
  const generations = [...(link.generations ?? []), ...(now?.generations ?? []).slice(-1)]
  const more = {
    ...link,
    ...(fixed.length === 0 ? {} : { fixed }),
    ...(link.generations === undefined ? {} : { generations }),
  }
  if (link.choose.kind !== 'blocks') return more
  const { spread } = link.choose
  const closed = now?.choose.kind === 'blocks' ? now.choose.spread.closed : undefined
  const spreads = generationsOf(draft, draft.rows, present, spread.generations)
  const fresher = now?.choose.kind === 'blocks' ? (now.choose.spread.each?.given ?? []) : []
  const known = new Set(spread.each?.given.map(([row]) => row))
  const each =
    spread.each === undefined
      ? undefined
      : { ...spread.each, given: [...spread.each.given, ...fresher.filter(([row]) => !known.has(row))] }
  const both = [...new Set([...(spread.closed ?? []), ...(closed ?? [])])].sort((a, b) => a - b)
  return {
    ...more,
    choose: {
      ...link.choose,
      spread: {
        ...spread,
        generations: spreads,
        ...(both.length === 0 ? {} : { closed: both }),
        ...(each === undefined ? {} : { each }),
      },
    },
  }
}

/** New numbers for new rows: a forecast until the load draws them. */
function lengthened(
  column: ColumnPlan,
  fresh: TablePlan,
  present: number,
  values: ContinuedFixed['values'],
): ColumnPlan {
  const twin = fresh.columns.find((other) => other.name === column.name)
  const now = twin?.recipe
  const fixed = new Map([
    ...(column.fixed ?? []).filter(([row]) => row < present),
    ...values.flatMap(([name, row, value]) => (name === column.name ? [[row, value] as const] : [])),
    ...(twin?.fixed ?? []).filter(([row]) => row >= present),
  ])
  const { fixed: _, ...bare } = column
  const given = fixed.size === 0 ? bare : { ...bare, fixed: [...fixed] }
  if (column.recipe.kind !== 'serial' || now?.kind !== 'serial') return given
  const ranges = column.recipe.ranges.filter((range) => range.row < present)
  return {
    ...given,
    recipe: { ...column.recipe, ranges: [...ranges, { row: present, value: now.ranges[0]?.value ?? 1 }] },
  }
}
