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
  expect(Object.keys(files)).toHaveLength(6)
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
