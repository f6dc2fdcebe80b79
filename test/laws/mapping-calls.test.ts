import { describe, expect, it } from 'vitest'
import type { Value } from '../../src/model/value.ts'
import { assetOf, mappingOf, NOW } from '../support/mapping-of.ts'

const DAY = 86_400_000
const { assets, value, problem, mapping } = mappingOf()

describe('faker', () => {
  const faker = assets.callables?.faker()
  const methods = [...(faker?.modules ?? [])].flatMap(([module, names]) => names.map((name) => `${module}.${name}`))

  it('has every module, and gives data for every method', () => {
    expect(faker?.modules.size).toBeGreaterThanOrEqual(26)
    expect(methods.length).toBeGreaterThan(220)
    const needing = methods.filter((name) => 'problem' in mapping.value(`faker.${name}()`, assetOf(), JSONB))
    expect(needing.filter((name) => !/^(helpers|date\.between|string\.fromCharacters)/.test(name))).toEqual([])
  })

  it('gives the same in every run, whatever was called before', () => {
    const all = (names: readonly string[], { mapping: language } = mappingOf()) =>
      new Map(names.map((name) => [name, JSON.stringify(language.value(`faker.${name}()`, assetOf(), JSONB))]))
    expect(all([...methods].reverse())).toEqual(new Map([...all(methods)].reverse()))
  })

  it('hangs on the seed, the column, the item and the call', () => {
    const sentence = 'faker.lorem.sentence()'
    const said = [
      value(sentence),
      value(sentence, assetOf({ identity: 'y.md' })),
      value(sentence, assetOf(), { column: 'd' }),
      value(sentence, assetOf(), { table: 'gear' }),
      mappingOf({}, {}, '43').value(sentence),
      ...(value(`[${sentence}, ${sentence}]`) as Value[]).slice(1),
    ]
    expect(new Set(said).size).toBe(said.length)
  })

  it('takes arguments', () => {
    const many = (expression: string) =>
      Array.from({ length: 60 }, (_, i) => value(expression, assetOf({ identity: `${i}` })))
    expect(new Set(many('faker.number.int({ min: 1, max: 5 })'))).toEqual(new Set([1, 2, 3, 4, 5]))
    expect(String(value('faker.lorem.paragraphs(3)')).split('\n')).toHaveLength(3)
    expect(new Set(many("faker.helpers.arrayElement(['a', 'b'])"))).toEqual(new Set(['a', 'b']))
    expect(value('faker.airline.airline().name')).toMatch(/\w/)
    expect(value("faker.helpers.fromRegExp('[a-c]{4}-[0-9]{2}')")).toMatch(/^[a-c]{4}-\d{2}$/)
    for (const moment of many('faker.date.recent({ days: 3 })') as string[]) {
      expect(Date.parse(moment)).toBeGreaterThanOrEqual(NOW - 3 * DAY)
      expect(Date.parse(moment)).toBeLessThanOrEqual(NOW)
    }
    for (const moment of many("faker.date.between({ from: '2020-01-01', to: now() })") as string[])
      expect(Date.parse(moment)).toBeLessThanOrEqual(NOW)
  })

  it.each([
    ['faker.lorem.paragrphs()', 'faker.lorem has no method paragrphs.', 'Did you mean faker.lorem.paragraphs?'],
    ['faker.lorme.word()', 'faker has no module lorme.', 'Did you mean faker.lorem.word?'],
    ['faker.internet.firstName()', 'faker.internet has no method firstName.', 'Did you mean faker.person.firstName?'],
    ['faker.lorem.word', 'faker.lorem.word is not called.', 'Write faker.lorem.word().'],
    ['faker.lorem()', 'faker.lorem is no method.', 'Write it as faker.lorem.lines().'],
    ['faker.helpers.multiple(1)', 'faker.helpers.multiple is not for expressions.', expect.stringContaining('list')],
    ['faker.helpers.fake("{{x}}")', 'faker.helpers.fake is not for expressions.', expect.stringContaining('concat')],
    ['faker.number.int({ min: 5, max: 1 })', expect.stringContaining('arguments'), expect.anything()],
    ['faker.helpers.shuffle()', expect.stringContaining('arguments'), expect.anything()],
  ])('%s is told', (expression, message, next) => {
    expect(problem(expression)).toMatchObject({ message, next, column: 1 })
  })

  it('is bounded, and gives nothing but its data', () => {
    for (const costly of [
      'string.alpha(1000000000)',
      'lorem.words(1000000000)',
      'date.betweens({from: 1, to: 2, count: 1000000000})',
    ])
      expect(problem(`faker.${costly}`).message, costly).toContain('too much')
    expect(problem("faker.helpers.fromRegExp('a{1000000000}')").found).toContain('repeats')
    for (const name of [
      'constructor.x',
      '__proto__.x',
      'lorem.constructor',
      'lorem.__proto__',
      'lorem.toString',
      'person.faker.seed',
      'fakerCore.randomizer.next',
      'rawDefinitions.person',
      'definitions.person',
      'seed',
      '_randomizer.next',
    ])
      expect(mapping.read(`faker.${name}(1)`), name).toHaveProperty('problem')
  })
})

