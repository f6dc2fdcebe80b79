import { expect } from 'vitest'
import type { Report } from '../../src/model/reports/report.ts'
import { SeedError } from '../../src/model/seed-error.ts'
import type { TestDatabase } from './database.ts'

export const BLOG = `
  create type category as enum ('van-life', 'backpacking', 'car-camping');
  create table authors (id uuid primary key default gen_random_uuid(), email text not null unique, created_at timestamptz not null default now());
  create table posts (id uuid primary key default gen_random_uuid(), author_id uuid not null references authors,
    title varchar(60) not null, slug text not null unique, content text not null, category category not null, tags text[] not null default '{}',
    read_time int, views int not null default 0, published_at timestamptz, created_at timestamptz not null default now(), check (published_at >= created_at));
  create table comments (id bigint generated always as identity primary key, post_id uuid not null references posts on delete cascade, body text not null);
  create table gear (id int generated always as identity primary key, name text not null, brand text, price numeric(8,2) check (price > 0), category category not null, specs jsonb);
`

export const post = (title: string, date: string | null, body = `About **${title}**.`): string =>
  `---\ntitle: ${title}\n${date === null ? '' : `date: ${date}\n`}category: Van Life\ntags: [a, ${title[0]}]\nlayout: wide\n---\n\n# ${title}\n\n${body}\n`

const TITLES = ['Airing down', 'Cold soaking', 'Diesel heaters', 'Laundromats', 'Quilts', 'Snow']
export const posts = (titles = TITLES): Record<string, string> =>
  Object.fromEntries(
    titles.map((title, i) => [
      `content/posts/${title.toLowerCase().replace(' ', '-')}.md`,
      post(title, i === 3 ? null : `2025-0${i + 1}-03`),
    ]),
  )

export const GEAR = JSON.stringify([
  { id: 'atmos', name: 'Atmos 65', make: 'Osprey', price: '$1,299.00', category: 'backpacking', specs: { litres: 65 } },
  { id: 'stove', name: 'PocketRocket', make: 'MSR', price: 49.95, category: 'Car Camping', specs: null },
])

export const FIELDS = {
  title: 'frontmatter.title',
  content: 'body',
  slug: 'slugify(frontmatter.title)',
  category: 'frontmatter.category',
  tags: 'frontmatter.tags | []',
  published_at: 'frontmatter.date | random_recent(30_days)',
  read_time: 'calculate_read_time(body)',
}

export const asking = (more: object = {}, tables: object = {}) => ({
  tables: { authors: 3, posts: { perParent: { min: 1, max: 4 } }, comments: 12, ...tables },
  assetPools: {
    posts: { path: './content/posts/*.md', table: 'posts', fields: FIELDS },
    gearCatalog: { path: './assets/gear/*.json', table: 'gear' },
  },
  ...more,
})

export const written = (report: Report) => report.tables.reduce((sum, table) => sum + table.inserted + table.updated, 0)

export const codes = (report: Report) => [...report.warnings, ...report.notes].map(({ code }) => code)

export async function refusal(work: Promise<unknown>): Promise<SeedError> {
  try {
    await work
  } catch (error) {
    if (error instanceof SeedError) return error
    throw error
  }
  throw new Error('nothing was refused')
}

export const facts = async (database: TestDatabase, ...queries: readonly string[]) => {
  for (const query of queries) expect(Object.values((await database.raw(query))[0] ?? {}), query).toEqual([true])
}
