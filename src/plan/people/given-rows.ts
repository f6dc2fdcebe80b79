import { finding } from '../../model/finding.ts'
import { plainColumns } from '../../model/plain-columns.ts'
import type { TablePlan } from '../../model/plan.ts'
import type { Recipe } from '../../model/recipe.ts'
import { SeedError } from '../../model/seed-error.ts'
import type { Value } from '../../model/value.ts'
import type { Draft, DraftColumn, DraftLink, Workshop } from '../draft.ts'
import { type Fixture, refOf } from './fixtures.ts'

const SEPARATOR = '\u001f'

/** Fixtures that are not there yet. Rows of others that hold their key are adopted: they stay as they are, and nothing is written. */
export function takeFixtures(workshop: Workshop, draft: Draft): void {
  const past = workshop.inputs.past.tables[draft.id]
  const known = past?.plan.fixtures ?? []
  const fresh = draft.scope.fixtures.filter(({ handle }) => !known.some((one) => one.handle === handle))
  if (fresh.length > 0 && workshop.together.some(({ tables }) => tables.includes(draft)))
    throw new SeedError({
      code: 'fixture-in-cycle',
      message: `Rows of ${draft.id} go in together with those that they need, so none can be given.`,
      place: { table: draft.id, path: fresh[0]?.path ?? '' },
      next: 'Make one of the foreign keys of the cycle nullable, or leave the fixtures out.',
    })
  const owner = past?.plan.links.find(({ name }) => name === past.plan.owner)?.choose
  draft.closed = owner?.kind === 'blocks' ? (owner.spread.closed ?? []) : []
  const others = workshop.inputs.givenByOthers?.[draft.id] ?? []
  const adopted = fresh.filter((fixture) => others.includes(fixture.handle) || isTaken(workshop, draft, fixture))
  draft.given = [
    ...known.map(({ handle, row }) => ({
      row,
      fixture: draft.scope.fixtures.find((one) => one.handle === handle) ?? null,
      handle,
    })),
    ...fresh
      .filter((fixture) => !adopted.includes(fixture))
      .map((fixture, i) => ({ row: (past?.rows ?? 0) + i, fixture, handle: fixture.handle })),
  ]
  leavePool(workshop, draft, adopted)
  joinRoles(workshop, draft)
  for (const { handle } of adopted)
    workshop.findings.push(
      finding(
        'adopted',
        'info',
        { table: draft.id, path: handle },
        `The row ${handle} of ${draft.id} is there already; it stays as it is.`,
      ),
    )
}

/** Adopted rows are nobody's parents but of those that name them: so it was when they were written, and so it stays. */
function leavePool(workshop: Workshop, draft: Draft, adopted: readonly Fixture[]): void {
  const pool = workshop.pools.get(draft.id)
  const key = draft.relation.primaryKey === null ? null : plainColumns(draft.relation.primaryKey.columns)
  if (pool === undefined || key === null || adopted.length === 0) return
  const keys = adopted.map(({ values }) => key.map((name) => keyText(workshop, values[name])).join(SEPARATOR))
  const rows = pool.rows.filter(
    (row) => !keys.includes(key.map((name) => row[pool.columns.indexOf(name)] ?? null).join(SEPARATOR)),
  )
  workshop.pools.set(draft.id, { ...pool, rows })
}

/** Roles that are given beside those that are there: members may have any of them, in the order of their keys. */
function joinRoles(workshop: Workshop, draft: Draft): void {
  const pool = workshop.pools.get(draft.id)
  const [key, ...more] = draft.relation.primaryKey?.columns ?? []
  const at = key == null || pool === undefined ? -1 : pool.columns.indexOf(key)
  const isRoles = draft.relation.columns.some(({ name }) => name === 'hierarchy_level')
  if (pool === undefined || at === -1 || more.length > 0 || !isRoles || !draft.scope.onlyFixtures) return
  const known = new Set(pool.rows.map((row) => row[at]))
  const given = draft.scope.fixtures
    .map(({ values }) => pool.columns.map((name) => keyText(workshop, values[name])))
    .filter((row) => row[at] !== null && !known.has(row[at]))
  const textOf = (row: readonly (string | null)[]): string => row[at] ?? ''
  const rows = [...pool.rows, ...given].sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1))
  workshop.pools.set(draft.id, { ...pool, rows })
}