const JSONB = {
  table: 'posts',
  column: 'c',
  encoding: { kind: 'json' },
  base: 'jsonb',
  domain: { notNull: false },
} as const

describe('values of other pools', () => {
  const authors = (names: readonly string[]) =>
    names.map((name) =>
      assetOf({ identity: `${name}.json`, frontmatter: null, json: { name, tags: [name], none: null } }),
    )
  const names = Array.from({ length: 40 }, (_, i) => `author ${i}`)
  const { value: drawn, problem: wrong } = mappingOf({ authors: authors(names), 'odd pool': authors(['x']) })
  const drawAll = (draw: typeof drawn, expression = 'random(authors.name)') =>
    Array.from({ length: 400 }, (_, i) => draw(expression, assetOf({ identity: `post ${i}` })))

  it('are drawn for the item, all alike', () => {
    const all = drawAll(drawn)
    expect(all).toEqual(drawAll(drawn))
    expect(new Set(all).size).toBe(40)
    expect(Math.max(...names.map((name) => all.filter((one) => one === name).length))).toBeLessThan(30)
  })

  it('stay where they are when a file comes or goes', () => {
    const fewer = drawAll(mappingOf({ authors: authors(names.slice(1)) }).value)
    const moved = drawAll(drawn).filter((one, i) => one !== fewer[i])
    expect(moved.length).toBeGreaterThan(0)
    expect(moved.every((one) => one === 'author 0')).toBe(true)
  })

  it('are not drawn from files that are too large to be held', () => {
    const { mapping: language, assets: held } = mappingOf({ big: authors(['x']) })
    const sheet = { path: 'big.csv', place: 'c/big.csv', digest: '', count: 1, item: () => assetOf() }
    Object.assign(held.pools.big ?? {}, { sheets: [sheet] })
    expect(language.read('random(big.name)')).toMatchObject({
      problem: { next: expect.stringContaining('the name of') },
    })
  })

  it('are named with or without their root', () => {
    expect(drawn('random(authors.json.name)')).toBe(drawn('random(authors.name)'))
    expect(drawn("random('odd pool'.tags)[0]")).toBe('x')
    expect(['a', 'b']).toContain(drawn("random(['a', 'b'])"))
    expect(drawn('random(frontmatter.tags)', assetOf({ frontmatter: { tags: ['only'] } }))).toBe('only')
    expect(wrong('random(author.name)').next).toBe('Did you mean authors?')
    expect(wrong('random(authors.nme)')).toMatchObject({ next: 'Did you mean random(authors.name)?', column: 8 })
    expect(wrong('random(authors.none)').message).toContain('No item')
    expect(wrong('random(authors)').next).toContain('authors.field')
  })
})

