import type { Choose, Link, Pool, Spread } from '../../src/model/link.ts'
import type { ColumnPlan, Plan, TablePlan } from '../../src/model/plan.ts'
import type { Draw, Recipe } from '../../src/model/recipe.ts'
import type { Encoding, Value } from '../../src/model/value.ts'

/** A column as a test says it: its recipe, and what else is not as usual. */
type ColumnSketch = Recipe | (Partial<Omit<ColumnPlan, 'recipe'>> & { readonly recipe: Recipe })

interface LinkSketch {
  readonly to: string
  readonly choose: Choose
  /** Default: the link's name. */
  readonly columns?: readonly string[]
  /** Default: `id`. */
  readonly parentColumns?: readonly string[]
  readonly pool?: string
  readonly nulls?: number
  readonly patch?: boolean
}

export interface TableSketch {
  readonly rows: number
  readonly columns: Readonly<Record<string, ColumnSketch>>
  /** The one with `blocks` owns the table. */
  readonly links?: Readonly<Record<string, LinkSketch>>
  /** Default: `id`. */
  readonly key?: readonly string[]
}

/** A plan of these tables, with nothing in it that rows do not ask for. */
export function planOf(
  tables: Readonly<Record<string, TableSketch>>,
  rest: { readonly seed?: string; readonly now?: number; readonly pools?: readonly Pool[] } = {},
): Plan {
  return {
    version: 1,
    seed: rest.seed ?? '42',
    now: rest.now ?? Date.UTC(2025, 0, 1),
    catalogHash: '',
    tables: Object.entries(tables).map(([id, sketch]) => tableOf(id, sketch)),
    left: [],
    pools: rest.pools ?? [],
    stages: [],
    findings: [],
    hash: '',
  }
}

function tableOf(id: string, sketch: TableSketch): TablePlan {
  const links = Object.entries(sketch.links ?? {}).map(([name, link]) => linkOf(name, link))
  return {
    id,
    schema: 'public',
    name: id,
    rows: sketch.rows,
    present: 0,
    columns: Object.entries(sketch.columns).map(([name, column]) => columnOf(name, column)),
    links,
    owner: links.find((link) => link.choose.kind === 'blocks')?.name ?? null,
    key: { columns: sketch.key ?? ['id'], exact: true },
    writer: { kind: 'copy', why: null },
    chunkRows: 10000,
    parallel: true,
    rowBytes: 100,
    harvest: false,
  }
}

function linkOf(name: string, sketch: LinkSketch): Link {
  return {
    name,
    columns: sketch.columns ?? [name],
    parent: { table: sketch.to, columns: sketch.parentColumns ?? ['id'], pool: sketch.pool ?? null },
    choose: sketch.choose,
    nulls: sketch.nulls ?? 0,
    patch: sketch.patch ?? false,
    why: '',
  }
}

function columnOf(name: string, sketch: ColumnSketch): ColumnPlan {
  const given = 'recipe' in sketch ? sketch : { recipe: sketch }
  const usual = {
    name,
    cast: 'text',
    typeName: 'text',
    encoding: encodingOf(given.recipe),
    nulls: 0,
    when: [],
    why: '',
  }
  return { ...usual, ...given }
}

/** What the recipe yields, as far as it tells. */
function encodingOf(recipe: Recipe): Encoding {
  if (recipe.kind === 'serial') return { kind: 'number' }
  if (recipe.kind === 'compose') return encodingOf(recipe.fallback)
  if (recipe.kind === 'draw') {
    if (recipe.shape === 'timestamp') return { kind: 'timestamp', zone: true }
    if (recipe.shape === 'date' || recipe.shape === 'boolean' || recipe.shape === 'json') return { kind: recipe.shape }
    if (recipe.shape === 'integer' || recipe.shape === 'decimal') return { kind: 'number' }
  }
  return { kind: 'text' }
}

/** The owner link's choice. One generation, unless told otherwise. */
export function blocks(rows: number, parents: number, rest: Partial<Spread> = {}): Choose {
  const spread: Spread = {
    generations: [{ rows, parents }],
    min: 0,
    max: null,
    law: { kind: 'natural', sigma: 0.6 },
    ...rest,
  }
  return { kind: 'blocks', spread }
}

export const uuidKey: Draw = { kind: 'draw', shape: 'uuid', options: { layout: 'key' } }
export const integer = (min: number, max: number): Draw => ({ kind: 'draw', shape: 'integer', options: { min, max } })
export const pick = (...values: Value[]): Recipe => ({ kind: 'pick', values })
export const follow = (link: string, column = 'id'): Recipe => ({ kind: 'follow', link, column })
export const serial = (value = 1, step = 1): Recipe => ({
  kind: 'serial',
  sequence: null,
  step,
  ranges: [{ row: 0, value }],
})
