import { describe, expect, it } from 'vitest'
import { selectionWish } from '../../src/config/selection-wish.ts'
import type { AssetItem } from '../../src/model/assets/asset-item.ts'
import type { AssetPool } from '../../src/model/assets/assets.ts'
import { SeedError } from '../../src/model/seed-error.ts'
import { readAssetPools } from '../../src/sources/files/read-asset-pools.ts'
import { momentOf } from '../../src/values/mapping/read/moment-of.ts'
import { putFiles } from '../support/put-files.ts'
import { projectFolder } from '../support/story.ts'

const NOW = Date.UTC(2025, 7, 31, 12)

type Selection = Parameters<typeof selectionWish>[0]

const POSTS = {
  'posts/intro.md': '---\ntitle: Intro\ndate: 2025-08-20\ntags: [Start, sand]\nviews: 900\n---\nHello',
  'posts/getting-started.md':
    '---\ntitle: Getting started\ndate: 2025-03-01\ntags: start, tyres\nviews: 50\n---\nHello',
  'posts/advanced.md': '---\ntitle: Advanced\ndate: 2024-01-31\ntags: []\nfeatured: true\n---\nHello',
  'posts/deep/old.md': '---\ntitle: Old\npublishDate: January 2, 2019\ntags: [sand, draft]\nviews: 3\n---\nHello',
}

const ODD_TAGS = {
  'posts/advanced.md': '---\ntags: 2024\n---\n',
  'posts/intro.md': '---\ntags: [{ a: 1 }, [b], 3]\n---\n',
}

async function select(selection: Selection, files: Record<string, string> = POSTS, seed = 's') {
  const root = projectFolder()
  putFiles(root, files)
  const wish = { path: ['posts/**/*'], table: null, fields: null, selection: selectionWish(selection) }
  const { pools, findings } = await readAssetPools({ root, seed, now: NOW, assetPools: { posts: wish } })
  const { chosen = [], items } = pools.posts as AssetPool
  return {
    chosen: chosen.map(({ identity }) => identity),
    items: items.length,
    codes: findings.map(({ code }) => code),
  }
}

const chosen = async (selection: Selection) => (await select(selection)).chosen

async function refused(selection: Selection): Promise<SeedError> {
  const error = await select(selection).catch((error: unknown) => error)
  expect(error).toBeInstanceOf(SeedError)
  return error as SeedError
}

describe('names', () => {
  it('stand in their order, by name, path, stem, identity or glob, each item once', async () => {
    expect(await chosen({ manual: ['intro.md', 'advanced', 'deep/*.md', './intro.md'] })).toEqual([
      'intro.md',
      'advanced.md',
      'deep/old.md',
    ])
    expect(await chosen({ manual: ['*.md'] })).toEqual(['advanced.md', 'getting-started.md', 'intro.md'])
  })

  it('may be globs where the pool lies outside of the project', async () => {
    const root = projectFolder()
    putFiles(root, { 'shared/a#b c.md': 'Hello', 'shared/other.md': 'Hello', 'project/x.md': 'Hello' })
    const wish = {
      path: ['../shared/*.md'],
      table: null,
      fields: null,
      allowOutside: true as const,
      selection: selectionWish({ manual: ['a#*'] }),
    }
    const inside = { root: `${root}/project`, seed: 's', now: NOW, assetPools: { posts: wish } }
    const { chosen } = (await readAssetPools(inside)).pools.posts as AssetPool
    expect(chosen?.map(({ file }) => file.name)).toEqual(['a#b c.md'])
  })

  it('that lead nowhere are told all at once, with what is near', async () => {
    const { code, findings } = await refused({ manual: ['intro.md', 'advansed.md', '../secret.md', 'x/*.md'] })
    expect(code).toBe('selection-missing')
    expect(findings.map(({ place, found, next }) => [place.path, found, next])).toEqual([
      ['assetPools.posts.selection.manual[1]', 'advansed.md', 'Did you mean advanced.md?'],
      ['assetPools.posts.selection.manual[2]', '../secret.md', 'See which files the path of the pool names.'],
      ['assetPools.posts.selection.manual[3]', 'x/*.md', 'See which files the path of the pool names.'],
    ])
  })
})

