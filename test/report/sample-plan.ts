import type { ColumnPlan, Plan, TablePlan } from '../../src/model/plan.ts'
import type { Recipe } from '../../src/model/recipe.ts'

export function columnPlan(name: string, recipe: Recipe, rest: Partial<ColumnPlan> = {}): ColumnPlan {
  return {
    name,
    cast: 'text',
    typeName: 'text',
    encoding: { kind: 'text' },
    recipe,
    nulls: 0,
    when: [],
    why: '',
    ...rest,
  }
}

export function tablePlan(id: string, columns: readonly ColumnPlan[], rest: Partial<TablePlan> = {}): TablePlan {
  return {
    id,
    schema: 'public',
    name: id,
    rows: 10,
    present: 0,
    columns,
    links: [],
    owner: null,
    key: { columns: ['id'], exact: true },
    writer: { kind: 'copy', why: null },
    chunkRows: 1000,
    parallel: true,
    rowBytes: 100,
    harvest: false,
    ...rest,
  }
}

export function planOf(tables: readonly TablePlan[], rest: Partial<Plan> = {}): Plan {
  return {
    version: 1,
    seed: 'demo',
    now: Date.parse('2025-03-04T12:00:00Z'),
    catalogHash: 'c',
    tables,
    left: [],
    pools: [],
    stages: [{ name: 'tables', steps: tables.map(({ id }) => ({ kind: 'copy', table: id })) }],
    findings: [],
    hash: 'h',
    ...rest,
  }
}
