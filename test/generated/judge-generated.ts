import fc from 'fast-check'
import { expect } from 'vitest'
import { freshDatabase } from '../support/database.ts'
import { judgeSchema, layBoth, type Pair } from './judge-schema.ts'
import { mutatedSchema } from './mutated-schema.ts'
import { randomSchema } from './random-schema.ts'

/** Where the schemas come from. */
const SOURCES = { random: randomSchema, mutated: mutatedSchema }

export interface Search {
  readonly of: keyof typeof SOURCES
  /** Of the first case; each further one has the next. */
  readonly seed: number
  readonly cases: number
  /** Milliseconds that the smallest example of one fault is looked for. */
  readonly shrinking: number
}

/** Fills generated schemas, each in two databases; fails with the smallest schema that was found for each kind of fault. */
export async function judgeGenerated(search: Search): Promise<void> {
  const pair = [await freshDatabase('pg17'), await freshDatabase('pg17')] as const
  const faults = new Map<string, string>()
  let found = 0
  for (let seed = search.seed; seed < search.seed + search.cases; seed++) {
    const fault = await faultOf(pair, { ...search, seed }, new Set(faults.keys()))
    if (fault === null) continue
    found += 1
    if (fault.text !== null) faults.set(fault.kind, fault.text)
  }
  expect([...faults.values()].join('\n\n'), `${found} of ${search.cases} cases from seed ${search.seed} on`).toBe('')
}

/** One case; null where nothing is wrong. `text` is null where the kind of fault is known: it is not made smaller again. */
async function faultOf(
  pair: Pair,
  { of, seed, shrinking }: Search,
  known: ReadonlySet<string>,
): Promise<{ kind: string; text: string | null } | null> {
  let kind: string | null = null
  let until = Number.POSITIVE_INFINITY
  const cases = fc.record({ statements: SOURCES[of], rows: fc.integer({ min: 1, max: 40 }) })
  const property = fc.asyncProperty(cases, async ({ statements, rows }) => {
    if (Date.now() > until) return
    if (!(await isLaid(pair, statements, of))) return
    const problems = await judgeSchema(pair, rows)
    const problem = problems.find((one) => kind === null || kindOf(one) === kind)
    if (problem === undefined) return
    if (kind === null) {
      kind = kindOf(problem)
      until = known.has(kind) ? 0 : Date.now() + shrinking
    }
    throw new Error(problem)
  })
  const result = await fc.check(property, { seed, numRuns: 1 })
  if (!result.failed || kind === null) return null
  const [example] = result.counterexample ?? []
  const told = [
    `seed ${seed}: ${String(result.errorInstance)}`,
    `rows: ${example?.rows}`,
    ...(example?.statements ?? []),
  ]
  return { kind, text: known.has(kind) ? null : told.join('\n') }
}

/** What is wrong in kind: numbers, names and values left out. */
const kindOf = (problem: string): string =>
  problem.replaceAll(/"(?:[^"]|"")*"|'(?:[^']|'')*'|\d+|\b\w+\d\w*\b/g, '').slice(0, 90)

/** A clause may contradict another one so that the server refuses it: such a schema is no case. Random ones are all valid. */
async function isLaid(pair: Pair, statements: readonly string[], of: Search['of']): Promise<boolean> {
  try {
    await layBoth(pair, statements)
    return true
  } catch (error) {
    if (of === 'mutated' && /^(42|0A|22|23)/.test((error as { code?: string }).code ?? '')) return false
    throw error
  }
}
