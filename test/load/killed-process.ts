import { openDatabase } from '../../src/database/open-database.ts'
import type { ReadPast } from '../../src/load/read-past.ts'
import { KILLED_PLAN } from './killed-plan.ts'
import { seedWith } from './plans.ts'

const [, , url = '', root = ''] = process.argv
const db = await openDatabase({ url, source: 'test', connections: 2 })
const rest = ({ past }: ReadPast) => ({
  ...KILLED_PLAN,
  tables: KILLED_PLAN.tables.map((table) => ({ ...table, present: past.tables[table.id]?.rows ?? 0 })),
})
await seedWith(db, root, rest, { onProgress: () => console.log('begun') })
await db.close()
console.log('done')