describe('conditions', () => {
  it.each<[string, Selection, readonly string[], Record<string, string>?]>([
    ['a tag in any case', { tags: 'START' }, ['getting-started.md', 'intro.md']],
    [
      'a tag that is a number, beside one that is an object',
      { tags: ['2024', '3'] },
      ['advanced.md', 'intro.md'],
      ODD_TAGS,
    ],
    ['a tag that is called like nothing', { tags: ['null', 'START'] }, ['getting-started.md', 'intro.md']],
    ['one of several tags', { tags: ['tyres', 'draft'] }, ['deep/old.md', 'getting-started.md']],
    ['all tags, and none', { tags: { all: ['sand'], none: ['draft'] } }, ['intro.md']],
    ['recent dates', { dateRange: { from: '6 months ago' } }, ['getting-started.md', 'intro.md']],
    [
      'dates up to a day with all of it',
      { dateRange: { from: '2019-01-01', to: '2024-01-31' } },
      ['advanced.md', 'deep/old.md'],
    ],
    [
      'another field',
      { dateRange: { to: 'yesterday', field: 'frontmatter.date' } },
      ['advanced.md', 'getting-started.md', 'intro.md'],
    ],
    ['a value', { where: { 'frontmatter.featured': true } }, ['advanced.md']],
    ['one of several', { where: { 'lower(frontmatter.title)': ['intro', 'old'] } }, ['deep/old.md', 'intro.md']],
    ['numbers', { where: { 'frontmatter.views': { gt: 3, lte: 900 } } }, ['getting-started.md', 'intro.md']],
    ['nothing', { where: { 'frontmatter.views': null } }, ['advanced.md']],
    ['something', { where: { 'frontmatter.views': { exists: true, not: 3 } } }, ['getting-started.md', 'intro.md']],
    ['dates', { where: { 'date(frontmatter.date)': { lt: new Date(NOW - 300 * 86_400_000) } } }, ['advanced.md']],
    [
      'parts of a text, and items of a list',
      {
        where: {
          'frontmatter.title': { contains: 'n', startsWith: 'G', endsWith: 'd' },
          'split(frontmatter.tags)': { contains: 'tyres' },
        },
      },
      ['getting-started.md'],
    ],
    ['a function', { filter: (post: AssetItem) => post.frontmatter.views > 100 }, ['intro.md']],
    [
      'a function over a date',
      { filter: ({ frontmatter }) => new Date(frontmatter.date) > new Date(NOW - 1e10) },
      ['intro.md'],
    ],
    [
      'all of them at once',
      { strategy: 'filtered', tags: 'sand', where: { 'file.path': { not: 'deep/old.md' } }, filter: () => 1 },
      ['intro.md'],
    ],
  ])('%s', async (_, selection, expected, files = POSTS) => {
    expect((await select(selection, files)).chosen).toEqual(expected)
  })

  it.each<[string, Selection, object]>([
    [
      'an expression that cannot be read',
      { where: { 'frontmatter.': 'x' } },
      { code: 'selection-invalid', place: { path: 'assetPools.posts.selection.where' } },
    ],
    [
      'a moment that is none',
      { dateRange: { from: 'half past' } },
      { code: 'selection-invalid', found: '"half past"' },
    ],
    [
      'a value that a function cannot take',
      { where: { 'number(frontmatter.title)': 1 } },
      { code: 'selection-invalid', place: { file: 'posts/advanced.md' } },
    ],
    [
      'a function that fails',
      { filter: (post) => post.json.title.length > 1 },
      { code: 'function-threw', found: 'TypeError' },
    ],
    ['a function that answers later', { filter: async () => true }, { code: 'function-threw', found: 'a promise' }],
    [
      'a weight that is none',
      { count: 1, weights: 'frontmatter.title' },
      { code: 'selection-invalid', found: 'Advanced' },
    ],
  ])('%s is told', async (_, selection, expected) => {
    expect(await refused(selection)).toMatchObject(expected)
  })

  it('functions that vary are told', async () => {
    let turn = 0
    expect(await refused({ filter: () => turn++ % 2 === 0 })).toMatchObject({ code: 'function-varies' })
  })
})

describe('the draw', () => {
  const many = (from: number, to: number) =>
    Object.fromEntries(
      Array.from({ length: to - from }, (_, i) => [
        `posts/p${from + i}.json`,
        JSON.stringify({ kind: (from + i) % 2 ? 'odd' : 'even' }),
      ]),
    )

  it('hangs on the seed alone, and a file more or less changes one place at most', async () => {
    const { chosen: first } = await select({ strategy: 'random', count: 20 }, many(0, 100))
    expect(first).toHaveLength(20)
    expect((await select({ count: 20 }, many(0, 100))).chosen).toEqual(first)
    expect((await select({ count: 20 }, many(0, 100), 'other')).chosen).not.toEqual(first)
    for (let more = 101; more < 104; more++) {
      const { chosen: next } = await select({ count: 20 }, many(0, more))
      expect(next.filter((one) => !first.includes(one)).length).toBeLessThanOrEqual(more - 100)
    }
  })

  it('weighs lists and objects as others', async () => {
    const weights = { by: 'frontmatter.tags', values: { 3: 0 }, others: 1 }
    expect((await select({ count: 2, weights }, ODD_TAGS)).chosen).toEqual(['advanced.md'])
  })

  it('follows weights: by a field, a table, a function; 0 is never drawn', async () => {
    const odd = (names: readonly string[]) => names.filter((name) => Number(/\d+/.exec(name)?.[0]) % 2 === 1).length
    const by = { by: 'json.kind', values: { odd: 9 }, others: 1 }
    const { chosen: heavy } = await select({ strategy: 'weighted', count: 100, weights: by }, many(0, 400))
    // Without replacement 9 to 1 comes to about 85 of 100 here; 3 standard deviations below.
    expect(odd(heavy)).toBeGreaterThan(73)
    const weights = ({ json }: AssetItem) => (json.kind === 'odd' ? 1 : 0)
    expect(odd((await select({ count: 60, weights }, many(0, 100))).chosen)).toBe(50)
    expect(await select({ count: 4, weights: 'frontmatter.views' })).toMatchObject({
      chosen: ['deep/old.md', 'getting-started.md', 'intro.md'],
      codes: ['selection-short'],
    })
  })
})

describe('moments', () => {
  it.each([
    ['now', '2025-08-31T12:00:00.000Z'],
    ['today', '2025-08-31T00:00:00.000Z'],
    ['6 months ago', '2025-02-28T12:00:00.000Z'],
    ['a year ago', '2024-08-31T12:00:00.000Z'],
    ['in 2 weeks', '2025-09-14T12:00:00.000Z'],
    ['1 month from now', '2025-09-30T12:00:00.000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
    ['999999 years ago', null],
    ['soon', null],
  ])('%s', (written, expected) => {
    const moment = momentOf(written, NOW)
    expect(moment === null ? null : new Date(moment).toISOString()).toBe(expected)
  })
})
