import { describe, expect, test } from 'vitest'
import type { Choose } from '../../src/model/link.ts'
import type { Plan } from '../../src/model/plan.ts'
import { compileRows } from '../../src/values/rows/rows.ts'
import { upTo } from '../support/blog.ts'
import { blocks, follow, planOf, serial, type TableSketch, uuidKey } from '../support/plan.ts'

/** Users own posts, which name any tenant; comments belong to a tenant and lead to a post of it. */
function plan(comments: TableSketch, rows: { tenants?: number; posts?: number } = {}): Plan {
  const { tenants = 20, posts = 60 } = rows
  return planOf({
    tenants: { rows: tenants, columns: { id: serial() } },
    users: { rows: 30, columns: { id: uuidKey } },
    members: {
      rows: 50,
      columns: { id: serial() },
      links: {
        tenant: { to: 'tenants', choose: blocks(50, tenants) },
        user: { to: 'users', choose: { kind: 'hash', skew: 0 } },
      },
    },
    posts: {
      rows: posts,
      columns: { id: uuidKey, tenant: follow('tenant') },
      links: {
        user: { to: 'users', choose: blocks(posts, 30) },
        tenant: { to: 'tenants', choose: { kind: 'hash', skew: 0 } },
      },
    },
    comments,
  })
}

const comments = (post: Choose, more: { spread?: object; nulls?: number; rows?: number } = {}): TableSketch => ({
  rows: more.rows ?? 500,
  columns: { id: serial(), post: follow('post') },
  links: {
    tenant: { to: 'tenants', choose: blocks(more.rows ?? 500, 20, more.spread) },
    post: { to: 'posts', choose: post, nulls: more.nulls ?? 0 },
  },
})

const under: Choose = { kind: 'within', mine: ['tenant'], theirs: ['tenant'], skew: 0 }

describe('paths agree', () => {
  test('where no table owns the other: by an index over the rows, all of which are reached', () => {
    const rows = compileRows(plan(comments(under)))
    const [all, posts] = [rows.table('comments'), rows.table('posts')]
    const tenantsWithPosts = new Set(upTo(60).map((post) => posts.parentRow(post, 'tenant')))
    const reached = new Set<number>()
    for (const row of upTo(500)) {
      const tenant = all.parentRow(row, 'tenant')
      const post = all.parentRow(row, 'post') as number
      if (tenantsWithPosts.has(tenant)) expect(posts.parentRow(post, 'tenant')).toBe(tenant)
      reached.add(post)
    }
    expect(tenantsWithPosts.size).toBeLessThan(20)
    expect(reached.size).toBeGreaterThan(50)
  })

  test('an owner under which there is nothing to lead to owns no rows', () => {
    const spread = { with: ['post'], generations: [{ rows: 500, parents: 20, reach: [60] }] }
    const rows = compileRows(plan(comments(under, { spread })))
    for (const row of upTo(500)) {
      const tenant = rows.table('comments').parentRow(row, 'tenant')
      const post = rows.table('comments').parentRow(row, 'post') as number
      expect(rows.table('posts').parentRow(post, 'tenant')).toBe(tenant)
    }
  })

  test('rows that are there stay where they are when parents and children grow', () => {
    const spread = (...generations: object[]) => ({ with: ['post'], generations })
    const first = { rows: 200, parents: 20, reach: [60] }
    const before = compileRows(plan(comments(under, { spread: spread(first), rows: 200 })))
    const grown = plan(comments(under, { spread: spread(first, { rows: 500, parents: 20, reach: [160] }) }), {
      posts: 160,
    })
    const tables = grown.tables.map((table) => ({
      ...table,
      links: table.links.map((link) => {
        if (table.id === 'comments' && link.name === 'post')
          return {
            ...link,
            generations: [
              { rows: 200, parents: 60 },
              { rows: 500, parents: 160 },
            ],
          }
        if (table.id === 'posts' && link.name === 'user')
          return {
            ...link,
            choose: blocks(160, 30, {
              generations: [
                { rows: 60, parents: 30 },
                { rows: 160, parents: 30 },
              ],
            }),
          }
        return link
      }),
    }))
    const after = compileRows({ ...grown, tables })
    for (const row of upTo(200)) {
      expect(after.table('comments').parentRow(row, 'tenant')).toBe(before.table('comments').parentRow(row, 'tenant'))
      expect(after.table('comments').parentRow(row, 'post')).toBe(before.table('comments').parentRow(row, 'post'))
    }
    for (const row of upTo(500)) {
      const post = after.table('comments').parentRow(row, 'post') as number
      expect(after.table('posts').parentRow(post, 'tenant')).toBe(after.table('comments').parentRow(row, 'tenant'))
    }
  })

  test('nobody is where there is nothing, if that may be; another way is taken where the first leads nowhere', () => {
    const lone = compileRows(plan(comments({ ...under, lone: 'nowhere' })))
    const without = upTo(500).filter((row) => lone.table('comments').parentRow(row, 'post') === null)
    expect(without.length).toBeGreaterThan(0)
    const [all, posts] = [lone.table('comments'), lone.table('posts')]
    const filled = new Set(upTo(60).map((post) => posts.parentRow(post, 'tenant')))
    for (const row of without) expect(filled.has(all.parentRow(row, 'tenant'))).toBe(false)
    const sketch = comments(under)
    const links = {
      ...sketch.links,
      answered: { to: 'posts', choose: under, nulls: 0.5 },
      post: {
        to: 'posts',
        choose: { ...under, mine: ['answered'], theirs: [], or: [{ mine: ['tenant'], theirs: ['tenant'] }] },
      },
    }
    const both = compileRows(plan({ ...sketch, links })).table('comments')
    for (const row of upTo(500)) {
      const answered = both.parentRow(row, 'answered')
      if (answered !== null) expect(both.parentRow(row, 'post')).toBe(answered)
      else if (filled.has(both.parentRow(row, 'tenant')))
        expect(posts.parentRow(both.parentRow(row, 'post') as number, 'tenant')).toBe(both.parentRow(row, 'tenant'))
    }
  })

  test('another row than the one to avoid, where there is another one under the ancestor', () => {
    const sketch = comments(under)
    const links = { ...sketch.links, other: { to: 'posts', choose: { ...under, avoid: 'post' } } }
    const rows = compileRows(plan({ ...sketch, links }))
    for (const row of upTo(500))
      expect(rows.table('comments').parentRow(row, 'other')).not.toBe(rows.table('comments').parentRow(row, 'post'))
  })

  test('members of the same tenant; where it has none, its owner would be named, else anybody', () => {
    const author: Choose = {
      kind: 'member',
      mine: ['tenant'],
      among: 'members',
      theirs: ['tenant'],
      to: 'user',
      skew: 0,
    }
    const sketch = comments(under)
    const rows = compileRows(plan({ ...sketch, links: { ...sketch.links, author: { to: 'users', choose: author } } }))
    const members = rows.table('members')
    const of = new Map<number, Set<number>>()
    for (const row of upTo(50)) {
      const tenant = members.parentRow(row, 'tenant') as number
      of.set(tenant, (of.get(tenant) ?? new Set()).add(members.parentRow(row, 'user') as number))
    }
    const named = new Set<number>()
    for (const row of upTo(500)) {
      const people = of.get(rows.table('comments').parentRow(row, 'tenant') as number)
      const user = rows.table('comments').parentRow(row, 'author') as number
      if (people !== undefined) expect(people.has(user)).toBe(true)
      named.add(user)
    }
    expect(named.size).toBeGreaterThan(15)
  })
})
