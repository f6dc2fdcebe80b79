import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Assets } from '../../src/model/assets/assets.ts'
import type { AssetPoolWish } from '../../src/model/config.ts'
import { jsonErrorAt } from '../../src/sources/files/formats/json-error-at.ts'
import { readAssetPools } from '../../src/sources/files/read-asset-pools.ts'
import { putFiles } from '../support/put-files.ts'
import { projectFolder } from '../support/story.ts'

const NOW = Date.UTC(2025, 5, 1, 12)

type Files = Readonly<Record<string, string | Uint8Array>>

async function read(
  files: Files,
  path: string | readonly string[],
  root = projectFolder(),
  said: Partial<AssetPoolWish> = {},
): Promise<Assets> {
  putFiles(root, files)
  const wish: AssetPoolWish = { path: typeof path === 'string' ? [path] : path, table: null, fields: null, ...said }
  return readAssetPools({ seed: 's', now: NOW, root, assetPools: { pool: wish } })
}

const itemsOf = ({ pools }: Assets) => pools.pool?.items ?? []
const identities = (assets: Assets) => itemsOf(assets).map(({ identity }) => identity)
const problems = ({ findings }: Assets) => findings.map(({ place, message }) => `${place.file}: ${message}`)

describe('which files', () => {
  const files = {
    'content/b.md': 'b',
    'content/B.md': 'B',
    'content/a.md': 'a',
    'content/ä.md': 'ae',
    'content/deep/er/c.md': 'c',
    'content/deep/d.txt': 'd',
    'content/drafts/e.md': 'e',
    'content/.hidden.md': 'h',
    'content/node_modules/x/readme.md': 'n',
    'other/z.md': 'z',
  }

  it.each<[string, readonly string[], readonly string[]]>([
    ['of one folder, sorted by code units', ['./content/*.md'], ['B.md', 'a.md', 'b.md', 'ä.md']],
    ['nested', ['content/**/*.md'], ['B.md', 'a.md', 'b.md', 'deep/er/c.md', 'drafts/e.md', 'ä.md']],
    [
      'but some',
      ['content/**/*.md', '!content/drafts/**', '!./content/B.md'],
      ['a.md', 'b.md', 'deep/er/c.md', 'ä.md'],
    ],
    ['several patterns', ['content/deep/*.txt', 'content/a.md'], ['a.md', 'deep/d.txt']],
    ['over several folders', ['content/a.md', 'other/*.md'], ['content/a.md', 'other/z.md']],
    ['braces', ['content/{a,b}.md'], ['a.md', 'b.md']],
    ['each once', ['content/a.md', 'content/?.md'], ['B.md', 'a.md', 'b.md', 'ä.md']],
    ['a single one', ['content/deep/d.txt'], ['d.txt']],
    ['none', ['nowhere/*.md'], []],
  ])('%s', async (_, patterns, expected) => {
    expect(identities(await read(files, patterns))).toEqual(expected)
  })

  it('leaves links that lead out, go in a circle or lead nowhere, and says so', async () => {
    const [root, outside] = [projectFolder(), projectFolder()]
    putFiles(outside, { 'secret.md': 'secret', 'folder/secret.md': 'secret' })
    putFiles(root, { 'content/a.md': 'a', 'real/b.md': 'b' })
    symlinkSync(join(outside, 'secret.md'), join(root, 'content/out.md'))
    symlinkSync(join(root, 'real/b.md'), join(root, 'content/in.md'))
    symlinkSync(join(root, 'content/loop.md'), join(root, 'content/loop.md'))
    symlinkSync(join(root, 'nowhere.md'), join(root, 'content/gone.md'))
    symlinkSync(join(outside, 'folder'), join(root, 'content/folder'))
    symlinkSync(join(root, 'content'), join(root, 'content/self'))
    const assets = await read({}, 'content/**/*', root)
    expect(identities(assets)).toEqual(['a.md', 'in.md'])
    expect(problems(assets)).toEqual([
      'content/folder: content/folder is not read: a link leads out of the project.',
      'content/gone.md: content/gone.md is not read: a link leads nowhere.',
      'content/loop.md: content/loop.md is not read: its links go in a circle.',
      'content/out.md: content/out.md is not read: a link leads out of the project.',
      'content/self: content/self is not read: it is a link to a folder, or no plain file.',
    ])
  })

  it('does not read what patterns reach outside of the project', async () => {
    const root = projectFolder()
    putFiles(root, { 'inside/a.md': 'a', 'b.md': 'b' })
    const wish = { path: ['../*.md', 'a.md'], table: null, fields: null }
    const assets = await readAssetPools({ seed: 's', now: NOW, root: join(root, 'inside'), assetPools: { pool: wish } })
    expect(identities(assets).filter((identity) => identity.endsWith('b.md'))).toEqual([])
    expect(problems(assets)).toEqual(['../b.md: ../b.md is not read: it lies outside of the project.'])
  })

  it('works where the project itself lies behind a link', async () => {
    const root = projectFolder()
    putFiles(root, { 'project/c/a.md': 'a' })
    symlinkSync(join(root, 'project'), join(root, 'link'))
    const wish = { path: ['c/*.md'], table: null, fields: null }
    expect(
      identities(await readAssetPools({ seed: 's', now: NOW, root: join(root, 'link'), assetPools: { pool: wish } })),
    ).toEqual(['a.md'])
  })
})

