import { finding } from '../model/finding.ts'
import type { Pick, Unique } from '../model/recipe.ts'
import type { Value } from '../model/value.ts'
import { wantedRows } from './counts.ts'
import type { Draft, DraftColumn, Workshop } from './draft.ts'
import { takes } from './keys/takes.ts'

/** A list of fewer rows is none. */
const LEAST = 2

/**
 * Fills a look-up table that nobody owns from its known list, row by row: as many rows as the list has (and the columns accept), or as are asked for if that is fewer.
 * Where more are asked for by name, or the list is only a selection and too short, the table is filled like any other.
 */
export function fillFromList(workshop: Workshop, draft: Draft): void {
  const { reference } = draft.study
  if (reference === undefined || !isPlain(workshop, draft)) return
  const columns = Object.entries(reference.columns).flatMap(([name, values]) => {
    const entry = draft.columns.get(name)
    return entry === undefined || !isOpen(entry) || isBound(draft, name) ? [] : [{ entry, values }]
  })
  const places = accepted(workshop, columns)
  if (columns.length === 0 || places.length < LEAST) return
  const { count } = draft.scope
  const asked = count ?? (reference.closed ? workshop.inputs.config.rows : wantedRows(workshop, draft))
  if (asked !== null && asked > places.length && (count !== null || !reference.closed)) return
  if (keyedOtherwise(draft, columns, places)) return
  for (const { entry, values } of columns) {
    const chosen = places.map((place) => values[place] ?? null)
    entry.recipe = { kind: 'pick', values: chosen, ordered: true, ...uniqueAmong(chosen) } satisfies Pick
    entry.nulls = 0
    entry.when.length = 0
    entry.why = `the list of ${reference.list}`
  }
  draft.listed = Math.min(asked ?? places.length, places.length)
  if (asked !== null && asked > places.length)
    workshop.findings.push(
      finding(
        'rows-listed',
        'info',
        { table: draft.id },
        `${draft.id} gets the ${places.length} ${reference.list} that are known, not ${asked} rows.`,
        {
          expected: String(asked),
          found: String(places.length),
          next: 'Name a number to have others made up: tables: { … }.',
        },
      ),
    )
}

/** Nobody owns it, no trigger makes it, and nothing of it is given. */
const isPlain = (workshop: Workshop, draft: Draft): boolean =>
  draft.owner === null &&
  draft.madeBy === null &&
  draft.study.known === undefined &&
  draft.given.length === 0 &&
  draft.assets === undefined &&
  !draft.scope.onlyFixtures &&
  !holdsOthers(workshop, draft) &&
  (workshop.inputs.past.tables[draft.id] === undefined ||
    [...(workshop.inputs.past.tables[draft.id]?.plan.columns ?? [])].some(
      ({ recipe }) => recipe.kind === 'pick' && recipe.ordered === true,
    ))

/** Rows of others may be of the list already. */
const holdsOthers = ({ inputs }: Workshop, { id }: Draft): boolean =>
  (inputs.answers.counts[id] ?? 0) > (inputs.past.tables[id]?.rows ?? 0)

const isOpen = ({ recipe, why }: DraftColumn): boolean =>
  why !== 'configuration' && (recipe.kind === 'draw' || recipe.kind === 'pick' || recipe.kind === 'derive')

/** A check over several columns, or one that was not understood, speaks of it. */
const isBound = (draft: Draft, column: string): boolean =>
  draft.study.unsolved.some(({ columns }) => columns.includes(column)) ||
  draft.study.rules.some((rule) => JSON.stringify(rule).includes(JSON.stringify(column)))

type Listed = { readonly entry: DraftColumn; readonly values: readonly Value[] }

/** The places of the list whose values all columns accept. */
function accepted(workshop: Workshop, columns: readonly Listed[]): readonly number[] {
  const length = columns[0]?.values.length ?? 0
  return Array.from({ length }, (_, place) => place).filter((place) =>
    columns.every(({ entry, values }) => takes(workshop.inputs.matches, entry.study.domain, values[place] ?? null)),
  )
}

/** A key over listed columns whose values repeat: the list cannot fill the table. */
const keyedOtherwise = (draft: Draft, columns: readonly Listed[], places: readonly number[]): boolean =>
  draft.study.keys.some((key) => {
    const among = columns.filter(({ entry }) => key.columns.includes(entry.column.name))
    return among.length > 0 && among.every(({ values }) => !differ(places.map((place) => values[place] ?? null)))
  })

/** Without regard to letters' case: a key may look through `lower`. */
const differ = (values: readonly Value[]): boolean =>
  new Set(values.map((value) => String(value).trim().toLowerCase())).size === values.length

function uniqueAmong(values: readonly Value[]): { readonly unique?: Unique } {
  return differ(values)
    ? { unique: { by: 'permute', scope: 'row', key: ' list', radices: [values.length], digit: 0, candidates: 1 } }
    : {}
}
