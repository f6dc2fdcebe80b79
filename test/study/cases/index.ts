import type { CheckCase } from '../check-case.ts'
import { arrayCases } from './arrays.ts'
import { crossCases } from './cross.ts'
import { domainCases, PRELUDE } from './domains.ts'
import { impossibleCases } from './impossible.ts'
import { jsonCases } from './jsons.ts'
import { logicCases } from './logic.ts'
import { numberCases } from './numbers.ts'
import { presenceCases } from './presence.ts'
import { textCases } from './texts.ts'
import { timeCases } from './times.ts'
import { unsolvedCases } from './unsolved.ts'

export const caseGroups: Readonly<Record<string, readonly CheckCase[]>> = {
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

/** Every case with the name of its table. */
export const allCases = Object.entries(caseGroups).flatMap(([group, some]) =>
  some.map((one, index) => ({ group, one, name: `${group.replace(/\W/g, '_').slice(0, 12)}_${index}` })),
)

/** The tables of all cases, in one database. */
export const casesSql = [PRELUDE, ...allCases.map(({ one, name }) => `create table ${name} (${one.table});`)].join('\n')
