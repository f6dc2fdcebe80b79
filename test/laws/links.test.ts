import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Plan } from '../../src/model/plan.ts'
import { compileRows, type TableRows } from '../../src/values/rows/rows.ts'
import { blog, columnOf, upTo } from '../support/blog.ts'
import { blocks, follow, planOf, serial, uuidKey } from '../support/plan.ts'
import { chiSquareBound, chiSquareEven } from '../support/statistics.ts'

describe('links', () => {
  test('of every kind lead to a row, and a follow says what is there', () => {
    const rows = compileRows(blog())
    for (const { id, links } of blog().tables) {
      const table = rows.table(id)
      for (const link of links) {
        const parent = rows.table(link.parent.table)
        for (const row of upTo(table.plan.rows)) {
          const to = table.parentRow(row, link.name)
          if (to !== null) expect(to >= 0 && to < parent.plan.rows).toBe(true)
          expect(table.value(row, link.name)).toBe(to === null ? null : parent.value(to, 'id'))
        }
      }
    }
  })

  test('that own name their rows', () => {
    const rows = compileRows(blog())
    const posts = rows.table('posts')
    fc.assert(
      fc.property(fc.nat(41), fc.nat(41), (a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)]
        const named = posts.owned(from, to).flatMap((range) => upTo(range.to - range.from).map((i) => range.from + i))
        const meant = upTo(120).filter(
          (row) => posts.parentRow(row, 'user_id')! >= from && posts.parentRow(row, 'user_id')! < to,
        )
        expect(named).toEqual(meant)
      }),
    )
    expect(rows.table('users').owned(0, 40)).toEqual([])
  })

  const hashed = (parents: number, skew: number, rows = 20000): TableRows =>
    compileRows(
      planOf({
        parents: { rows: parents, columns: { id: serial() } },
        rows: { rows, columns: { to: follow('to') }, links: { to: { to: 'parents', choose: { kind: 'hash', skew } } } },
      }),
    ).table('rows')

  test('by hash take all parents alike without skew, and few of them often with it', () => {
    const counts = (table: TableRows): Uint32Array => {
      const all = new Uint32Array(50)
      for (let row = 0; row < 20000; row++) all[table.parentRow(row, 'to')!]!++
      return all
    }
    expect(chiSquareEven(counts(hashed(50, 0)))).toBeLessThan(chiSquareBound(49))
    const skewed = counts(hashed(50, 1)).sort().reverse()
    const top = skewed.slice(0, 10).reduce((sum, count) => sum + count, 0)
    expect(top / 20000).toBeGreaterThan(0.6)
    expect(top / 20000).toBeLessThan(0.75)
    expect(skewed.every((count) => count > 0)).toBe(true)
  })

  test.each([0, 0.5, 1])('by hash only move to the new parent when there is one more (skew %d)', (skew) => {
    const before = hashed(50, skew)
    const after = hashed(51, skew)
    let moved = 0
    let elsewhere = 0
    for (let row = 0; row < 20000; row++) {
      const to = after.parentRow(row, 'to')
      if (to === before.parentRow(row, 'to')) continue
      moved++
      if (to !== 50) elsewhere++
    }
    expect(moved / 20000).toBeLessThan(2.5 / 51)
    if (skew === 0) expect(elsewhere).toBe(0)
  })

  const owned = (posts: number, people: number, skew: number, rows = 20000): TableRows =>
    compileRows(
      planOf({
        people: { rows: people, columns: { id: uuidKey } },
        posts: {
          rows: posts,
          columns: { id: uuidKey, by: follow('by') },
          links: { by: { to: 'people', choose: blocks(posts, people) } },
        },
        rows: {
          rows,
          columns: { to: follow('to'), other: follow('other') },
          links: {
            to: { to: 'posts', choose: { kind: 'hash', skew } },
            other: { to: 'posts', choose: { kind: 'hash', skew, avoid: 'to' } },
          },
        },
      }),
    ).table('rows')

  test.each([0, 0.5])(
    'by hash to rows that are owned follow them wherever their owners move them (skew %d)',
    (skew) => {
      const [before, after] = [owned(100, 20, skew), owned(100, 21, skew)]
      const kept = new Set(upTo(20000).map((row) => after.value(row, 'to')))
      const was = new Set(upTo(20000).map((row) => before.value(row, 'to')))
      const counts = new Map<unknown, number>()
      let elsewhere = 0
      for (const row of upTo(20000)) {
        const [then, now] = [before.value(row, 'to'), after.value(row, 'to')]
        counts.set(then, (counts.get(then) ?? 0) + 1)
        // Neither was the old one taken away, nor is the new one new.
        if (then !== now && kept.has(then) && was.has(now)) elsewhere++
        expect(after.value(row, 'other')).not.toBe(now)
      }
      expect(elsewhere).toBe(0)
      expect(counts.size).toBe(100)
      const top = [...counts.values()]
        .sort((a, b) => b - a)
        .slice(0, 20)
        .reduce((sum, count) => sum + count, 0)
      expect(top / 20000).toBeGreaterThan(skew === 0 ? 0.25 : 0.4)
      expect(top / 20000).toBeLessThan(skew === 0 ? 0.45 : 0.65)
    },
  )

  test('avoid the parent of another link', () => {
    const plan = planOf({
      people: { rows: 12, columns: { id: serial() } },
      follows: {
        rows: 80,
        columns: { follower: follow('follower'), followed: follow('followed'), blocked: follow('blocked') },
        links: {
          follower: { to: 'people', choose: blocks(80, 12, { max: 11 }) },
          followed: {
            to: 'people',
            choose: { kind: 'permute', scope: 'parent', key: 'pair', radices: [11], digit: 0, avoid: 'follower' },
          },
          blocked: { to: 'people', choose: { kind: 'hash', skew: 0, avoid: 'follower' } },
        },
      },
    })
    const rows = compileRows(plan).table('follows')
    const pairs = new Set<string>()
    const blocked = new Set<unknown>()
    for (const row of upTo(80)) {
      expect(rows.value(row, 'followed')).not.toBe(rows.value(row, 'follower'))
      expect(rows.value(row, 'blocked')).not.toBe(rows.value(row, 'follower'))
      expect(rows.value(row, 'followed')).not.toBe(null)
      pairs.add(rows.texts(row, ['follower', 'followed']).join())
      blocked.add(rows.value(row, 'blocked'))
    }
    expect(pairs.size).toBe(80)
    expect(blocked.size).toBe(12)
  })

  test('to earlier rows make a forest', () => {
    for (const itself of [false, true]) {
      const table = compileRows(
        planOf({
          nodes: {
            rows: 2000,
            columns: {
              id: serial(),
              up: { recipe: follow('up'), encoding: { kind: 'number' } },
              level: {
                recipe: { kind: 'derive', with: 'depth', from: [], options: { link: 'up' } },
                encoding: { kind: 'number' },
              },
            },
            links: { up: { to: 'nodes', choose: { kind: 'earlier', scope: 'table', roots: 0.1, itself } } },
          },
        }),
      ).table('nodes')
      let roots = 0
      for (const row of upTo(2000)) {
        const up = table.parentRow(row, 'up')
        const root = itself ? up === row : up === null
        if (root) roots++
        else expect(up).toBeLessThan(row)
        expect(table.value(row, 'up')).toBe(up === null ? null : up + 1)
        expect(table.value(row, 'level')).toBe(root ? 0 : (table.value(up!, 'level') as number) + 1)
      }
      expect(roots / 2000).toBeCloseTo(0.1, 1)
    }
  })

  test('to earlier rows of a block stay in it', () => {
    const comments = compileRows(blog()).table('comments')
    for (const row of upTo(700)) {
      const up = comments.parentRow(row, 'answers')
      if (up === null) continue
      expect(up).toBeLessThan(row)
      expect(comments.parentRow(up, 'post_id')).toBe(comments.parentRow(row, 'post_id'))
    }
  })

  const tenants = (nulls: number, projects = 30): TableRows =>
    compileRows(
      planOf({
        tenants: { rows: 20, columns: { id: serial() } },
        projects: {
          rows: projects,
          columns: { id: serial(), tenant_id: follow('tenant_id') },
          links: { tenant_id: { to: 'tenants', choose: blocks(projects, 20) } },
        },
        tasks: {
          rows: 400,
          columns: { id: serial(), tenant_id: follow('tenant_id'), project_id: follow('project_id') },
          links: {
            tenant_id: { to: 'tenants', choose: blocks(400, 20) },
            project_id: {
              to: 'projects',
              nulls,
              choose: { kind: 'within', mine: ['tenant_id'], theirs: ['tenant_id'], skew: 0 },
            },
          },
        },
      }),
    ).table('tasks')

  test.each([0, 0.0001])('within stay under one ancestor (nulls %d)', (nulls) => {
    const tasks = tenants(nulls)
    const projects = compileRows(tenantsPlan()).table('projects')
    const owners = new Set(upTo(30).map((row) => projects.parentRow(row, 'tenant_id')))
    const reached = new Set<number>()
    for (const row of upTo(400)) {
      const project = tasks.parentRow(row, 'project_id')
      const tenant = tasks.parentRow(row, 'tenant_id')
      if (owners.has(tenant)) expect(projects.parentRow(project!, 'tenant_id')).toBe(tenant)
      else expect(project === null).toBe(nulls > 0)
      if (project !== null) reached.add(project)
    }
    expect(owners.size).toBeLessThan(20)
    expect(reached.size).toBeGreaterThan(25)
  })

  const tenantsPlan = (): Plan =>
    planOf({
      tenants: { rows: 20, columns: { id: serial() } },
      projects: {
        rows: 30,
        columns: { id: serial() },
        links: { tenant_id: { to: 'tenants', choose: blocks(30, 20) } },
      },
    })

  test('to the first child close a circle', () => {
    const rows = compileRows(
      planOf({
        teams: {
          rows: 10,
          columns: { id: uuidKey, lead: follow('lead') },
          links: { lead: { to: 'people', choose: { kind: 'first-child', link: 'team' } } },
        },
        people: {
          rows: 35,
          columns: { id: uuidKey, team: follow('team') },
          links: { team: { to: 'teams', choose: blocks(35, 10, { min: 1 }) } },
        },
      }),
    )
    for (const row of upTo(10)) {
      const lead = rows.table('teams').parentRow(row, 'lead')!
      expect(rows.table('people').parentRow(lead, 'team')).toBe(row)
      expect(lead).toBe(rows.table('people').owned(row, row + 1)[0]!.from)
      expect(rows.table('teams').value(row, 'lead')).toBe(rows.table('people').value(lead, 'id'))
    }
  })

  test('that are implied follow the one that fills them; others lead nowhere', () => {
    const rows = compileRows(
      planOf({
        a: { rows: 5, columns: { id: serial() } },
        b: {
          rows: 20,
          columns: { x: follow('x') },
          links: {
            x: { to: 'a', choose: { kind: 'hash', skew: 0 } },
            y: { to: 'a', choose: { kind: 'implied', by: ['x'] } },
            z: { to: 'a', choose: { kind: 'none' } },
          },
        },
      }),
    ).table('b')
    for (const row of upTo(20)) {
      expect(rows.parentRow(row, 'y')).toBe(rows.parentRow(row, 'x'))
      expect(rows.parentRow(row, 'z')).toBe(null)
    }
  })

  test('to rows that are there already give their texts, and own blocks too', () => {
    const pool = {
      id: 'p',
      table: 'auth.users',
      columns: ['id', 'email', 'meta', 'since'],
      complete: true,
      rows: upTo(8).map((i) => [
        `key-${i}`,
        i === 3 ? null : `u${i}@example.com`,
        `{"n": ${i}}`,
        '2024-06-01 00:00:00+00',
      ]),
    }
    const sketch = (gathered: typeof pool): Plan =>
      planOf(
        {
          notes: {
            rows: 60,
            columns: {
              id: uuidKey,
              user_id: follow('user_id'),
              email: follow('user_id', 'email'),
              meta: { recipe: follow('user_id', 'meta'), encoding: { kind: 'json' } },
              at: {
                recipe: { kind: 'derive', with: 'after', from: [{ link: 'user_id', column: 'since' }] },
                encoding: { kind: 'timestamp', zone: true },
              },
              slug: { kind: 'derive', with: 'slug', from: [{ link: 'user_id', column: 'id' }], unique: { by: 'path' } },
              reader: follow('reader'),
            },
            links: {
              user_id: { to: 'auth.users', pool: 'p', choose: blocks(60, gathered.rows.length) },
              reader: { to: 'auth.users', pool: 'p', choose: { kind: 'hash', skew: 0 } },
            },
          },
        },
        { pools: [gathered] },
      )
    const notes = compileRows(sketch(pool)).table('notes')
    for (const row of upTo(60)) {
      const at = notes.parentRow(row, 'user_id')!
      expect(notes.texts(row, ['user_id', 'email', 'meta'])).toEqual([
        `key-${at}`,
        at === 3 ? null : `u${at}@example.com`,
        `{"n":${at}}`,
      ])
      expect(notes.value(row, 'at')).toBeGreaterThanOrEqual(Date.UTC(2024, 5, 1))
      expect(notes.value(row, 'slug')).toMatch(/^key-\d-[0-9a-z]{8}-\d+$/)
      expect(notes.value(row, 'reader')).toBe(`key-${notes.parentRow(row, 'reader')}`)
    }
    expect(new Set(columnOf(notes, 'slug')).size).toBe(60)
    expect(new Set(columnOf(notes, 'id')).size).toBe(60)
    // One row less in the pool: the others keep their identities, so their children keep their keys.
    const fewer = compileRows(sketch({ ...pool, rows: pool.rows.slice(1) })).table('notes')
    const ids = new Set(columnOf(fewer, 'id'))
    const kept = upTo(60).filter((row) => notes.value(row, 'user_id') !== 'key-0')
    expect(kept.filter((row) => ids.has(notes.value(row, 'id'))).length).toBe(kept.length)
  })

  test('keep the rows of earlier generations', () => {
    const sketch = (generations: readonly { rows: number; parents: number }[]): TableRows => {
      const { rows, parents } = generations.at(-1)!
      return compileRows(
        planOf({
          users: { rows: parents, columns: { id: uuidKey } },
          posts: {
            rows,
            columns: { id: uuidKey, user_id: follow('user_id') },
            links: { user_id: { to: 'users', choose: blocks(rows, parents, { generations }) } },
          },
        }),
      ).table('posts')
    }
    const first = sketch([{ rows: 100, parents: 20 }])
    const second = sketch([
      { rows: 100, parents: 20 },
      { rows: 260, parents: 33 },
    ])
    const texts = (rows: TableRows, row: number): unknown => rows.texts(row, ['id', 'user_id'])
    for (const row of upTo(100)) expect(texts(second, row)).toEqual(texts(first, row))
    expect(new Set(columnOf(second, 'id')).size).toBe(260)
    expect(new Set(columnOf(second, 'user_id')).size).toBeGreaterThan(28)
  })
})
