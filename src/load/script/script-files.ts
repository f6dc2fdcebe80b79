import { splitObjectId } from '../../model/name.ts'
import type { Plan, Stage } from '../../model/plan.ts'
import { csvLines } from './csv-lines.ts'
import { type ScriptContext, stepStatements } from './step-statements.ts'
import { storageStatements } from './storage-statements.ts'

/** A file that is to be written: its text comes in pieces, the same ones whenever they are asked for. */
export interface ScriptFile {
  /** `01_users.sql`; files are run in the order of their names. */
  readonly name: string
  text(): Iterable<string>
}

/** What a file sets, so that its literals mean the same wherever it is run. */
const SETTINGS =
  "set statement_timeout = 0;\nset timezone = 'UTC';\nset datestyle = 'ISO, YMD';\nset intervalstyle = 'postgres';\nset standard_conforming_strings = on;\nset xmloption = content;\n"

/** The files of a plan in SQL: one for each of its stages that does anything, and for all stages of a phase together; in the end whose files in buckets are. */
export function sqlFiles(context: ScriptContext): ScriptFile[] {
  const stages = byPhase(context.plan.stages.filter(({ steps }) => steps.some(({ kind }) => kind !== 'analyze')))
  const parts = stages.map((stage) => ({ name: nameOf(stage), text: (): Iterable<string> => ofStage(context, stage) }))
  const objects = ofStorage(context)
  if (objects.length > 0) parts.push({ name: 'storage', text: () => objects })
  return numbered(
    parts,
    ({ name }) => name,
    'sql',
    function* ({ text }) {
      yield `${SETTINGS}\n`
      // psql runs each statement by itself otherwise; the Supabase CLI makes a transaction of each file.
      if (context.copy) yield 'begin;\n\n'
      yield* text()
      yield context.copy ? 'commit;\nreset all;\n' : 'reset all;\n'
    },
  )
}

function* ofStage(context: ScriptContext, { steps }: Stage): Generator<string> {
  for (const step of steps) yield* stepStatements(context, step)
}

const ofStorage = ({ rows, keys, storage }: ScriptContext): readonly string[] =>
  storage === null ? [] : [...storageStatements(rows, keys, storage)]

function byPhase(stages: readonly Stage[]): Stage[] {
  const joined: Stage[] = []
  for (const stage of stages) {
    const last = joined.at(-1)
    if (last?.phase === undefined || last.phase !== stage.phase) joined.push(stage)
    else joined[joined.length - 1] = { ...last, steps: [...last.steps, ...stage.steps] }
  }
  return joined
}

/** One file for each table of the plan, parents first. */
export function csvFiles({ plan, rows }: Pick<ScriptContext, 'plan' | 'rows'>): ScriptFile[] {
  const tables = plan.tables.filter((table) => table.rows > 0)
  const name = ({ id }: Plan['tables'][number]): string => {
    const { schema, name } = splitObjectId(id)
    return schema === 'public' ? name : `${schema}.${name}`
  }
  return numbered(tables, name, 'csv', ({ id }) => csvLines(rows.table(id)))
}

function numbered<Part>(
  parts: readonly Part[],
  name: (part: Part) => string,
  suffix: string,
  text: (part: Part) => Iterable<string>,
): ScriptFile[] {
  const digits = Math.max(2, String(parts.length).length)
  return parts.map((part, i) => ({
    name: `${String(i + 1).padStart(digits, '0')}_${fileName(name(part))}.${suffix}`,
    text: () => text(part),
  }))
}

/** A stage of one table is named after it. */
function nameOf({ name, phase, steps }: Stage): string {
  const [step, ...others] = steps
  return phase === undefined && others.length === 0 && step !== undefined && 'table' in step ? step.table : name
}

/** Letters, digits, dots and dashes: what every file system takes. */
const fileName = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/[^\p{Letter}\p{Number}.-]+/gu, '_')
    .replaceAll(/^[_.]+|[_.]+$/g, '')
    .slice(0, 80) || 'rows'
