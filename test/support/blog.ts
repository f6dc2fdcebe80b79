import type { Plan } from '../../src/model/plan.ts'
import type { Recipe } from '../../src/model/recipe.ts'
import type { TableRows } from '../../src/values/rows/rows.ts'
import { blocks, follow, integer, planOf, uuidKey } from './plan.ts'

const time: Recipe = {
  kind: 'draw',
  shape: 'timestamp',
  options: { from: Date.UTC(2024, 0, 1), to: Date.UTC(2024, 11, 31) },
}

/** Users own posts, posts own comments; comments have an author and answer earlier ones of their block. */
export function blog(posts = 120, comments = 700): Plan {
  return planOf({
    users: {
      rows: 40,
      columns: {
        id: uuidKey,
        email: {
          recipe: {
            kind: 'draw',
            shape: 'person.email',
            options: {},
            entity: { name: 'person' },
            unique: { by: 'path' },
          },
        },
      },
    },
    posts: {
      rows: posts,
      columns: {
        id: uuidKey,
        user_id: follow('user_id'),
        status: { kind: 'pick', values: ['draft', 'published', 'archived'], weights: [2, 7, 1] },
        stars: { recipe: integer(1, 5), encoding: { kind: 'number' }, nulls: 0.3 },
        published_at: {
          recipe: time,
          encoding: { kind: 'timestamp', zone: true },
          when: [{ column: 'status', is: 'in', values: ['published', 'archived'] }],
        },
        made_by_database: { kind: 'leave', why: 'default' },
      },
      links: { user_id: { to: 'users', choose: blocks(posts, 40) } },
    },
    comments: {
      rows: comments,
      columns: {
        id: uuidKey,
        post_id: follow('post_id'),
        author_id: follow('author_id'),
        answers: follow('answers'),
        number: {
          recipe: { kind: 'derive', with: 'position', from: [], options: { start: 1 } },
          encoding: { kind: 'number' },
        },
        level: {
          recipe: { kind: 'derive', with: 'depth', from: [], options: { link: 'answers' } },
          encoding: { kind: 'number' },
        },
        at: {
          recipe: {
            kind: 'derive',
            with: 'after',
            from: [
              { link: 'post_id', column: 'published_at' },
              { link: 'answers', column: 'at' },
            ],
            options: { within: 3600000 },
          },
          encoding: { kind: 'timestamp', zone: true },
        },
      },
      links: {
        post_id: { to: 'posts', choose: blocks(comments, posts) },
        author_id: { to: 'users', choose: { kind: 'hash', skew: 0.5 }, nulls: 0.1 },
        answers: {
          to: 'comments',
          choose: { kind: 'earlier', scope: 'block', roots: 0.4, itself: false },
          patch: true,
        },
      },
    },
  })
}

const decoder = new TextDecoder()

export const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i)

export const decode = (buffers: Iterable<Uint8Array>): string =>
  [...buffers].map((buffer) => decoder.decode(buffer)).join('')

/** All values of a column. */
export const columnOf = (rows: TableRows, name: string): unknown[] =>
  upTo(rows.plan.rows).map((row) => rows.value(row, name))
