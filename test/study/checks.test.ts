import { beforeAll, describe, expect, it } from 'vitest'
import { arrayCases } from './cases/arrays.ts'
import { crossCases } from './cases/cross.ts'
import { domainCases, PRELUDE } from './cases/domains.ts'
import { impossibleCases } from './cases/impossible.ts'
import { jsonCases } from './cases/jsons.ts'
import { logicCases } from './cases/logic.ts'
import { numberCases } from './cases/numbers.ts'
import { presenceCases } from './cases/presence.ts'
import { textCases } from './cases/texts.ts'
import { timeCases } from './cases/times.ts'
import { unsolvedCases } from './cases/unsolved.ts'
import { bareRules, beyondType, type CheckCase, refusal } from './check-case.ts'
import { type Studied, studied } from './studied.ts'

const groups: Readonly<Record<string, readonly CheckCase[]>> = {
  numbers: numberCases,
  texts: textCases,
  times: timeCases,
  arrays: arrayCases,
  json: jsonCases,
  logic: logicCases,
  'columns among each other': crossCases,
  presence: presenceCases,
  'domains, composites, ranges, functions': domainCases,
  contradictions: impossibleCases,
  'what is not understood': unsolvedCases,
}

const cases = Object.entries(groups).flatMap(([group, some]) =>
  some.map((one, index) => ({ group, one, name: `${group.replace(/\W/g, '_').slice(0, 12)}_${index}` })),
)

let all: Studied

beforeAll(async () => {
  all = await studied([PRELUDE, ...cases.map(({ one, name }) => `create table ${name} (${one.table});`)].join('\n'))
})

describe.each(Object.keys(groups))('checks: %s', (group) => {
  it.each(cases.filter((one) => one.group === group).map((one) => [one.one.table, one] as const))(
    '%s',
    async (_, { one, name }) => {
      const table = all.study.tables[name]!
      for (const [column, domain] of Object.entries(one.domains ?? {}))
        expect(beyondType(table, column), column).toEqual(domain)
      expect(bareRules(table).toSorted(byText)).toEqual([...(one.rules ?? [])].toSorted(byText))
      expect(table.unsolved.map(({ check }) => check)).toHaveLength(one.unsolved ?? 0)
      expect(
        all.study.findings
          .filter(({ place, level }) => place.table === name && level !== 'info')
          .map(({ code }) => code),
      ).toEqual(one.findings ?? [])
      if (one.unsolved) return
      const written = all.catalog.relations
        .find(({ id }) => id === name)!
        .columns.filter(({ generated }) => generated === null)
      expect(
        await refusal(
          all.database,
          table,
          written.map((column) => column.name),
        ),
      ).toBeNull()
    },
  )
})

const byText = (one: unknown, other: unknown): number => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1)
