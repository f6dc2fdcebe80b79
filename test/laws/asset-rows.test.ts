import { describe, expect, it } from 'vitest'
import type { Asset, Assets } from '../../src/model/assets/assets.ts'
import type { AssetItemPlan, Plan } from '../../src/model/plan.ts'
import type { FromAsset, Recipe } from '../../src/model/recipe.ts'
import { compileRows } from '../../src/values/rows/rows.ts'
import { integer, pick, planOf, serial, uuidKey } from '../support/plan.ts'

const asset = (name: string, digest = name): Asset => ({
  identity: `${name}.md`,
  digest,
  place: `c/${name}.md`,
  file: { name: `${name}.md`, stem: name, extension: 'md', path: `${name}.md`, size: 1, type: 'text/markdown' },
  frontmatter: name === 'silent' ? {} : { title: `Title of ${name}` },
  body: '',
  json: null,
  csv: null,
  image: null,
})

const assetsOf = (...items: readonly Asset[]): Assets => ({
  pools: { p: { name: 'p', items, files: 1 } },
  findings: [],
})

const item = (row: number, name: string, keys?: AssetItemPlan['keys']): AssetItemPlan => ({
  row,
  identity: `${name}.md`,
  digest: name,
  ...(keys === undefined ? {} : { keys }),
})

const title = (more: Partial<FromAsset> = {}, otherwise: Recipe = pick('made up')): FromAsset => ({
  kind: 'asset',
  pool: 'p',
  expression: 'frontmatter.title',
  first: 0,
  otherwise,
  nulls: 0,
  ...more,
})

const planWith = (columns: Readonly<Record<string, Recipe>>, items: readonly AssetItemPlan[], rows = 6): Plan => ({
  ...planOf({ posts: { rows, columns: { id: serial(), ...columns } } }),
  assetPools: [{ name: 'p', table: 'posts', items }],
})

const titles = (plan: Plan, assets: Assets, column = 'title') => {
  const rows = compileRows(plan, assets).table('posts')
  return Array.from({ length: rows.plan.rows }, (_, row) => rows.value(row, column))
}

it('rows that hold an item say what it says, the others what they would say anyway', () => {
  const plan = planWith({ title: title() }, [item(1, 'a'), item(2, 'silent'), item(4, 'b')])
  expect(titles(plan, assetsOf(asset('a'), asset('b'), asset('silent')))).toEqual([
    'made up',
    'Title of a',
    'made up',
    'made up',
    'Title of b',
    'made up',
  ])
})

it('NULL is for rows without an item, or where the expression ends in it', () => {
  const items = [item(0, 'a'), item(1, 'silent')]
  const assets = assetsOf(asset('a'), asset('silent'))
  const some = titles(planWith({ title: title({ nulls: 0.5 }) }, items, 200), assets)
  expect(some[0]).toBe('Title of a')
  expect(some.filter((one) => one === null).length).toBeGreaterThan(60)
  expect(some.filter((one) => one === 'made up').length).toBeGreaterThan(60)
  const said = titles(planWith({ title: title({ expression: 'frontmatter.title | null' }) }, items), assets)
  expect(said.slice(0, 3)).toEqual(['Title of a', null, 'made up'])
})

it('an expression holds from its first row on', () => {
  const nested = title({ expression: 'upper(frontmatter.title)', first: 2 }, title())
  const plan = planWith({ title: nested }, [item(0, 'a'), item(3, 'b')])
  expect(titles(plan, assetsOf(asset('a'), asset('b'))).slice(0, 4)).toEqual([
    'Title of a',
    'made up',
    'made up',
    'TITLE OF B',
  ])
})

it('lines of COPY say the same', () => {
  const plan = planWith({ title: title(), views: integer(0, 1000) }, [item(0, 'a'), item(5, 'b')])
  const rows = compileRows(plan, assetsOf(asset('a'), asset('b'))).table('posts')
  const lines = [...rows.copyLines(0, 6)].map((part) => new TextDecoder().decode(part)).join('')
  expect(lines).toBe(
    Array.from({ length: 6 }, (_, row) => `${rows.texts(row, ['id', 'title', 'views']).join('\t')}\n`).join(''),
  )
})

it('a row is known by its item, wherever that stands', () => {
  const columns = { key: uuidKey, title: title(), views: integer(0, 1_000_000) }
  const assets = assetsOf(asset('a'), asset('b'))
  const views = (items: readonly AssetItemPlan[], row: number) =>
    compileRows(planWith(columns, items), assets).table('posts').value(row, 'views')
  expect(views([item(0, 'a'), item(1, 'b')], 0)).toBe(views([item(0, 'b'), item(3, 'a')], 3))
  expect(views([item(0, 'a')], 0)).not.toBe(views([item(0, 'b')], 0))
  const keys = titles(planWith(columns, [item(0, 'a'), item(1, 'b')], 50), assets, 'key')
  expect(new Set(keys).size).toBe(50)
})

describe('an item that is not as it was', () => {
  const plan = planWith({ title: title(), slug: title(), views: integer(0, 9) }, [
    item(0, 'a', { slug: 'a' }),
    item(1, 'b', { slug: null }),
  ])

  it.each<[string, Assets, string, string]>([
    ['is gone', assetsOf(asset('b')), 'asset-missing', 'a.md'],
    ['has changed', assetsOf(asset('a', 'other'), asset('b')), 'asset-changed', 'c/a.md'],
    ['is in no pool', { pools: {}, findings: [] }, 'asset-missing', 'a.md'],
  ])('%s: keys are told, values are not', (_, assets, code, file) => {
    const rows = compileRows(plan, assets).table('posts')
    expect(rows.texts(0, ['slug'])).toEqual(['a'])
    expect(rows.value(0, 'views')).toBeTypeOf('number')
    expect(() => rows.value(0, 'title')).toThrow(
      expect.objectContaining({ code, place: { table: 'posts', column: 'title', path: 'assetPools.p', file } }),
    )
  })

  it('says nothing of a key that its file said nothing of', () => {
    expect(compileRows(plan, { pools: {}, findings: [] }).table('posts').value(1, 'slug')).toBe('made up')
  })
})

it('a plan with assets is not compiled without them', () => {
  const plan = planWith({ title: title() }, [item(0, 'a')])
  expect(() => compileRows(plan)).toThrow(expect.objectContaining({ code: 'assets-not-given' }))
})
