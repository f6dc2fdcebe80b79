import { rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assetLoader, SeedError } from '../../src/index.ts'
import { putFiles } from '../support/put-files.ts'
import { projectFolder } from '../support/story.ts'

/** The samples of the specification name paths from the working directory. */
const here = process.cwd()
const root = projectFolder()

const post = (title: string, more = ''): string =>
  `---\ntitle: ${title}\ndate: 2025-01-31\n${more}---\n\nText of ${title}.\n`

beforeAll(() => {
  process.chdir(root)
  putFiles(root, {
    ...Object.fromEntries(
      ['one', 'two', 'three', 'four', 'five'].map((name) => [`test-assets/${name}.md`, post(name)]),
    ),
    'bad-assets/a.md': post('A'),
    'bad-assets/b.md': post('B'),
    'bad-assets/c.md': post('C'),
    'bad-assets/broken.md': '---\ntitle: a\nb: c: d\n---\n',
    'bad-assets/open.md': '---\ntitle: never closed\n',
    'content/posts/good.md': post('Good', 'tags: [a, b]\n'),
    'content/posts/wrong.md': '---\ntitle: 5\ntags: a\n---\n',
    'data/gear.json': '[{"id": "tent", "price": 5}, {"id": "mug", "price": "free"}]',
    'data/one.yaml': 'id: pan\nprice: 7\n',
    'data/broken.json': '{ "id": 1, }',
    'pictures/a.svg': '<svg width="30" height="20"/>',
    'pictures/a.svg.json': '{"alt": "A tent", "credit": "Ada"}',
    'pictures/page.png': '<html>404</html>',
    'pictures/notes.txt': 'no picture',
  })
})

afterAll(() => {
  process.chdir(here)
})

describe('AssetLoader', () => {
  it('loads markdown with frontmatter', async () => {
    const assets = await assetLoader.loadMarkdownPool('./test-assets/*.md')
    expect(assets).toHaveLength(5)
    expect(assets[0]?.frontmatter.title).toBeDefined()
  })

  it('handles malformed markdown gracefully', async () => {
    const assets = await assetLoader.loadMarkdownPool('./bad-assets/*.md')
    expect(assets.errors).toHaveLength(2)
    expect(assets.loaded).toHaveLength(3)
  })

  it('blog post loading with frontmatter', async () => {
    const blogAssets = await assetLoader.loadMarkdownPool('./content/posts/*.md', {
      requiredFrontmatter: ['title', 'date'],
      optionalFrontmatter: ['tags', 'category', 'author'],
      validation: {
        title: 'string',
        date: 'date',
        tags: 'string[]',
      },
    })
    expect(blogAssets).toMatchObject([{ frontmatter: { title: 'Good', date: '2025-01-31', tags: ['a', 'b'] } }])
    expect(blogAssets.errors.map(({ line, expected }) => [line, expected])).toEqual([
      [2, 'a field date'],
      [2, 'a text (string)'],
      [3, 'a list of values, each a text (string[])'],
    ])
  })
})

it('the result is an array that says more', async () => {
  const assets = await assetLoader.loadMarkdownFiles('bad-assets')
  expect(Array.isArray(assets)).toBe(true)
  expect([...assets]).toEqual(assets.loaded)
  expect(assets.map(({ name, path, identity }) => [name, path, identity])).toEqual([
    ['a.md', 'bad-assets/a.md', 'a.md'],
    ['b.md', 'bad-assets/b.md', 'b.md'],
    ['c.md', 'bad-assets/c.md', 'c.md'],
  ])
  expect(assets[0]).toMatchObject({ body: 'Text of A.', digest: expect.stringMatching(/^[0-9a-f]{64}$/) })
  expect(Object.getPrototypeOf(assets[0]?.frontmatter)).toBe(Object.prototype)
  expect(assets.errors).toEqual([
    {
      code: 'asset-unreadable',
      message: 'The front matter is not YAML: Nested mappings are not allowed in compact mappings.',
      file: 'bad-assets/broken.md',
      line: 3,
      column: 4,
      expected: 'YAML: key: value, one for each line',
      found: 'something else',
      hint: 'Put texts with a colon, # or quotes in them into quotes.',
    },
    {
      code: 'asset-unreadable',
      message: 'The front matter has no end.',
      file: 'bad-assets/open.md',
      line: 1,
      column: 1,
      expected: 'a line --- after it',
      found: 'the end of the file',
      hint: 'Close it with ---, or begin the text with an empty line.',
    },
  ])
})

