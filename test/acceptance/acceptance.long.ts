import { describe, test } from 'vitest'
import { otherCases } from './all-cases.ts'
import { judgeCase } from './judge-case.ts'

describe.each(['pg15', 'pg18'] as const)('%s', (server) => {
  for (const one of otherCases) test(one.name, () => judgeCase(server, one))
})