describe('columns of the row', () => {
  const text = { ...JSONB, encoding: { kind: 'text' }, base: 'text' } as const
  const others = (fields: Readonly<Record<string, string>>) => (name: string) =>
    Object.hasOwn(fields, name)
      ? {
          expression: fields[name] ?? '',
          target: {
            ...text,
            column: name,
            encoding: name.endsWith('_at') ? ({ kind: 'timestamp', zone: true } as const) : text.encoding,
          },
        }
      : null
  const read = (expression: string, fields: Readonly<Record<string, string>>) =>
    mapping.value(expression, assetOf({ frontmatter: { title: ' A b ', tags: ['t'] } }), text, others(fields))

  it('have what the other field gives, drawn or not', () => {
    expect(read('slugify(row.title)', { title: 'trim(frontmatter.title)' })).toMatchObject({ value: 'a-b' })
    const fields = { name: 'faker.person.fullName()', slug: 'slugify(row.name)' }
    expect(read('concat(row.slug, row.name)', fields)).toMatchObject({
      value: expect.stringMatching(/^([a-z-]+)[A-Z]/),
    })
    expect(read('row.made_at', { made_at: "earlier('2025-01-03', 2_days)" })).toMatchObject({
      value: '2025-01-01T00:00:00.000Z',
    })
    expect(read('row.nothing | 1', {})).toMatchObject({ value: '1' })
  })

  it('are worked out once, however many look at them', () => {
    const fields = Object.fromEntries(
      Array.from({ length: 60 }, (_, i) => [`c${i}`, i === 0 ? "'x'" : `coalesce(row.c${i - 1}, row.c${i - 1})`]),
    )
    // Each anew would take longer than anybody lives.
    expect(read('row.c59', fields)).toMatchObject({ value: 'x' })
  })

  it('are told to the plan', () => {
    expect(mapping.read("concat(row.a, row['b c'], [row.a, {x: row.d.e}])")).toMatchObject({
      columns: ['a', 'b c', 'd'],
    })
    expect(problem('row').message).toContain('name')
  })
})

describe('hostile expressions', () => {
  const { value: read, problem: wrong } = mappingOf({ p: [assetOf({ frontmatter: { a: 1 } })] }, { own: () => 1 })

  it('reach nothing that JavaScript puts into objects', () => {
    const names = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', 'prototype']
    for (const name of names) {
      for (const path of [
        `frontmatter.${name}`,
        `frontmatter['${name}'].x`,
        `json.${name}`,
        `own().${name}`,
        `row.${name}`,
      ])
        expect(read(path), path).toBe(null)
      for (const call of [
        `${name}()`,
        `body.${name}()`,
        `faker.${name}()`,
        `faker.lorem.${name}()`,
        `random(${name}.a)`,
        `random(p.${name})`,
        `file.${name}`,
        `own.${name}()`,
      ])
        expect(mapping.read(call), call).toHaveProperty('problem')
    }
    expect(read("{ '__proto__': { x: 1 }, constructor: 2 }")).toEqual({ ['__proto__']: { x: 1 }, constructor: 2 })
  })

  it('are told with their place, in whatever script, and in no time', () => {
    expect(wrong("concat('日本', 語())")).toMatchObject({ column: 14 })
    expect(wrong("'𝒳' ‮evil")).toMatchObject({ column: 6 })
    expect(wrong('frontmatter.title\u0000')).toMatchObject({ column: 18 })
    expect(read("frontmatter.日付 | 'ß'")).toBe('ß')
    const costly = [
      '{a:'.repeat(1300),
      'trim('.repeat(800),
      'a.'.repeat(2000),
      `${'1|'.repeat(2000)}1`,
      `[${'1,'.repeat(2000)}1]`,
      "'".repeat(4000),
      '\\'.repeat(4000),
      `${'a-'.repeat(2000)}!`,
      `random(${'a.'.repeat(2000)}a)`,
      `faker.lorem.${'x'.repeat(4000)}()`,
      'x'.repeat(1_000_000),
    ]
    for (const one of costly) expect(mapping.value(one, assetOf(), JSONB)).toBeTypeOf('object')
  })
})

describe('functions of one’s own', () => {
  const seen: unknown[][] = []
  const { value: own, problem: wrong } = mappingOf(
    {},
    {
      note: (...given) => {
        seen.push([...given])
        return { given: given.length, date: new Date(0), big: 5n, none: undefined }
      },
      fail: () => {
        throw new Error('no luck')
      },
      nan: () => Number.NaN,
      deep: () => {
        const circle: Record<string, unknown> = {}
        circle.self = circle
        return circle
      },
      code: () => () => 1,
    },
  )

  it('get plain data and give it', () => {
    expect(own("note('a', 1, null, true, 2_days, ['b'], { c: date('2025-01-31') })")).toEqual({
      given: 7,
      date: '1970-01-01T00:00:00.000Z',
      big: 5,
      none: null,
    })
    expect(seen[0]).toEqual(['a', 1, null, true, 2 * DAY, ['b'], { c: new Date('2025-01-31') }])
    expect(own("note(frontmatter.none, 'x')")).toBe(null)
    expect(own("note(frontmatter.none) | 'x'")).toBe('x')
    expect(own('note().given')).toBe(0)
  })

  it('are told what they may not give', () => {
    expect(wrong('fail()')).toMatchObject({ message: 'fail: it throws.', found: 'no luck', column: 1 })
    expect(wrong('nan()').found).toBe('NaN')
    expect(wrong('deep()').found).toContain('levels')
    expect(wrong('code()').found).toBe('a function')
  })
})

