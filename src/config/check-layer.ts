import type { z } from 'zod'
import { type Finding, finding } from '../model/finding.ts'
import { nearest } from '../model/nearest.ts'
import { cleanInput } from './clean-input.ts'
import { formatPath } from './format-path.ts'
import { judgeInput, type Problem } from './judge-input.ts'
import { layCustomizations } from './lay-customizations.ts'
import { isPart, layParts } from './lay-parts.ts'
import { type Layer, nameInLayer } from './layer.ts'
import { type ConfigInput, configSchema } from './schema.ts'
import { definition } from './schema-kind.ts'
import { type SettingMeta, settingMeta } from './setting.ts'

/** Holds one layer against the schema: its input, checked and copied, and everything that is wrong with it. */
export function checkLayer(
  layer: Layer,
  bareNames: boolean,
): { readonly input: ConfigInput; readonly findings: readonly Finding[] } {
  const { value: cleaned, problems } = cleanInput(layer.input ?? {})
  const input = spelledOut(cleaned, isBare(layer, bareNames) ? layer.kind === 'file' : null)
  const formal = problems.map((problem): Problem => ({ ...problem, code: 'invalid-setting', nearest: null }))
  const findings = [...formal, ...(problems.length > 0 ? [] : judgeInput(configSchema, input))].map((problem) =>
    describe(problem, layer, input),
  )
  const parsed = findings.length > 0 ? {} : configSchema.parse(input)
  return { input: parsed, findings }
}

/** Short forms in full, those of datasets as well. `careful`: see `gatherBareNames`; null: names of tables do not stand beside settings. */
function spelledOut(cleaned: unknown, careful: boolean | null): unknown {
  const value = layCustomizations(cleaned)
  const input = careful === null ? value : gatherBareNames(value, careful)
  if (!isPart(input) || !isPart(input.datasets)) return input
  const datasets = Object.entries(input.datasets).map(([name, one]) => [name, spelledOut(one, careful)])
  return layParts(input, { datasets: Object.assign(Object.create(null), Object.fromEntries(datasets)) }, 1)
}

const isBare = (layer: Layer, bareNames: boolean): boolean =>
  layer.kind === 'file' || (bareNames && layer.kind === 'call')

/**
 * The one-line form: `{ users: 10, posts: 50 }` names tables beside settings. In a file only numbers do, and no name that looks like a slip
 * in the name of a setting.
 */
function gatherBareNames(input: unknown, careful: boolean): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return input
  const entries = Object.entries(input)
  const names = Object.keys(configSchema.shape)
  const bare = entries.filter(
    ([name, value]) =>
      !names.includes(name) && (!careful || (typeof value === 'number' && nearest(name, names) === null)),
  )
  const { tables = {} } = input as { readonly tables?: unknown }
  if (bare.length === 0 || typeof tables !== 'object' || tables === null) return input
  const settings = Object.assign(
    Object.create(null),
    Object.fromEntries(entries.filter((entry) => !bare.includes(entry))),
  )
  settings.tables = Object.assign(Object.create(null), settings.tables, Object.fromEntries(bare))
  return settings
}

function describe(problem: Problem, layer: Layer, input: unknown): Finding {
  const path = formatPath(problem.path)
  const who = nameInLayer(layer, path)
  const message =
    problem.code === 'unknown-setting'
      ? `${who}: there is no setting ${path}.`
      : `${who}: ${path === '' ? 'the configuration' : path} is not valid.`
  return finding(problem.code, 'error', { path, ...(layer.kind === 'file' ? { file: layer.name } : {}) }, message, {
    expected: problem.expected,
    found: problem.found,
    next: advise(problem, input),
  })
}

function advise(problem: Problem, input: unknown): string {
  if (problem.nearest !== null) return `Did you mean ${problem.nearest}?`
  const name = String(problem.path[0])
  const isTable = problem.code === 'unknown-setting' && problem.path.length === 1
  if (isTable && ['number', 'object'].includes(typeof (input as Record<string, unknown>)[name]))
    return `Tables go under tables: { tables: { ${name}: … } }`
  const meta = nearestMeta(problem.path)
  return meta === null || meta.examples.length === 0
    ? 'See docs/configuration.md.'
    : `For example: ${meta.key}: ${JSON.stringify(meta.examples[0])}`
}

/** The innermost setting around a place. */
function nearestMeta(path: readonly PropertyKey[]): (SettingMeta & { readonly key: string }) | null {
  let schemas: readonly z.ZodType[] = [configSchema]
  let found: (SettingMeta & { readonly key: string }) | null = null
  for (const key of path) {
    schemas = schemas.flatMap((schema) => inside(schema, key))
    const meta = schemas.map(settingMeta).find((one) => one !== null)
    if (meta) found = { ...meta, key: String(key) }
    schemas = schemas.flatMap(spread)
  }
  return found
}

const spread = (schema: z.ZodType): readonly z.ZodType[] => {
  const { innerType, options } = definition(schema)
  return innerType !== undefined ? spread(innerType) : options !== undefined ? options.flatMap(spread) : [schema]
}

function inside(schema: z.ZodType, key: PropertyKey): readonly z.ZodType[] {
  const { shape = {}, valueType } = definition(schema)
  if (Object.hasOwn(shape, key)) return [shape[key as string] as z.ZodType]
  return valueType === undefined ? [] : [valueType]
}