/** Do rows of others hold one of its keys? */
function isTaken(workshop: Workshop, draft: Draft, { values }: Fixture): boolean {
  return [draft.relation.primaryKey, ...draft.relation.uniques].some((key) => {
    const columns = key === null ? null : plainColumns(key.columns)
    if (key === null || columns === null) return false
    const { escapes = [] } = draft.study.keys.find(({ name }) => name === key.name)?.partial ?? {}
    if (escapes.some(({ column, value }) => values[column] === value)) return false
    const texts = columns.map((name) => keyText(workshop, values[name]))
    if (texts.some((text) => text === null)) return false
    return workshop.inputs.answers.taken[`${draft.id} ${key.name}`]?.includes(texts.join(SEPARATOR)) ?? false
  })
}

/** The key that a value stands for, as text; null where it is not known. */
function keyText(workshop: Workshop, value: Value | undefined): string | null {
  if (value === undefined || value === null) return null
  const handle = refOf(value)
  if (handle === null) return String(value)
  for (const { relation, scope } of workshop.drafts) {
    const target = scope.fixtures.find((one) => one.handle === handle)
    const [key] = relation.primaryKey?.columns ?? []
    const given = target === undefined || key === undefined || key === null ? undefined : target.values[key]
    if (given !== undefined) return keyText(workshop, given)
  }
  return null
}

/** Puts what fixtures say into columns and links. */
export function applyFixtures(workshop: Workshop, draft: Draft): void {
  const past = workshop.inputs.past.tables[draft.id]?.rows ?? 0
  for (const { row, fixture } of draft.given) {
    if (fixture === null) continue
    for (const name of Object.keys(fixture.values)) writeForAll(draft, name)
    if (row < past) continue
    for (const [name, value] of Object.entries(fixture.values)) {
      const link = draft.links.find(({ columns }) => columns.length === 1 && columns[0] === name)
      const handle = refOf(value)
      const target = link === undefined ? null : targetOf(workshop, link, value)
      if (link !== undefined && target !== null) link.fixed.push([row, target])
      if (handle === null) fix(draft, name, row, value)
      else if (target === null) fix(draft, name, row, keyOfHandle(workshop, draft, handle, name))
    }
  }
  refuseCircles(draft)
  for (const entry of draft.columns.values()) entry.recipe = besideGiven(entry)
}

/** Numbers far beyond the next ones are not met by them. */
const FAR = 1_000_000

/** A forecast of numbers that meets none that are given. What the load draws does not either. */
function besideGiven({ recipe, fixed }: DraftColumn): Recipe {
  const [range] = recipe.kind === 'serial' ? recipe.ranges : []
  if (recipe.kind !== 'serial' || range === undefined || recipe.step <= 0) return recipe
  const near = fixed.map(([, value]) => Number(value)).filter((n) => n >= range.value && n < range.value + FAR)
  if (near.length === 0) return recipe
  return { ...recipe, ranges: [{ ...range, value: Math.max(...near) + recipe.step }] }
}

/** Values of a row may hang on those of the row that it leads to: a circle of rows of one table has no first one. */
function refuseCircles(draft: Draft): void {
  for (const { name, self, fixed } of draft.links) {
    if (!self) continue
    const next = new Map(fixed)
    for (const [start] of fixed) {
      const seen = new Set([start])
      let row = next.get(start)
      while (row !== undefined && row !== null && !seen.has(row)) {
        seen.add(row)
        row = next.get(row)
      }
      if (row !== start || seen.size === 1) continue
      const handles = [...seen].map((at) => draft.given.find((one) => one.row === at)?.handle ?? String(at))
      throw new SeedError({
        code: 'fixture-circle',
        message: `The fixtures ${handles.join(', ')} of ${draft.id} lead to one another in a circle, by ${name}.`,
        place: {
          table: draft.id,
          constraint: name,
          path: draft.given.find((one) => one.row === start)?.fixture?.path ?? '',
        },
        next: 'Let one of them lead nowhere, or to itself.',
      })
    }
  }
}

