import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { layBase } from '../../src/database/base/lay-base.ts'
import type { DetectReport } from '../../src/model/reports/detect-report.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { runHere } from './run-here.ts'

const APP = `
create table public.authors (id uuid primary key default gen_random_uuid(), user_id uuid unique references auth.users, full_name text not null, avatar_url text);
create table public.posts (id uuid primary key default gen_random_uuid(), author_id uuid not null references public.authors, parent_id uuid references public.posts, title text not null,
  body text, cover_image text, status text check (status in ('draft', 'live')), qx7 text, ean_like text check (ean_like ~ '^[0-9]{4}$'), shouted text generated always as (upper(title)) stored);
create table public.tags (id serial primary key, name text not null unique);
create table public.post_tags (post_id uuid references public.posts, tag_id int references public.tags, primary key (post_id, tag_id));
create table public.schema_migrations (version text primary key);
`

describe('detect', () => {
  let there: TestDatabase
  let known: DetectReport | undefined
  const read = async (): Promise<DetectReport> => {
    if (known !== undefined) return known
    const { code, stdout, stderr } = await runHere(['detect', '--columns', '--json', ...there.flags])
    expect(code, stderr).toBe(0)
    known = JSON.parse(stdout) as DetectReport
    return known
  }

  beforeAll(async () => {
    there = await freshDatabase('pg17')
    await layBase(there.db)
    await there.raw(APP)
    await there.release()
  })

  afterAll(() => there.drop())

  test('names the family, with its evidence, and what is the application’s own', async () => {
    const report = await read()
    expect(report).toMatchObject({ family: 'custom', makerkitVersion: null, epoch: null, altered: [] })
    expect(report.evidence).toContain('the table auth.users')
    expect(report.customTables).toEqual(['authors', 'post_tags', 'posts', 'tags'])
  })

  test('says how tables stand to each other', async () => {
    const report = await read()
    const kinds = Object.fromEntries(
      report.relationships.map(({ from, columns, to, kind }) => [`${from}.${columns[0]} ${to}`, kind]),
    )
    expect(kinds).toEqual({
      'authors.user_id auth.users': 'one-to-one',
      'posts.author_id authors': 'many-to-one',
      'posts.parent_id posts': 'self',
      'post_tags.post_id posts': 'many-to-many',
      'post_tags.tag_id tags': 'many-to-many',
    })
  })

  test('says which tables the user’s own content could fill', async () => {
    const report = await read()
    expect(report.assetCompatibility.find(({ table }) => table === 'posts')).toEqual({
      table: 'posts',
      kinds: ['markdown', 'json', 'images'],
      columns: ['title', 'body', 'cover_image'],
    })
    expect(report.assetCompatibility.map(({ table }) => table)).toEqual(['authors', 'posts'])
  })

  test('tells the meaning of every column, where it was read, and how many texts are known', async () => {
    const report = await read()
    const { tables, texts, meant, share } = report.columns!
    const posts = tables.find(({ table }) => table === 'posts')!.columns
    const of = (name: string) => posts.find(({ column }) => column === name)
    expect(of('id')).toMatchObject({ meaning: 'key', evidence: 'key' })
    expect(of('author_id')).toMatchObject({ meaning: 'key' })
    expect(of('title')).toMatchObject({ meaning: 'content.title', entity: 'content', type: 'text' })
    expect(of('status')).toMatchObject({ meaning: 'label.status' })
    expect(of('qx7')).toMatchObject({ meaning: null, evidence: null })
    expect(of('ean_like')).toMatchObject({ meaning: 'a pattern', evidence: 'check' })
    expect(of('shouted')).toMatchObject({ meaning: 'generated' })
    expect({ texts, meant, share }).toEqual({ texts: 9, meant: 8, share: 0.889 })
  })

  test('is short without --columns, in JSON and for people', async () => {
    const short = await runHere(['detect', '--json', ...there.flags])
    expect(Object.keys(JSON.parse(short.stdout) as object)).toEqual([
      'database',
      'family',
      'makerkitVersion',
      'epoch',
      'evidence',
      'against',
      'altered',
      'notes',
      'extendedEnums',
      'signUps',
      'customTables',
      'relationships',
      'assetCompatibility',
    ])
    const told = await runHere(['detect', ...there.flags])
    expect(told.stdout).toContain('A Supabase project of its own kind.')
    expect(told.stdout).toContain('4 tables of its own: authors, post_tags, posts, tags')
    const full = await runHere(['detect', '--columns', ...there.flags])
    expect(full.stdout).toContain('8 of 9 text columns (89 %) mean more than just text.')
    expect(full.stdout).toMatch(/title +text +content\.title +name/)
  })
})
