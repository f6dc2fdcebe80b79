import { beforeAll, describe, expect, it } from 'vitest'
import { allCases, caseGroups, casesSql } from './cases/index.ts'
import { bareRules, beyondType, refusal } from './check-case.ts'
import { type Studied, studied } from './studied.ts'

let all: Studied

beforeAll(async () => {
  all = await studied(casesSql)
})

describe.each(Object.keys(caseGroups))('checks: %s', (group) => {
  it.each(allCases.filter((one) => one.group === group).map((one) => [one.one.table, one] as const))(
    '%s',
    async (_, { one, name }) => {
      const table = all.study.tables[name]!
      const findings = all.study.findings.filter(({ place, level }) => place.table === name && level !== 'info')
      for (const [column, domain] of Object.entries(one.domains ?? {}))
        expect(beyondType(table, column), column).toEqual(domain)
      expect(bareRules(table).toSorted(byText)).toEqual([...(one.rules ?? [])].toSorted(byText))
      expect(table.unsolved.map(({ check }) => check)).toHaveLength(one.unsolved ?? 0)
      expect(findings.map(({ code }) => code)).toEqual(one.findings ?? [])
      if (one.unsolved) return
      // The database is the judge: rows within what was understood pass the check.
      const { columns } = all.catalog.relations.find(({ id }) => id === name)!
      const written = columns.filter(({ generated }) => generated === null).map((column) => column.name)
      expect(await refusal(all.database, table, written)).toBeNull()
    },
  )
})

/** What was understood, without the texts that servers print a little differently. */
const understood = ({ study }: Studied) =>
  allCases.map(({ name }) => {
    const { columns, rules, unsolved } = study.tables[name]!
    const domains = Object.values(columns).map(({ name: column, domain }) => [column, domain])
    return [name, { domains, rules, unsolved: unsolved.map(({ check }) => check) }]
  })

it.each(['pg15', 'pg17'] as const)('checks as %s prints them are understood alike', async (server) => {
  expect(understood(await studied(casesSql, server))).toEqual(understood(all))
})

const byText = (one: unknown, other: unknown): number => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1)
