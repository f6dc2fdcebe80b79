import type { Link, Pool } from '../model/link.ts'
import type { ObjectId } from '../model/name.ts'
import { SeedError } from '../model/seed-error.ts'
import type { Value } from '../model/value.ts'
import type { Draft, Workshop } from './draft.ts'
import { keyText } from './fixtures/key-text.ts'

type Texts = readonly (string | null)[]
type Fixed = readonly (readonly [number, number | null])[]

/** Where given rows lead in a table that goes on by an earlier plan. */
export interface ContinuedFixed {
  readonly fixed: [number, number | null][]
  /** What columns hold where the parent is none of those that the earlier plan knows: column, row, value. */
  readonly values: readonly (readonly [string, number, Value])[]
}

/**
 * Rows of others were counted anew, or rows are given beside them: the parents of new rows are looked up by their keys among those that the earlier plan has
 * frozen. Numbers of rows of ours stay.
 * @throws SeedError `fixture-beyond-plan` where the earlier plan has no place for the parent, and its key is not known
 */
export function continueFixed(workshop: Workshop, draft: Draft, link: Link, now: Link | undefined): ContinuedFixed {
  const present = workshop.inputs.past.tables[draft.id]?.rows ?? 0
  const before = (link.fixed ?? []).filter(([row]) => row < present)
  const fresh = (now?.fixed ?? []).filter(([row]) => row >= present)
  if (now === undefined || (link.parent.pool === null && now.parent.pool === null) || fresh.length === 0)
    return { fixed: copied([...before, ...fresh]), values: [] }
  const rowOf = rowsByTexts(workshop, link)
  const textsOf = textsByRow(workshop, now)
  const fixed = copied(before)
  const values: [string, number, Value][] = []
  for (const [row, parent] of fresh) {
    const texts = parent === null ? null : textsOf(parent)
    const target = texts === null ? null : rowOf(texts)
    fixed.push([row, target])
    if (parent === null || target !== null) continue
    if (texts === null || texts.includes(null)) throw beyondPlan(draft, link, row)
    values.push(...link.columns.map((name, i): [string, number, Value] => [name, row, texts[i] ?? null]))
  }
  return { fixed, values }
}

const copied = (fixed: Fixed): [number, number | null][] => fixed.map(([row, parent]) => [row, parent])

const spelled = (texts: Texts): string => JSON.stringify(texts)

function rowsByTexts({ inputs }: Workshop, { parent }: Link): (texts: Texts) => number | null {
  const pool = inputs.past.pools.find(({ id }) => id === parent.pool)
  const rows = new Map(pool?.rows.map((texts, row) => [spelled(among(pool, parent.columns, texts)), row]))
  return (texts) => rows.get(spelled(texts)) ?? null
}

function textsByRow(workshop: Workshop, { parent }: Link): (row: number) => Texts | null {
  const pool = [...workshop.pools.values()].find(({ id }) => id === parent.pool)
  if (pool !== undefined) return (row) => among(pool, parent.columns, pool.rows[row] ?? [])
  const given = givenByRow(workshop, parent.table)
  return (row) => {
    const fixture = given.get(row)
    return fixture == null ? null : parent.columns.map((name) => keyText(workshop, fixture.values[name]))
  }
}

const among = ({ columns }: Pool, names: readonly string[], texts: Texts): Texts =>
  names.map((name) => texts[columns.indexOf(name)] ?? null)

const givenByRow = ({ byId }: Workshop, id: ObjectId): ReadonlyMap<number, Draft['given'][number]['fixture']> =>
  new Map(byId.get(id)?.given.map(({ row, fixture }) => [row, fixture]))

function beyondPlan(draft: Draft, { name, parent }: Link, row: number): SeedError {
  const given = draft.given.find((one) => one.row === row)
  return new SeedError({
    code: 'fixture-beyond-plan',
    message: `The fixture ${given?.handle ?? row} of ${draft.id} leads to a new row of ${parent.table}, where earlier runs led to rows of others.`,
    place: { table: draft.id, constraint: name, path: given?.fixture?.path ?? '' },
    expected: `a row of ${parent.table} with a key that is said`,
    found: 'a key that only the database gives',
    next: `Give that row of ${parent.table} its key, or make all rows anew: supa-seed cleanup, then supa-seed seed`,
  })
}
