import { describe, expect, it } from 'vitest'
import type { Study } from '../../src/model/study.ts'
import { allCases, casesSql } from './cases/index.ts'
import { studied } from './studied.ts'

/** What was understood, without the texts that servers print a little differently. */
function understood(study: Study) {
  return Object.fromEntries(
    allCases.map(({ name }) => {
      const table = study.tables[name]!
      const domains = Object.values(table.columns).map(({ name: column, domain }) => [column, domain])
      return [name, { domains, rules: table.rules, unsolved: table.unsolved.map(({ check }) => check) }]
    }),
  )
}

describe('checks as other servers print them', () => {
  it.each(['pg15', 'pg17'] as const)('%s: understood alike', async (server) => {
    const [here, there] = await Promise.all([studied(casesSql), studied(casesSql, server)])
    expect(understood(there.study)).toEqual(understood(here.study))
  })
})
