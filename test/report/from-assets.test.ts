import { expect, it } from 'vitest'
import type { Plan } from '../../src/model/plan.ts'
import { SeedError } from '../../src/model/seed-error.ts'
import { explainRecipe } from '../../src/report/explain-recipe.ts'
import { fromAssets } from '../../src/report/from-assets.ts'
import { sampleOf } from '../../src/report/samples.ts'
import { pick, planOf, serial } from '../support/plan.ts'

const recipe = {
  kind: 'asset',
  pool: 'posts',
  expression: 'frontmatter.title',
  first: 0,
  otherwise: pick('a', 'b'),
  nulls: 0.1,
} as const
const plan: Plan = planOf({
  posts: { rows: 4, columns: { id: serial(), title: { recipe, why: 'asset pool posts (same name)' } } },
})
const [table] = plan.tables
const items = [0, 1, 2, 3].map((row) => ({ row, identity: `${row}.md`, digest: '' }))

it('a column says which field it gets, why, and what otherwise', () => {
  expect(table?.columns.map((column) => explainRecipe(column, table))[1]).toBe(
    'frontmatter.title: asset pool posts (same name), else one of a, b or 10 % NULL',
  )
})

it('a table says where its rows came from', () => {
  const pool = (name: string, count: number) => ({ name, table: 'posts', items: items.slice(0, count) })
  expect(fromAssets(plan, 'posts')).toBeNull()
  expect(fromAssets({ ...plan, assetPools: [pool('posts', 4)] }, 'posts')).toBe('from the asset pool posts')
  expect(fromAssets({ ...plan, assetPools: [pool('posts', 2)] }, 'posts')).toBe('2 of 4 from the asset pool posts')
  expect(fromAssets({ ...plan, assetPools: [pool('a', 2), pool('b', 2)] }, 'posts')).toBe('from the asset pools a, b')
  expect(fromAssets({ ...plan, assetPools: [pool('posts', 4)] }, 'gear')).toBeNull()
})

it('a sample passes over rows whose file is not as it was, and over nothing else', () => {
  const rows = (code: string) => ({
    table: () => ({
      texts: (row: number) => {
        if (row === 1) throw new SeedError({ code, message: '', next: '' })
        return [String(row)]
      },
    }),
  })
  if (table === undefined) throw new Error('no table')
  expect(sampleOf(table, rows('asset-changed')).rows.map(({ row }) => row)).toEqual([0, 2])
  expect(sampleOf(table, rows('asset-missing')).rows.map(({ row }) => row)).toEqual([0, 2])
  expect(() => sampleOf(table, rows('no-such-column'))).toThrow()
})