describe('what is in them', () => {
  it('markdown: front matter and body', async () => {
    const text = '---\ntitle: "A: b"\ndate: 2024-01-31\ntags: [a, b]\nseo:\n  deep: { x: 1 }\n---\n\n# Head\n\nText\n'
    const [asset] = itemsOf(await read({ 'c/sub/Post One.MDX': text }, 'c/sub/*.MDX'))
    expect(asset).toMatchObject({
      identity: 'Post One.MDX',
      place: 'c/sub/Post One.MDX',
      frontmatter: { title: 'A: b', date: '2024-01-31', tags: ['a', 'b'], seo: { deep: { x: 1 } } },
      body: '# Head\n\nText',
      json: null,
      file: { name: 'Post One.MDX', stem: 'Post One', extension: 'mdx', size: text.length, type: 'text/mdx' },
    })
    expect(asset?.digest).toMatch(/^[0-9a-f]{64}$/)
  })

  it.each<[string, string, unknown, string]>([
    ['no front matter', 'Text', {}, 'Text'],
    ['empty front matter', '---\n---\nText', {}, 'Text'],
    ['a comment only', '---\n# nothing\n---\nText', {}, 'Text'],
    ['closed by dots', '---\na: 1\n...\nText', { a: 1 }, 'Text'],
    [
      'line ends of Windows and a byte order mark',
      '\ufeff---\r\na: 1\r\n---\r\nText\r\nmore\r\n',
      { a: 1 },
      'Text\nmore',
    ],
    ['line ends of old', '---\ra: 1\r---\rText', { a: 1 }, 'Text'],
    ['a rule in the text', 'One\n\n---\n\nTwo', {}, 'One\n\n---\n\nTwo'],
    ['aliases', '---\na: &x [1]\nb: *x\n---\n', { a: [1], b: [1] }, ''],
    [
      'no dates, no merges, no tags of anybody',
      '---\na: 2024-01-31\n<<: b\nc: !!js/function "x"\n---\n',
      { a: '2024-01-31', '<<': 'b', c: 'x' },
      '',
    ],
    [
      'keys that mean something to JavaScript',
      '---\n__proto__: 1\nconstructor: 2\n---\n',
      JSON.parse('{"__proto__": 1, "constructor": 2}'),
      '',
    ],
    ['numbers as keys', '---\n2024: a\n---\n', { 2024: 'a' }, ''],
    [
      'TOML',
      '+++\ntitle = "A: b"\ndate = 2024-01-31\nat = 2024-01-31T10:30:00+01:00\ntags = ["a", "b"]\n[seo]\ndeep = { x = 1 }\n+++\nText',
      {
        title: 'A: b',
        date: '2024-01-31',
        at: '2024-01-31T10:30:00.000+01:00',
        tags: ['a', 'b'],
        seo: { deep: { x: 1 } },
      },
      'Text',
    ],
    ['empty TOML', '+++\n+++\nText', {}, 'Text'],
    [
      'TOML with keys that mean something to JavaScript',
      '+++\n__proto__ = 1\nconstructor = 2\nn = nan\n+++\n',
      JSON.parse('{"__proto__": 1, "constructor": 2, "n": "NaN"}'),
      '',
    ],
    [
      'JSON as an object',
      '{\n  "title": "a } b \\" c",\n  "seo": {"x": [1]}\n}\n\nText',
      { title: 'a } b " c', seo: { x: [1] } },
      'Text',
    ],
    ['JSON between semicolons', ';;;\n{"title": "a"}\n;;;\nText', { title: 'a' }, 'Text'],
    ['JSON without braces', ';;;\n"title": "a",\n"n": 1\n;;;\nText', { title: 'a', n: 1 }, 'Text'],
    ['what a word behind the line says', '---toml\na = 1\n---\nText', { a: 1 }, 'Text'],
    ['a text that begins with a brace', '{% include x %}\nText', {}, '{% include x %}\nText'],
    ['a text that begins with an object', '{"a": 1} is an object', {}, '{"a": 1} is an object'],
    ['TOML with line ends of Windows', '+++\r\na = 1\r\n+++\r\nText', { a: 1 }, 'Text'],
  ])('markdown: %s', async (_, text, frontmatter, body) => {
    const assets = await read({ 'c/a.md': text }, 'c/*')
    expect(problems(assets)).toEqual([])
    const [asset] = itemsOf(assets)
    expect({ ...asset?.frontmatter }).toEqual(frontmatter)
    expect(asset?.body).toBe(body)
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  it('JSON: an object is an item, a list an item each', async () => {
    const assets = await read(
      {
        'g/one.json': '{"name": "Exos"}',
        'g/many.json': '[\n  {"id": 7, "name": "a, [b]"},\n  {"id": "x/y", "name": "\\"b\\""}\n]',
        'g/none.json': '[]',
        'g/twice.json': '[{"id": 1, "slug": "a"}, {"id": 1, "slug": "b"}]',
        'g/unnamed.json': '[{"n": 1}, {"n": 2}]',
        'g/lines.jsonl': '{"key": "k"}\n\n{"key": "l"}\n',
      },
      'g/*',
    )
    expect(problems(assets)).toEqual([])
    expect(itemsOf(assets).map(({ identity, place, json }) => [identity, place, json])).toEqual([
      ['lines.jsonl#k', 'g/lines.jsonl:1', { key: 'k' }],
      ['lines.jsonl#l', 'g/lines.jsonl:3', { key: 'l' }],
      ['many.json#7', 'g/many.json:2', { id: 7, name: 'a, [b]' }],
      ['many.json#x/y', 'g/many.json:3', { id: 'x/y', name: '"b"' }],
      ['one.json', 'g/one.json', { name: 'Exos' }],
      ['twice.json#a', 'g/twice.json:1', { id: 1, slug: 'a' }],
      ['twice.json#b', 'g/twice.json:1', { id: 1, slug: 'b' }],
      ['unnamed.json#1', 'g/unnamed.json:1', { n: 1 }],
      ['unnamed.json#2', 'g/unnamed.json:1', { n: 2 }],
    ])
  })

  it('YAML: a mapping is an item, a list and several documents an item each', async () => {
    const assets = await read(
      {
        'y/one.yaml': 'name: Exos\nat: 2024-01-31\n',
        'y/many.yml': '# gear\n- id: 7\n  name: a\n\n- { id: x, name: b }\n',
        'y/documents.yaml': '---\nslug: a\n---\nslug: b\n',
        'y/none.yaml': '[]',
      },
      'y/*',
    )
    expect(problems(assets)).toEqual([])
    expect(itemsOf(assets).map(({ identity, place, json }) => [identity, place, json])).toEqual([
      ['documents.yaml#a', 'y/documents.yaml:2', { slug: 'a' }],
      ['documents.yaml#b', 'y/documents.yaml:4', { slug: 'b' }],
      ['many.yml#7', 'y/many.yml:2', { id: 7, name: 'a' }],
      ['many.yml#x', 'y/many.yml:5', { id: 'x', name: 'b' }],
      ['one.yaml', 'y/one.yaml', { name: 'Exos', at: '2024-01-31' }],
    ])
  })

  it('plain text, an item for each line, which is known by what it says', async () => {
    const text = 'Ada\n\n  Grace \nAda\n'
    const assets = await read({ 't/names.txt': text }, 't/*', projectFolder(), { per: 'line' })
    expect(itemsOf(assets).map(({ identity, place, body }) => [identity, place, body])).toEqual([
      ['names.txt#Ada', 't/names.txt:1', 'Ada'],
      ['names.txt#Grace', 't/names.txt:3', 'Grace'],
      ['names.txt#Ada (2)', 't/names.txt:4', 'Ada'],
    ])
    expect(new Set(itemsOf(assets).map(({ digest }) => digest)).size).toBe(2)
  })

  it('an item of a list keeps its digest when its neighbours change', async () => {
    const digests = async (text: string) => itemsOf(await read({ 'g/a.json': text }, 'g/*')).map(({ digest }) => digest)
    const [one, two] = await digests('[{"id": 1}, {"id": 2}]')
    expect(await digests('[\n{"id": 0}, {"id": 1}, {"id": 2, "more": true}]')).toEqual([
      expect.any(String),
      one,
      expect.not.stringMatching(two as string),
    ])
  })

  it('plain text and other files', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>'
    const assets = await read(
      { 'f/note.txt': '\ufeffHello\r\nyou', 'f/pic.SVG': svg, 'f/blob': new Uint8Array([0, 255]) },
      'f/*',
    )
    expect(itemsOf(assets)).toMatchObject([
      {
        identity: 'blob',
        body: null,
        frontmatter: null,
        file: { extension: '', type: 'application/octet-stream', size: 2 },
      },
      { identity: 'note.txt', body: 'Hello\nyou', frontmatter: null },
      {
        identity: 'pic.SVG',
        body: null,
        file: { stem: 'pic', extension: 'svg', type: 'image/svg+xml', size: svg.length },
      },
    ])
  })

  it('UTF-16 with a byte order mark', async () => {
    const little = Buffer.from('\ufeff---\na: ü\n---\nText', 'utf16le')
    const big = Buffer.from(little).swap16()
    const assets = await read({ 'c/big.md': big, 'c/little.md': little }, 'c/*')
    expect(itemsOf(assets).map(({ frontmatter, body }) => [frontmatter, body])).toEqual([
      [{ a: 'ü' }, 'Text'],
      [{ a: 'ü' }, 'Text'],
    ])
  })
})

describe('a file that cannot be used is told, and the rest goes on', () => {
  const bomb = [
    'a: &a [x,x,x,x,x,x,x,x,x]',
    ...'bcdefghij'.split('').map((key, i) => `${key}: &${key} [${Array(9).fill(`*${'abcdefghij'[i]}`).join(',')}]`),
  ]

  it.each<[string, string, string | Uint8Array, string, RegExp]>([
    ['front matter that never closes', 'x.md', '---\ntitle: a\n', 'c/x.md:1', /has no end/],
    ['front matter that is no YAML', 'x.md', '---\ntitle: a\nb: c: d\n---\n', 'c/x.md:3:4', /not YAML/],
    ['a key said twice', 'x.md', '---\na: 1\na: 2\n---\n', 'c/x.md:3', /unique/],
    ['front matter that is a list', 'x.md', '---\n- a\n---\n', 'c/x.md:2', /no list of keys and values/],
    ['front matter that is a text', 'x.md', '---\nhello\n---\n', 'c/x.md:2', /no list of keys and values/],
    ['aliases that explode', 'x.md', `---\n${bomb.join('\n')}\n---\n`, 'c/x.md:2', /alias/i],
    ['an alias in itself', 'x.md', '---\na: &a [*a]\n---\n', 'c/x.md', /./],
    [
      'front matter nested without end',
      'x.md',
      `---\na: ${'['.repeat(3000)}${']'.repeat(3000)}\n---\n`,
      'c/x.md:2',
      /./,
    ],
    ['TOML that never closes', 'x.md', '+++\na = 1\n', 'c/x.md:1:1', /has no end/],
    ['JSON that never closes', 'x.md', '{\n"a": 1,\n', 'c/x.md:1:1', /has no end/],
    ['front matter that is no TOML', 'x.md', '+++\ntitle = "a"\nb = oops\n+++\n', 'c/x.md:3:5', /not TOML/],
    ['a TOML key said twice', 'x.md', '+++\na = 1\na = 2\n+++\n', 'c/x.md:3', /not TOML: .*redefine/],
    [
      'TOML nested without end',
      'x.md',
      `+++\na = ${'['.repeat(3000)}${']'.repeat(3000)}\n+++\n`,
      'c/x.md:2',
      /not TOML/,
    ],
    ['front matter that is no JSON', 'x.md', '{\n  "a": 1,\n  "b": oops\n}\n', 'c/x.md:3:8', /not JSON/],
    ['JSON without braces that is none', 'x.md', ';;;\n"a": 1\n"b": 2\n;;;\n', 'c/x.md:3:1', /not JSON/],
    ['a YAML file that is none', 'x.yaml', 'a: 1\nb: c: d\n', 'c/x.yaml:2:4', /not YAML/],
    ['a YAML file that is a text', 'x.yaml', 'hello', 'c/x.yaml:1', /no object/],
    ['an empty YAML file', 'x.yaml', '', 'c/x.yaml:1', /no object/],
    ['a YAML file whose aliases explode', 'x.yaml', bomb.join('\n'), 'c/x.yaml:1', /alias/i],
    ['a YAML file of brackets', 'x.yaml', '['.repeat(900_000), 'c/x.yaml:1:401', /Too many brackets/],
    ['a YAML file of lists in lists', 'x.yaml', '- '.repeat(50_000), 'c/x.yaml:1', /Too many lists/],
    ['a YAML file of keys in keys', 'x.yaml', '? '.repeat(100_000), 'c/x.yaml:1', /Too many lists/],
    ['a YAML file that is indented without end', 'x.yaml', `a:\n${' '.repeat(500_000)}b: 1`, 'c/x.yaml:2', /indented/],
    [
      'a key said twice far away',
      'x.yaml',
      `${Array.from({ length: 20_000 }, (_, i) => `k${i}: 1`).join('\n')}\nk0: 2`,
      'c/x.yaml:20001:1',
      /unique/,
    ],
    ['a YAML file that is too long', 'x.yml', `a: ${'x'.repeat(5_000_000)}`, 'c/x.yml', /too long/],
    ['a JSON text that never ends', 'x.json', `["${'x'.repeat(9_000_000)}`, 'c/x.json:1', /not JSON/],
    ['front matter too long', 'x.md', `---\na: ${'x'.repeat(300_000)}\n---\n`, 'c/x.md:2', /too long/],
    ['a NUL byte', 'x.md', 'one\ntwo\0', 'c/x.md:2:4', /NUL/],
    ['broken UTF-8', 'x.md', new Uint8Array([104, 10, 0xc3, 0x28]), 'c/x.md:2:1', /not valid UTF-8/],
    ['broken JSON', 'x.json', '{\n  "a": 1,\n  "b": oops\n}', 'c/x.json:3:8', /not JSON/],
    ['JSON that ends too early', 'x.json', '[{"a": 1},', 'c/x.json:1', /not JSON/],
    ['an empty JSON file', 'x.json', '', 'c/x.json:1', /not JSON/],
    ['JSON that is a number', 'x.json', '5', 'c/x.json:1', /no object/],
    ['an item that is no object', 'x.json', '[{"a": 1},\n 2]', 'c/x.json:2', /no object/],
    ['JSON nested without end', 'x.json', `{"a": ${'['.repeat(200)}${']'.repeat(200)}}`, 'c/x.json:1', /nested/],
    ['a broken line', 'x.jsonl', '{"a": 1}\n{"a": \n', 'c/x.jsonl:2', /not JSON/],
  ])('%s', async (_, name, content, place, message) => {
    const assets = await read({ [`c/${name}`]: content, 'c/good.md': 'good' }, 'c/*')
    expect(identities(assets)).toContain('good.md')
    expect(assets.findings).toHaveLength(1)
    const [found] = assets.findings
    expect(found).toMatchObject({
      code: 'asset-unreadable',
      level: 'warning',
      expected: expect.any(String),
      next: expect.any(String),
    })
    expect(found?.place.path).toBe('assetPools.pool')
    expect(found?.place.file?.startsWith(place)).toBe(true)
    expect(found?.message).toMatch(message)
  })

  it('a file that may not be read is told', async () => {
    const root = projectFolder()
    putFiles(root, { 'c/good.md': 'good', 'c/locked.md': 'locked', 'c/locked.png': 'locked' })
    chmodSync(root, 0o755)
    for (const name of ['c/locked.md', 'c/locked.png']) chmodSync(join(root, name), 0)
    // Nothing is locked for root.
    const isRoot = process.getuid?.() === 0
    if (isRoot) process.seteuid?.(65_534)
    try {
      const assets = await readAssetPools({
        seed: 's',
        now: NOW,
        root,
        assetPools: { pool: { path: ['c/*'], table: null, fields: null } },
      })
      expect(identities(assets)).toEqual(['good.md'])
      expect(problems(assets)).toEqual([
        'c/locked.md: The file cannot be read (EACCES).',
        'c/locked.png: The file cannot be read (EACCES).',
      ])
    } finally {
      if (isRoot) process.seteuid?.(0)
    }
  })

  it('pipes and folders with the name of a file are passed over', async () => {
    const root = projectFolder()
    putFiles(root, { 'c/good.md': 'good', 'c/folder.md/inner.txt': 'text' })
    execFileSync('sh', ['-c', 'mkfifo "$0"', join(root, 'c/pipe.md')])
    expect(identities(await read({}, 'c/*.md', root))).toEqual(['good.md'])
  })

  it('many broken items of one file are told in short', async () => {
    const assets = await read({ 'c/a.json': `[${'1,'.repeat(500)}{"n": 1}]`, 'c/b.jsonl': '{\n'.repeat(5000) }, 'c/*')
    expect(itemsOf(assets)).toHaveLength(1)
    const told = problems(assets)
    expect(told).toHaveLength(21 + 22)
    expect(told[20]).toBe('c/a.json:1: 480 more items of the file cannot be used.')
    expect(told.at(-1)).toBe('c/b.jsonl:1002: More than 1000 lines are not JSON: the rest of the file is not read.')
  })

  it('a picture of 200 MB is known by its header', async () => {
    const root = projectFolder()
    const png = readFileSync(new URL('pictures/lake.png', import.meta.url))
    putFiles(root, { 'c/huge.png': png })
    truncateSync(join(root, 'c/huge.png'), 200 * 1024 * 1024)
    const before = process.memoryUsage().rss
    const assets = await read({}, 'c/*', root)
    expect(itemsOf(assets)[0]?.image).toMatchObject({ width: 40, height: 60 })
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024)
  })

  it('a text that is far too large is not read at all', async () => {
    const root = projectFolder()
    mkdirSync(join(root, 'c'))
    writeFileSync(join(root, 'c/huge.md'), '---\n')
    truncateSync(join(root, 'c/huge.md'), 200 * 1024 * 1024)
    const before = process.memoryUsage().rss
    const assets = await read({ 'c/good.md': 'good' }, 'c/*', root)
    expect(identities(assets)).toEqual(['good.md'])
    expect(problems(assets)).toEqual(['c/huge.md: The file is too large.'])
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024)
  })
})

it.each<[string, number]>([
  ['{"a": tru}', 6],
  ['{"a": 1,}', 8],
  ['[1 2]', 3],
  ['{"a" 1}', 5],
  ['{a: 1}', 1],
  ['{"a": 01}', 7],
  ['{"a": "\n"}', 6],
  ['{"a": "\\x"}', 6],
  ['[1', 2],
  ['', 0],
  ['1 2', 2],
  [']', 0],
  ['{"a": [1, {"b": ]}', 16],
])('where %j is no JSON', (text, at) => {
  expect(() => JSON.parse(text)).toThrow()
  expect(jsonErrorAt(text)).toBe(at)
})

it('files that hold the same are told', async () => {
  const { findings, pools } = await read({ 'a.md': 'x', 'b.md': 'x', 'c.md': 'y' }, '*.md')
  expect(findings).toMatchObject([{ code: 'asset-duplicates', level: 'info', found: 'b.md (as a.md)' }])
  expect(pools.pool?.items).toHaveLength(3)
})
