import { blocks, follow, integer, pick, uuidKey } from '../support/plan.ts'
import { planWith } from './plans.ts'

export const KILLED_SCHEMA = `
  create table users (id uuid primary key, n int not null);
  create table posts (id uuid primary key, user_id uuid not null references users, title text);`

/** Large enough to be killed in the middle. */
export const KILLED_PLAN = planWith({
  users: { rows: 3000, columns: { id: uuidKey, n: integer(1, 99) }, extra: { chunkRows: 200 } },
  posts: {
    rows: 30_000,
    columns: { id: uuidKey, user_id: follow('author'), title: pick('a title', 'another title') },
    links: { author: { to: 'users', columns: ['user_id'], choose: blocks(30_000, 3000) } },
    extra: { chunkRows: 300 },
  },
})
