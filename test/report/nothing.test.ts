import { expect, test } from 'vitest'
import { renderReport } from '../../src/report/render-report.ts'
import { plainStyle } from '../../src/report/style.ts'
import { freshDatabase } from '../support/database.ts'
import { projectFolder, seedStory } from '../support/story.ts'

test('a database without tables of the app is told as such', async () => {
  const { db } = await freshDatabase('pglite')
  const report = await seedStory(db, {}, projectFolder())
  expect(renderReport(report, { style: plainStyle, width: 80, verbose: false })).toContain('No table to fill')
})
