import type { Relation } from '../model/catalog.ts'
import type { Database } from '../model/database.ts'
import { quote } from '../model/name.ts'
import type { ColumnPlan, Plan, TablePlan } from '../model/plan.ts'
import type { Recipe } from '../model/recipe.ts'
import type { Rule, TableStudy } from '../model/study.ts'
import type { Value } from '../model/value.ts'
import { compileRows } from '../values/rows.ts'

/** Rows that are proposed to the database for one group of columns. */
const CANDIDATES = 400
/** With fewer accepted ones, others are proposed as well. */
const ENOUGH = 12

type Tuples = Extract<Rule, { kind: 'tuples' }>

/**
 * Checks that nobody understood are asked about: rows as the plan would make them are judged by the checks themselves, in a transaction that only reads, and
 * what they accept becomes the domain of their columns. Columns that other checks tie to them are judged along. Null where nothing was accepted
 * or the columns hang on other tables.
 */
export async function judgeChecks(db: Database, plan: Plan, relation: Relation, study: TableStudy): Promise<Tuples[]> {
  const table = plan.tables.find((one) => one.id === relation.id)
  if (table === undefined) return []
  const rules: Tuples[] = []
  for (const columns of groups(relation, study)) {
    const judged = await judge(db, plan, table, relation, columns)
    if (judged !== null) rules.push(judged)
  }
  return rules
}

/** Columns of the unsolved checks, with all that other checks tie to them. */
function groups(relation: Relation, study: TableStudy): string[][] {
  const ties = relation.checks.map((check) => check.columns).filter((columns) => columns.length > 1)
  const found: Set<string>[] = []
  for (const { columns } of study.unsolved) {
    const group = new Set(columns)
    for (let size = 0; size < group.size; ) {
      size = group.size
      for (const tie of ties) if (tie.some((name) => group.has(name))) for (const name of tie) group.add(name)
    }
    if (!found.some((other) => [...group].some((name) => other.has(name)))) found.push(group)
  }
  return found.map((group) => [...group])
}

async function judge(
  db: Database,
  plan: Plan,
  table: TablePlan,
  relation: Relation,
  columns: readonly string[],
): Promise<Tuples | null> {
  const checks = relation.checks.filter((check) => check.columns.every((name) => columns.includes(name)))
  const usual = candidatesOf(plan, table, columns, (recipe) => recipe)
  if (usual === null || checks.length === 0) return null
  const accepted = await accept(db, table, columns, checks, usual)
  if (accepted.length < ENOUGH) {
    const wide = candidatesOf(plan, table, columns, widened) ?? []
    accepted.push(...(await accept(db, table, columns, checks, wide)))
  }
  if (accepted.length === 0) return null
  const distinct = [...new Map(accepted.map((tuple) => [JSON.stringify(tuple), tuple])).values()]
  return {
    kind: 'tuples',
    check: checks.map((check) => check.name).join(', '),
    columns,
    tuples: distinct.map((tuple) => tuple.map((text, i) => plainValue(text, table, columns[i] as string))),
  }
}

/** Any text stands for itself, but for json, where it would be a string. */
function plainValue(text: string | null, table: TablePlan, name: string): Value {
  const json = table.columns.find((column) => column.name === name)?.encoding.kind === 'json'
  return json && text !== null ? (JSON.parse(text) as Value) : text
}

type Texts = readonly (string | null)[]

/** Rows of the columns alone, as if the table had no parents; null where they hang on other tables. */
function candidatesOf(
  plan: Plan,
  table: TablePlan,
  columns: readonly string[],
  change: (recipe: Recipe, column: ColumnPlan) => Recipe,
): Texts[] | null {
  const needed = new Set(columns)
  for (let size = 0; size < needed.size; ) {
    size = needed.size
    for (const column of table.columns)
      if (needed.has(column.name)) for (const name of looksAt(column)) needed.add(name)
  }
  const kept = table.columns.filter((column) => needed.has(column.name))
  if (
    columns.some(
      (name) =>
        !kept.some(
          (column) => column.name === name && column.recipe.kind !== 'leave' && column.recipe.kind !== 'follow',
        ),
    )
  )
    return null
  const alone: TablePlan = {
    ...table,
    rows: CANDIDATES,
    present: 0,
    owner: null,
    links: [],
    columns: kept.map((column) => ({ ...column, recipe: change(withoutLinks(column.recipe), column) })),
    key: { columns: [...columns], exact: false },
  }
  const rows = compileRows({ ...plan, tables: [alone], pools: [], assetPools: [], stages: [] }).table(table.id)
  return Array.from({ length: CANDIDATES }, (_, row) => rows.texts(row, columns))
}

