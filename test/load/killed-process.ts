import { openDatabase } from '../../src/database/open-database.ts'
import { KILLED_PLAN } from './killed-plan.ts'
import { seedWith } from './plans.ts'

const [, , url = '', root = ''] = process.argv
const db = await openDatabase({ url, source: 'test', connections: 2 })
await seedWith(db, root, KILLED_PLAN, { onProgress: () => console.log('begun') })
await db.close()
console.log('done')
