import { expect, test } from 'vitest'
import { commerce } from '../study/names/commerce.ts'
import { readSchemas } from '../study/names/read-schemas.ts'
import { freshDatabase } from '../support/database.ts'
import { planStory, projectFolder, seedStory } from '../support/story.ts'

const tables = readSchemas(commerce)

/** The tables as their names are known: without keys between them. */
const ddl = [
  ...Object.keys(commerce).map((schema) => `create schema ${schema}`),
  ...tables.map(({ schema, relation, facts }) => {
    const columns = relation.columns.map(({ name, length }) => {
      const { base, isArray } = facts[name] ?? { base: 'text', isArray: false }
      const limit = length === null || !/char$/.test(base) ? '' : `(${length})`
      return `"${name}" ${base}${limit}${isArray ? '[]' : ''} not null`
    })
    return `create table ${schema}."${relation.name}" (${columns.join(', ')})`
  }),
].join(';\n')

test('what names mean fits the columns of a hundred tables, extremes included', async () => {
  const database = await freshDatabase('pg17', ddl)
  try {
    const root = projectFolder()
    const asking = { rows: 8, edgeCases: true }
    const plan = await planStory(database.db, asking, root)
    const report = await seedStory(database.db, asking, root)
    expect(report.errors).toEqual([])
    expect(report.ok).toBe(true)
    expect(plan.left.filter(({ code }) => code === 'cannot')).toEqual([])
    expect(report.tables.filter(({ inserted }) => inserted > 0).length).toBeGreaterThan(tables.length - 4)
  } finally {
    await database.drop()
  }
})