function looksAt(column: ColumnPlan): string[] {
  const recipe = withoutLinks(column.recipe)
  const inputs =
    recipe.kind === 'derive'
      ? recipe.from.flatMap((one) => ('column' in one && !('link' in one) ? [one.column] : []))
      : []
  return [...inputs, ...column.when.flatMap((one) => ('column' in one ? [one.column] : []))]
}

function withoutLinks(recipe: Recipe): Recipe {
  if (recipe.kind === 'asset') return withoutLinks(recipe.otherwise)
  if (recipe.kind === 'derive') return { ...recipe, from: recipe.from.filter((one) => !('link' in one)) }
  if (recipe.kind === 'follow') return { kind: 'constant', value: null }
  if (recipe.kind === 'draw' && recipe.entity?.link !== undefined)
    return { ...recipe, entity: { name: recipe.entity.name } } as Recipe
  return recipe
}

const NUMBERS: readonly Value[] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 16, 20, 24, 25, 30, 32, 42, 50, 60, 64, 90, 100, 128, 180, 200, 256, 365, 400,
  500, 512, 1000, 1024, 1440, 2000, 2010, 2015, 2018, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 5000, 8080, 10_000,
  86_400, 100_000, 1_000_000, -1, -10,
]
const TEXTS: readonly Value[] = [
  'a',
  'A',
  'ab',
  'AB',
  'abc',
  'ABC',
  'Abc',
  'abcd',
  'abc-def',
  'abc_def',
  'ABC-123',
  'abc123',
  'a1',
  '1',
  '12',
  '123',
  '1234',
  '12345',
  '123456',
  '0',
  '1.0',
  '1.0.0',
  'v1',
  'en',
  'de',
  'US',
  'DE',
  'en-US',
  'USD',
  'EUR',
  'a@example.com',
  'example.com',
  'https://example.com',
  'https://example.com/a',
  '/',
  '/a',
  '/a/b',
  '#a1b2c3',
  '+15550100',
  '2024-01-01',
  '12:00',
  'true',
  'active',
  'pending',
  'admin',
  'user',
  '{}',
  '[]',
  '{"a": 1}',
  '0123456789abcdef',
  'UTC',
  'a b',
  'Hello there',
  'x.y',
  '*',
  '',
]

/** Values that mean something to many a check: years, sizes, codes, addresses. */
function widened(recipe: Recipe, column: ColumnPlan): Recipe {
  if (recipe.kind === 'pick' || recipe.kind === 'constant' || recipe.kind === 'serial') return recipe
  if (column.encoding.kind === 'number') return { kind: 'pick', values: NUMBERS }
  return column.encoding.kind === 'text' ? { kind: 'pick', values: TEXTS } : recipe
}

async function accept(
  db: Database,
  table: TablePlan,
  columns: readonly string[],
  checks: Relation['checks'],
  tuples: readonly Texts[],
): Promise<Texts[]> {
  const casts = columns.map(
    (name, i) => `r.c${i}::${table.columns.find((column) => column.name === name)?.cast} as ${quote(name)}`,
  )
  const sheet = columns.map((_, i) => tuples.map((tuple) => tuple[i] ?? null))
  const source = columns.map((_, i) => `$${i + 1}::text[]`).join(', ')
  const names = columns.map((_, i) => `c${i}`).join(', ')
  const sql = `select u.__n::int4 as n from (select r.n as __n, ${casts.join(', ')} from unnest(${source}) with ordinality as r(${names}, n)) u
    where ${checks.map((check) => `(${check.expression}) is not false`).join(' and ')} order by 1`
  try {
    const rows = await db.transaction((tx) => tx.query<{ n: number }>(sql, sheet), {
      readOnly: true,
      statementTimeout: 5000,
    })
    return rows.map(({ n }) => tuples[n - 1] as Texts)
  } catch {
    // A candidate that does not even have the type, a function that needs more than the columns: the check stays unsolved, and is told as such.
    return []
  }
}
