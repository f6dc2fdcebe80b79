import type { z } from 'zod'
import { nearest } from '../model/nearest.ts'
import { describeIssue, describeKinds } from './describe-schema.ts'
import { alternatives, definition, kindOf, kindOfValue } from './schema-kind.ts'
import { showValue } from './show-value.ts'

/** One thing that is wrong with an input. */
export interface Problem {
  readonly path: readonly PropertyKey[]
  readonly code: 'unknown-setting' | 'invalid-setting'
  readonly expected: string
  readonly found: string
  /** What was probably meant. */
  readonly nearest: string | null
}

type Path = readonly PropertyKey[]

/**
 * Everything in which `input` misses `schema`, each at its own place. zod judges; where it has a choice of unions, the alternative that the input comes
 * nearest to is the one that is explained (zod itself reports all of them, or none in particular).
 */
export function judgeInput(schema: z.ZodType, input: unknown, path: Path = []): readonly Problem[] {
  if (schema.safeParse(input).success) return []
  const options = alternatives(schema)
  const fitting = options.filter((option) => kindOf(option) === kindOfValue(input))
  if (fitting.length === 0) return [invalid(path, describeKinds(options), showValue(input))]
  if (kindOfValue(input) === 'object') return judgeObject(fitting, input as Record<string, unknown>, path)
  if (Array.isArray(input) && fitting.length === 1) return judgeArray(fitting[0] as z.ZodType, input, path)
  const expected = fitting.flatMap((option) =>
    (option.safeParse(input).error?.issues ?? []).slice(0, 1).map(describeIssue),
  )
  return [
    { ...invalid(path, [...new Set(expected)].join(', or '), showValue(input)), nearest: nearestWord(fitting, input) },
  ]
}

function judgeObject(options: readonly z.ZodType[], input: Record<string, unknown>, path: Path): readonly Problem[] {
  const word = missedWord(options, input)
  if (word !== null)
    return [
      {
        ...invalid([...path, word.key], `one of ${word.words.length} names`, showValue(input[word.key])),
        nearest: nearest(String(input[word.key]), word.words),
      },
    ]
  const option = closest(options, input)
  const { type, shape = {}, valueType } = definition(option)
  const own = Object.keys(input)
  const known = type === 'record' ? own : own.filter((key) => Object.hasOwn(shape, key))
  const missing = Object.keys(shape).filter(
    (key) => !Object.hasOwn(input, key) && !shape[key]?.safeParse(undefined).success,
  )
  const problems = [
    ...own.filter((key) => !known.includes(key)).map((key) => unknown(options, Object.keys(shape), [...path, key])),
    ...missing.map((key) => invalid([...path, key], describeKinds(alternatives(shape[key] as z.ZodType)), 'nothing')),
    ...known.flatMap((key) =>
      judgeInput((type === 'record' ? valueType : shape[key]) as z.ZodType, input[key], [...path, key]),
    ),
  ]
  return problems.length > 0 ? problems : issuesOf(option, input, path)
}

function judgeArray(schema: z.ZodType, input: readonly unknown[], path: Path): readonly Problem[] {
  const { element } = definition(schema)
  const problems = element === undefined ? [] : input.flatMap((item, at) => judgeInput(element, item, [...path, at]))
  return problems.length > 0 ? problems : issuesOf(schema, input, path)
}

/** What the schema says of the whole where all its parts are well. */
function issuesOf(schema: z.ZodType, input: unknown, path: Path): readonly Problem[] {
  return (schema.safeParse(input).error?.issues ?? []).map((issue) => {
    const found =
      (issue as { params?: { found?: string } }).params?.found ??
      showValue(issue.code === 'invalid_key' ? issue.path.at(-1) : input)
    return invalid([...path, ...issue.path], describeIssue(issue), found)
  })
}

/** A key that tells alternatives apart by a word (`shape`), with a word that none of them knows. */
function missedWord(
  options: readonly z.ZodType[],
  input: Record<string, unknown>,
): { key: string; words: readonly string[] } | null {
  for (const key of Object.keys(input)) {
    const telling = options.filter((option) => wordsOf(option, key).length > 0)
    const words = telling.flatMap((option) => wordsOf(option, key))
    if (telling.length > 1 && !words.includes(input[key] as string)) return { key, words }
  }
  return null
}

function wordsOf(option: z.ZodType, key: string): readonly string[] {
  const field = definition(option).shape?.[key]
  const { type, values = [] } = field === undefined ? { type: '' } : definition(field)
  return type === 'literal' ? values.filter((value): value is string => typeof value === 'string') : []
}

/** The alternative with most of the keys, then with fewest missing, then the first. */
function closest(options: readonly z.ZodType[], input: Record<string, unknown>): z.ZodType {
  const scored = options.map((option) => {
    const shape = definition(option).shape ?? {}
    const told = Object.keys(input).every(
      (key) => wordsOf(option, key).length === 0 || wordsOf(option, key).includes(input[key] as string),
    )
    const known = Object.keys(input).filter((key) => Object.hasOwn(shape, key)).length
    const missing = Object.keys(shape).filter(
      (key) => !Object.hasOwn(input, key) && !shape[key]?.safeParse(undefined).success,
    ).length
    return { option, score: (told ? 1e6 : 0) + known * 1e3 - missing }
  })
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).option
}

function unknown(options: readonly z.ZodType[], here: readonly string[], path: Path): Problem {
  const name = String(path.at(-1))
  const anywhere = options.flatMap((option) => Object.keys(definition(option).shape ?? {}))
  return {
    path,
    code: 'unknown-setting',
    expected: here.length === 0 ? 'no settings' : `one of ${here.join(', ')}`,
    found: name,
    nearest: nearest(name, [...here, ...anywhere]),
  }
}

function nearestWord(options: readonly z.ZodType[], input: unknown): string | null {
  if (typeof input !== 'string') return null
  return nearest(
    input,
    options.flatMap((option) =>
      definition(option).type === 'literal' ? (definition(option).values ?? []).map(String) : [],
    ),
  )
}

const invalid = (path: Path, expected: string, found: string): Problem => ({
  path,
  code: 'invalid-setting',
  expected,
  found,
  nearest: null,
})
