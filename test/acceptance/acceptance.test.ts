import { describe, test } from 'vitest'
import { servers } from '../support/database.ts'
import { casesByVersion, otherCases } from './all-cases.ts'
import { judgeCase } from './judge-case.ts'

/** The others run there in `npm run test:long`. */
const USUAL: readonly string[] = ['pglite', 'pg17']

describe.each(servers)('%s', (server) => {
  for (const one of USUAL.includes(server) ? [...casesByVersion, ...otherCases] : casesByVersion)
    test(one.name, () => judgeCase(server, one))
})
