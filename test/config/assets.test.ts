import { expect, it } from 'vitest'
import { gatherConfig } from '../../src/config/gather-config.ts'
import { SeedError } from '../../src/model/seed-error.ts'

const settled = (input: unknown) => gatherConfig({ cwd: '/', env: {}, flags: {}, today: 0, input })

it('pools of assets are settled in one form', async () => {
  const { assetPools, named } = await settled({
    assetPools: {
      posts: { path: './content/*.md', table: 'posts', fields: { title: 'frontmatter.title' } },
      gear: { path: ['gear/**/*.json', '!gear/old/**'] },
    },
  })
  expect(assetPools).toEqual({
    posts: { path: ['./content/*.md'], table: 'posts', fields: { title: 'frontmatter.title' } },
    gear: { path: ['gear/**/*.json', '!gear/old/**'], table: null, fields: null },
  })
  expect(Object.keys(assetPools)).toEqual(['posts', 'gear'])
  expect(named).toBe(true)
  expect((await settled({})).assetPools).toEqual({})
  const rules = {
    requiredFrontmatter: ['title'],
    validation: { tags: 'string[] | string' },
    schema: { type: 'object' },
  }
  const outside = { path: ['../shared/*.md', '/srv/x.md'], allowOutside: true, strict: true, per: 'line' }
  expect((await settled({ assetPools: { posts: { ...outside, ...rules } } })).assetPools.posts).toEqual({
    ...outside,
    table: null,
    fields: null,
    rules: { required: ['title'], optional: null, types: { tags: 'string[] | string' }, schema: { type: 'object' } },
  })
})

it.each<[string, unknown, string, string]>([
  ['a path that climbs out', { path: '../posts/*.md' }, 'assetPools.posts.path', '../posts/*.md'],
  ['one that climbs out on its way', { path: './a/../../b/*.md' }, 'assetPools.posts.path', './a/../../b/*.md'],
  ['one that climbs out in braces', { path: '{..,a}/*.md' }, 'assetPools.posts.path', '{..,a}/*.md'],
  ['an absolute path', { path: '/etc/*' }, 'assetPools.posts.path', '/etc/*'],
  ['a drive', { path: 'C:\\posts\\*.md' }, 'assetPools.posts.path', 'posts'],
  ['a home folder', { path: ['a/*.md', '~/b/*.md'] }, 'assetPools.posts.path[1]', '~/b/*.md'],
  ['nothing but exclusions', { path: ['!a/*.md'] }, 'assetPools.posts.path', '!a/*.md'],
  ['no path', { table: 'posts' }, 'assetPools.posts.path', 'nothing'],
  ['an empty list', { path: [] }, 'assetPools.posts.path', ''],
  ['fields that are no texts', { path: 'a', fields: { title: 5 } }, 'assetPools.posts.fields.title', '5'],
  ['a type that is none', { path: 'a', validation: { date: 'dat' } }, 'assetPools.posts.validation.date', 'dat'],
  ['a slip', { path: 'a', feilds: {} }, 'assetPools.posts.feilds', 'feilds'],
])('%s is refused with its place', async (_, posts, path, found) => {
  const refused = await settled({ assetPools: { posts } }).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(SeedError)
  expect(refused).toMatchObject({ code: 'config-invalid', place: { path }, found: expect.stringContaining(found) })
  expect((refused as SeedError).next).not.toBe('')
})
