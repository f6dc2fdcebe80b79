import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { freshDatabase } from '../support/database.ts'
import { projectFolder, seedStory } from '../support/story.ts'

const text = await readFile(new URL('../../docs/locales.md', import.meta.url), 'utf8')
const blocks = (kind: string): string[] =>
  [...text.matchAll(new RegExp(`\`\`\`${kind}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, code = '']) => code)

it('the sample gives the rows that it shows', async () => {
  const [ddl = '', query = ''] = blocks('sql')
  const { db, drop } = await freshDatabase('pg17', ddl)
  try {
    expect(await seedStory(db, JSON.parse(blocks('json')[0] ?? ''), projectFolder())).toMatchObject({ ok: true })
    const rows = (await db.query(query)).map((row) => `| ${Object.values(row).join(' | ')} |`)
    expect(text).toContain(rows.join('\n'))
    expect(rows).toHaveLength(3)
  } finally {
    await drop()
  }
})
