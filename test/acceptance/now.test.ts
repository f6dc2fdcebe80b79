import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Plan } from '../../src/model/plan.ts'
import { compileRows } from '../../src/values/rows/rows.ts'
import { freshDatabase } from '../support/database.ts'
import { RICH } from '../support/rich-schema.ts'
import { planStory, projectFolder } from '../support/story.ts'

const folder = new URL('../schemas/', import.meta.url)
const schemas = readdirSync(folder)
  .filter((name) => /^(bank|forum|hospital|marketplace)\.sql$/.test(name))
  .map((name) => [name, readFileSync(new URL(name, folder), 'utf8')] as const)

const TIMES = /\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d(:?\d\d)?)?)?/g

/** What a check ties to the day of a time: `extract(day from first_on) = day_of_month`. */
const TIED = /^payments_standingorder\.(day_of_month|last_on)$/

/** Texts of all columns, in which times are told alike: `table.column` by row. */
function texts(plan: Plan): Map<string, string> {
  const rows = compileRows(plan)
  const found = new Map<string, string>()
  for (const { id, columns, rows: count } of plan.tables) {
    const names = columns.filter(({ recipe }) => recipe.kind !== 'leave').map(({ name }) => name)
    for (let row = 0; row < Math.min(count, 40); row++)
      for (const [i, text] of rows.table(id).texts(row, names, 'final').entries())
        if (!TIED.test(`${id}.${names[i]}`))
          found.set(`${id}.${names[i]} ${row}`, text?.replace(TIMES, 'TIME') ?? 'NULL')
  }
  return found
}

/** Keys stay whatever the day: not even their times may be told alike. */
const keys = (plan: Plan): (string | null)[][] =>
  plan.tables
    .filter(({ key, columns }) =>
      key.columns.every((name) => columns.find((one) => one.name === name)?.encoding.kind === 'text'),
    )
    .flatMap(({ id, rows }) =>
      Array.from({ length: Math.min(rows, 40) }, (_, row) => [...compileRows(plan).table(id).key(row)]),
    )

test.each([...schemas, ['rich', RICH] as const])('only times depend on now: %s', async (_, ddl) => {
  const { db, drop } = await freshDatabase('pg17', ddl)
  try {
    const root = projectFolder()
    const [early, late] = [
      await planStory(db, { rows: 12, now: '2024-02-29T08:15:00Z' }, root),
      await planStory(db, { rows: 12, now: '2026-11-24' }, root),
    ]
    expect(Object.fromEntries(texts(late))).toEqual(Object.fromEntries(texts(early)))
    expect(keys(late)).toEqual(keys(early))
    expect(JSON.stringify(late)).not.toEqual(JSON.stringify(early))
  } finally {
    await drop()
  }
})