function fix(draft: Draft, name: string, row: number, value: Value): void {
  const entry = draft.columns.get(name)
  if (entry === undefined) return
  entry.fixed.push([row, value])
}

/** The database fills the column of the other rows: it is written for all once one row is given. */
function writeForAll(draft: Draft, name: string): void {
  const entry = draft.columns.get(name)
  if (entry === undefined) return
  if (entry.recipe.kind === 'leave' && isNull(entry.column.default)) entry.recipe = { kind: 'constant', value: null }
  else if (entry.recipe.kind === 'leave')
    throw new SeedError({
      code: 'fixture-beside-default',
      message: `${draft.id}.${name} is left to its default, which other rows need; a fixture cannot give it a value.`,
      place: { table: draft.id, column: name },
      next: `Settle the column for all rows: tables: { ${draft.id}: { columns: { ${name}: … } } }`,
    })
}

/** No default, or `DEFAULT NULL` as Postgres prints it: `NULL::character varying`. */
const isNull = (preset: string | null): boolean => preset === null || /^NULL(::[\w .,"()[\]]+)?$/.test(preset)

/** The row that a link's value leads to, where it is planned or in the pool. */
function targetOf(workshop: Workshop, link: DraftLink, value: Value): number | null {
  const [column] = link.key.parentColumns
  const handle = refOf(value)
  if (link.parent !== null) {
    const isMeant = ({ fixture, handle: own }: Draft['given'][number], name: string | undefined): boolean =>
      handle === null
        ? fixture !== null && name !== undefined && keyText(workshop, fixture.values[name]) === keyText(workshop, value)
        : own === handle
    const found = link.parent.given.find((one) => isMeant(one, column))
    if (found !== undefined) return found.row
    // What a trigger makes for a given row goes by its handle as well: a user's profile, a user's own account. So does what a kit has one of for each user.
    const { auth } = workshop.inputs.study
    const of = auth?.with.includes(link.parent.id) ? auth.users : link.parent.madeBy?.of
    const maker = of === undefined ? undefined : workshop.byId.get(of)
    const made = maker?.given.find((one) => isMeant(one, maker.relation.primaryKey?.columns[0] ?? undefined))
    return made === undefined ? null : madeRow(workshop, link.parent, made.row)
  }
  if (link.pool === null || column === undefined) return null
  const wanted = keyText(workshop, value)
  const at = link.pool.columns.indexOf(column)
  const row = link.pool.rows.findIndex((texts) => texts[at] === wanted)
  return row === -1 ? null : row
}

/** Number of the row that the trigger makes for row `of` of its table. */
export function madeRow(workshop: Workshop, draft: Draft, of: number): number | null {
  if (draft.madeBy?.mixed == null) return of
  const past = workshop.inputs.past.tables[draft.id]
  let before = 0
  for (const { from, to } of past?.plan.made?.ranges ?? []) {
    if (of < before + to - from) return from + of - before
    before += to - from
  }
  return (past?.rows ?? 0) + draft.given.filter(({ row }) => row >= (past?.rows ?? 0)).length + of - before
}

/** The key of a fixture that is not a planned row of the link's parent: adopted, or of a table that no foreign key leads to. */
function keyOfHandle(workshop: Workshop, draft: Draft, handle: string, name: string): Value {
  const text = keyText(workshop, { $ref: handle })
  if (text !== null) return text
  throw new SeedError({
    code: 'handle-without-key',
    message: `The key of the fixture ${handle} is not known beforehand, so ${draft.id}.${name} cannot hold it.`,
    place: { table: draft.id, column: name },
    next: `Give the fixture ${handle} its key.`,
  })
}

/** The fixtures of a table as the plan keeps them. */
export const plannedFixtures = (draft: Draft): Pick<TablePlan, 'fixtures'> =>
  draft.given.length === 0
    ? {}
    : {
        fixtures: draft.given.map(({ row, handle, fixture }) => ({
          row,
          handle,
          ...(fixture?.pool === undefined ? {} : { pool: fixture.pool }),
        })),
      }
