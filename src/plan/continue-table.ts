import { finding } from '../model/finding.ts'
import type { PastTable } from '../model/journal.ts'
import type { Link } from '../model/link.ts'
import type { ColumnPlan, TablePlan } from '../model/plan.ts'
import type { Draft, Workshop } from './draft.ts'
import { fingerprint } from './fingerprint.ts'

/**
 * A table with rows of an earlier run keeps the plan that they were made by: rows are only added, as one more generation. What the
 * configuration says otherwise now is a finding.
 */
export function continueTable(workshop: Workshop, draft: Draft, fresh: TablePlan, past: PastTable): TablePlan {
  if (!draft.scope.frozen) tellChanges(workshop, fresh, past, draft.asked)
  const { rows } = draft
  const base = {
    ...past.plan,
    rows,
    present: past.rows,
    chunkRows: fresh.chunkRows,
    parallel: fresh.parallel,
    writer: fresh.writer,
    harvest: fresh.harvest,
  }
  if (rows === past.rows) return { ...base, links: past.plan.links.map((link) => cutBack(link, past.rows)) }
  return {
    ...base,
    columns: past.plan.columns.map((column) => lengthened(column, fresh, past.rows)),
    links: past.plan.links.map((link) => grown(workshop, cutBack(link, past.rows), rows)),
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

function grown(workshop: Workshop, link: Link, rows: number): Link {
  if (link.choose.kind !== 'blocks') return link
  const last = link.choose.spread.generations[link.choose.spread.generations.length - 1]
  const parent = link.parent.pool === null ? workshop.byId.get(link.parent.table)?.rows : undefined
  const parents = Math.max(parent ?? 0, last?.parents ?? 0)
  return {
    ...link,
    choose: {
      ...link.choose,
      spread: { ...link.choose.spread, generations: [...link.choose.spread.generations, { rows, parents }] },
    },
  }
}

/** New numbers for new rows: a forecast until the load draws them. */
function lengthened(column: ColumnPlan, fresh: TablePlan, present: number): ColumnPlan {
  const now = fresh.columns.find((other) => other.name === column.name)?.recipe
  if (column.recipe.kind !== 'serial' || now?.kind !== 'serial') return column
  const ranges = column.recipe.ranges.filter((range) => range.row < present)
  return {
    ...column,
    recipe: { ...column.recipe, ranges: [...ranges, { row: present, value: now.ranges[0]?.value ?? 1 }] },
  }
}
