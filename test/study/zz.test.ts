import { it } from 'vitest'
import { writeFileSync } from 'node:fs'
import { studied } from './studied.ts'
import { allCases, casesSql } from './cases/index.ts'
import { projectFolder, seedStory } from '../support/story.ts'
it('plan obeys', async () => {
  const { database, study } = await studied(casesSql)
  const out: string[] = []
  let ok = 0
  for (const { name, one } of allCases) {
    if (study.tables[name]!.unsolved.length) continue
    try {
      const r = await seedStory(database.db, { tables: { [name]: { count: 15 } } }, projectFolder())
      if (r.errors.length || !r.ok) out.push(`${one.table}\n      ${JSON.stringify(r.errors).slice(0, 300)}`)
      else ok++
    } catch (e: any) { out.push(`${one.table}\n      ${e.code} ${e.message} ${e.found ?? ''} ${e.expected ?? ''} ${JSON.stringify(e.findings ?? '').slice(0,200)}`) }
  }
  writeFileSync('/tmp/st/obey.txt', `${ok} ok, ${out.length} not\n` + out.join('\n'))
}, 600000)