describe('functions', () => {
  it.each<[string, Value]>([
    ["last(['a', 'b'])", 'b'],
    ["unique(['a', 'b', 'a', 1, '1'])", ['a', 'b', 1]],
    ['count([1, 2])', 2],
    ['count(frontmatter.x)', 0],
    ['round(12.345, 1)', 12.3],
    ["round('1,299.50')", 1300],
    ["replace('a.b.c', '.', '$&')", 'a$&b$&c'],
    ["later('2025-01-31', 1_days)", '2025-02-01'],
    ["later('2025-01-31', 90_minutes)", '2025-01-31T01:30:00.000Z'],
    ["earlier('2025-01-31T10:00Z', 10_hours)", '2025-01-31T00:00:00.000Z'],
    ["public_url('gear images')", 'https://abc.supabase.co/storage/v1/object/public/gear%20images/x/a-b.md'],
    ["public_url('gear', 'a/b?.png')", 'https://abc.supabase.co/storage/v1/object/public/gear/a/b%3F.png'],
    [
      "{ a: [1, { 'b c': 'x' }], constructor: 1, __proto__: 2 }",
      { a: [1, { 'b c': 'x' }], constructor: 1, ['__proto__']: 2 },
    ],
    ['{}', {}],
    ['json(\'{"a": [5]}\').a[0]', 5],
  ])('%s', (expression, expected) => {
    expect(value(expression)).toEqual(expected)
  })

  it('draw days and UUIDs', () => {
    const day = value('random_recent_date()') as string
    expect(day).toMatch(/^2025-0[56]-\d\d$/)
    expect(Date.parse(String(value('random_recent_date(2_days)')))).toBeGreaterThanOrEqual(NOW - 3 * DAY)
    const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
    expect(value('uuid()')).toMatch(uuid)
    expect(value('uuid()')).not.toBe(value('uuid()', assetOf({ identity: 'b' })))
    expect(value("uuid('a')", assetOf({ identity: 'b' }))).toBe(value("uuid('a')"))
  })

  it('write markdown as HTML that runs nothing', () => {
    const html = (markdown: string, more = '') => value(`markdown_to_html(body${more})`, assetOf({ body: markdown }))
    expect(html('# A *b*\n\n- [x] c\n\n| d |\n|---|\n| ~~e~~ |')).toContain('<h1>A <em>b</em></h1>')
    expect(html('[a](https://x.y "t") ![b](c.png) [d](/e#f) [g](mailto:h@i.org) [j](k_l@2x.png)')).toBe(
      '<p><a href="https://x.y" title="t">a</a> <img src="c.png" alt="b"> <a href="/e#f">d</a> <a href="mailto:h@i.org">g</a> <a href="k_l@2x.png">j</a></p>',
    )
    const hostile = [
      '<script>alert(1)</script>',
      'a <img src=x onerror=alert(1)> b',
      '[a](javascript:alert(1))',
      '[a](JaVa&#115;cript:alert(1))',
      '[a](<java\nscript:alert(1)>)',
      '![a](data:text/html;base64,PHNjcmlwdD4=)',
      '<javascript:alert(1)>',
      '[a][r]\n\n[r]: vbscript:x',
      '[a](\u0001javascript:alert(1))',
    ]
    for (const one of hostile) {
      const made = String(html(one))
      expect(made, one).not.toMatch(/<(?!\/?(?:p|a|img)\b)/)
      expect(made, one).not.toMatch(/(?:href|src)="[^"]*(?:script|data):/i)
      expect(made, one).not.toMatch(/<[^>]* onerror/)
    }
    expect(html('a <b>c</b>')).toBe('<p>a &lt;b&gt;c&lt;/b&gt;</p>')
    expect(html('a <b>c</b>', ", 'keep'")).toBe('<p>a <b>c</b></p>')
    expect(html('')).toBe(null)
    expect(problem('markdown_to_html(body)', assetOf({ body: '> '.repeat(5000) })).message).toContain('nested')
    expect(problem("markdown_to_html(body, 'raw')").expected).toBe("'escape' or 'keep'")
  })

  it('do not grow without bounds', () => {
    const body = 'x'.repeat(5_000_000)
    expect(problem("replace(body, 'x', 'yyyyyyyy')", assetOf({ body })).message).toContain('too long')
  })
})
