import { readFile, realpath, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { AssetPoolWish } from '../../../model/config.ts'
import type { Value } from '../../../model/value.ts'
import { decodeText } from '../decode-text.ts'
import { parseJson } from '../formats/parse-json.ts'
import { parseYaml } from '../formats/parse-yaml.ts'
import { placeIn } from '../formats/place-in.ts'
import { plainData } from '../formats/plain-data.ts'
import type { Raw } from '../formats/raw.ts'
import { type PlacedProblem, placed } from '../problem.ts'
import { JsonSchema } from './json-schema.ts'
import type { Rules } from './rules.ts'
import { SchemaError } from './schema-error.ts'

const LARGEST = 1024 * 1024

/** The rules of a pool, its schema read and looked at; null where it has none. A schema that cannot be used is a problem, and nothing is held against it. */
export async function loadRules(
  root: string,
  { rules, allowOutside }: Pick<AssetPoolWish, 'rules' | 'allowOutside'>,
): Promise<{ readonly rules: Rules | null; readonly problems: readonly PlacedProblem[] }> {
  if (rules === undefined) return { rules: null, problems: [] }
  const { schema, ...others } = rules
  if (schema === null) return { rules: { ...others, schema: null }, problems: [] }
  const file = typeof schema === 'string' ? schema : null
  try {
    const read = file === null ? schema : await readSchema(root, file, allowOutside === true)
    return { rules: { ...others, schema: new JsonSchema(read) }, problems: [] }
  } catch (error) {
    return { rules: { ...others, schema: null }, problems: placed(file ?? 'schema', [schemaProblem(error)]) }
  }
}

async function readSchema(root: string, file: string, allowOutside: boolean): Promise<Value> {
  const path = await realpath(join(root, file))
  const inside = relative(root, path)
  if (!allowOutside && (inside === '..' || inside.startsWith(`..${sep}`)))
    throw new SchemaError(
      'The schema lies outside of the project.',
      'a file below the folder of the configuration',
      file,
    )
  const { size } = await stat(path)
  if (size > LARGEST) throw new SchemaError('The schema is too large.', `at most ${LARGEST} bytes`, `${size} bytes`)
  const decoded = decodeText(await readFile(path))
  if ('problem' in decoded)
    throw new SchemaError(decoded.problem.message, decoded.problem.expected, decoded.problem.found)
  return dataOf(/\.ya?ml$/i.test(file) ? parseYaml(decoded.text) : parseJson(decoded.text), decoded.text)
}

function dataOf(raw: Raw, text: string): Value {
  if ('message' in raw) {
    const { line, column } = placeIn(text, raw.at)
    throw new SchemaError(
      `The schema cannot be read at line ${line}, column ${column}.`,
      'JSON',
      raw.found ?? raw.message,
    )
  }
  const { data, problem } = plainData(raw.value)
  if (problem !== null) throw new SchemaError(problem, 'a smaller schema', 'more')
  return data
}

function schemaProblem(error: unknown) {
  const known = error instanceof SchemaError ? error : null
  const { code, message } = error as NodeJS.ErrnoException
  return {
    line: null,
    code: 'schema-invalid',
    message: known?.message ?? `The schema cannot be read (${code ?? message}).`,
    expected: known?.expected ?? 'a file with a JSON Schema',
    found: known?.found ?? code ?? 'an error',
    next: 'Mend the schema, or leave it out.',
  }
}
