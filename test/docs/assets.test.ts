import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { mappingFunctions } from '../../src/values/mapping/functions/index.ts'
import { usageOf } from '../../src/values/mapping/functions/mapping-function.ts'
import { freshDatabase } from '../support/database.ts'
import { putFiles } from '../support/put-files.ts'
import { projectFolder, seedStory } from '../support/story.ts'

const text = await readFile(new URL('../../docs/assets.md', import.meta.url), 'utf8')

it('the table of functions is the one that the language has', () => {
  const start = text.indexOf('| function | gives |')
  const rows = text
    .slice(start, text.indexOf('\n\n', start))
    .split('\n')
    .slice(2)
    .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|')))
  expect(rows.map(([, usage, gives]) => [usage, gives])).toEqual(
    [...mappingFunctions].map(([name, one]) => [`\`${usageOf(name, one)}\``, one.gives]),
  )
})

it('the example runs and gives what it says', async () => {
  const files = Object.fromEntries(
    [...text.matchAll(/^`([\w./-]+)`\n\n```\w+\n([\s\S]*?)```$/gm)].map(([, path = '', content = '']) => [
      path,
      content,
    ]),
  )
  expect(Object.keys(files)).toHaveLength(7)
  const database = await freshDatabase('pg17', files['schema.sql'] ?? '')
  const root = projectFolder()
  putFiles(root, files)
  const report = await seedStory(database.db, JSON.parse(files['supa-seed.config.json'] ?? ''), root)
  expect(report.errors).toEqual([])
  const queries = [...text.matchAll(/```sql\n(select[\s\S]*?)```\n\n((?:\|.*\n)+)/g)]
  expect(queries).toHaveLength(3)
  for (const [, query = '', table = ''] of queries) {
    const [names = [], , ...rows] = table
      .trim()
      .split('\n')
      .map((line) =>
        line
          .slice(1, -1)
          .split('|')
          .map((cell) => cell.trim()),
      )
    const found = await database.raw<Record<string, unknown>>(query.replace(/;\s*$/, ''))
    const shown = found.map((row) =>
      names.map((name) => (row[name] instanceof Date ? row[name].toISOString() : String(row[name] ?? ''))),
    )
    expect(shown).toEqual(rows)
  }
})

it('the example of rows of other tables runs, with and without fields', async () => {
  const [, note = ''] = /^`content\/notes\/airing-down.md`\n\n```md\n([\s\S]*?)```$/m.exec(text) ?? []
  const [, config = ''] = /With `fields` it reads:\n\n```json\n([\s\S]*?)```/.exec(text) ?? []
  for (const asked of [JSON.parse(config), { assetPools: { posts: { path: './content/notes/*.md' } } }]) {
    const database = await freshDatabase(
      'pglite',
      `create table authors (id int generated always as identity primary key, email text not null unique);
       insert into authors (email) values ('bo@example.com'), ('ada@example.com');
       create table categories (id int generated always as identity primary key, name text not null, slug text not null unique);
       create table tags (id int generated always as identity primary key, name text not null unique);
       create table posts (id int generated always as identity primary key, title text not null, author_id int not null references authors, category_id int not null references categories);
       create table post_tags (post_id int not null references posts, tag_id int not null references tags, primary key (post_id, tag_id))`,
    )
    const root = projectFolder()
    putFiles(root, { 'content/notes/airing-down.md': note })
    expect((await seedStory(database.db, asked, root)).errors).toEqual([])
    expect(
      await database.raw(
        `select p.title, a.email, c.name, (select string_agg(t.name, ' ' order by t.name) from post_tags join tags t on t.id = tag_id where post_id = p.id) as tags
         from posts p join authors a on a.id = author_id join categories c on c.id = category_id`,
      ),
    ).toEqual([{ title: 'Airing down', email: 'ada@example.com', name: 'Van Life', tags: 'sand tyres' }])
    await database.drop()
  }
})