it('JSON, with a schema', async () => {
  const schema = { properties: { price: { type: 'number' } } }
  const assets = await assetLoader.loadJsonFiles('data/*', { schema })
  expect(assets.map(({ identity, json }) => [identity, json])).toEqual([
    ['gear.json#tent', { id: 'tent', price: 5 }],
    ['one.yaml', { id: 'pan', price: 7 }],
  ])
  expect(assets.errors.map(({ file, line, column, expected }) => [file, line, column, expected])).toEqual([
    ['data/broken.json', 1, 12, 'plain JSON, without comments and trailing commas'],
    ['data/gear.json', 1, 44, 'a number'],
  ])
})

it('pictures, and what stands beside them', async () => {
  const assets = await assetLoader.loadImageFiles('./pictures/*')
  expect(assets).toMatchObject([
    { name: 'a.svg', width: 30, height: 20, alt: 'A tent', json: { credit: 'Ada' }, file: { type: 'image/svg+xml' } },
  ])
  expect(assets.errors).toMatchObject([{ code: 'image-unknown', file: 'pictures/page.png', line: null }])
})

it('metadata of a file that was read elsewhere', () => {
  const markdown = assetLoader.parseAssetMetadata({ path: 'a/b.md', content: post('B') })
  expect(markdown).toMatchObject({
    name: 'b.md',
    frontmatter: { title: 'B' },
    metadata: { title: 'B' },
    body: 'Text of B.',
    errors: [],
  })
  const list = assetLoader.parseAssetMetadata({ path: 'c.json', content: Buffer.from('[{"a": 1}, {"a": 2}]') })
  expect(list.items).toEqual([{ a: 1 }, { a: 2 }])
  const svg = assetLoader.parseAssetMetadata({
    path: 'my-tent.svg',
    content: '<svg width="3" height="2" onload="x()"/>',
  })
  expect(svg).toMatchObject({ metadata: { width: 3, alt: 'My Tent' }, warnings: [{ code: 'svg-active' }] })
  const broken = assetLoader.parseAssetMetadata({ path: 'x.md', content: '+++\na = \n+++' })
  expect(broken).toMatchObject({ metadata: {}, errors: [{ file: 'x.md', line: 2, hint: expect.any(String) }] })
})

it('strict stops, with everything that is wrong', async () => {
  const refused = await assetLoader
    .loadMarkdownPool('bad-assets/*.md', { strict: true })
    .catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(SeedError)
  expect(refused).toMatchObject({ code: 'assets-invalid', place: { file: 'bad-assets/broken.md:3:4' } })
  expect((refused as SeedError).findings).toHaveLength(2)
  await expect(assetLoader.loadMarkdownPool('bad-assets/*.md', { strict: false })).resolves.toHaveLength(3)
})

it('paths: several, taken away, elsewhere, none', async () => {
  const names = async (path: string | readonly string[], options = {}) =>
    (await assetLoader.loadMarkdownFiles(path, options)).map(({ path: one }) => one)
  expect(await names(['test-assets/f*.md', 'content/**/*.md', '!**/wrong.md', '!test-assets/five.md'])).toEqual([
    'content/posts/good.md',
    'test-assets/four.md',
  ])
  expect(await names('test-assets/one.md')).toEqual(['test-assets/one.md'])
  expect(await names('*.md', { cwd: join(root, 'test-assets') })).toHaveLength(5)
  expect(await names('../content/posts/good.md', { cwd: join(root, 'test-assets') })).toEqual([
    '../content/posts/good.md',
  ])
  expect(await names(join(root, 'content/posts/*'), { cwd: here })).toEqual([
    join(root, 'content/posts/good.md'),
    join(root, 'content/posts/wrong.md'),
  ])
  const none = await assetLoader.loadMarkdownFiles(['nowhere/*.md'])
  expect(none).toHaveLength(0)
  expect(none.errors).toMatchObject([{ code: 'no-files', found: 'none' }])
  const outside = projectFolder()
  putFiles(outside, { 'secret.md': 'secret' })
  symlinkSync(join(outside, 'secret.md'), join(root, 'test-assets/link.md'))
  const linked = await assetLoader.loadMarkdownFiles('test-assets/*.md')
  expect(linked).toHaveLength(5)
  expect(linked.errors).toMatchObject([{ code: 'asset-refused', file: 'test-assets/link.md' }])
  expect(await names('test-assets/*.md', { allowOutside: true })).toHaveLength(6)
  rmSync(join(root, 'test-assets/link.md'))
})

it('settings that are none are refused', async () => {
  const call = assetLoader.loadMarkdownPool('test-assets/*.md', { validation: { date: 'dat' } })
  await expect(call).rejects.toMatchObject({ code: 'config-invalid' })
})
