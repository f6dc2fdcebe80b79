import type { MappingProblem } from '../../model/assets/asset-mapping.ts'
import { type Finding, finding } from '../../model/finding.ts'
import { nearest } from '../../model/nearest.ts'
import { foundIn } from '../assets/found-in.ts'
import { targetOf } from '../assets/target-of.ts'
import type { Draft, DraftColumn, Workshop } from '../draft.ts'

/**
 * Reads the expressions that the configuration gives columns of a table: what they look at, and whether some of their values fit. What is wrong is gathered with
 * what is wrong with the user's content.
 */
export function settleExpressions(workshop: Workshop, draft: Draft): void {
  for (const entry of draft.columns.values()) {
    const { recipe, column } = entry
    if (recipe.kind !== 'expression') tellLikely(workshop, draft, entry)
    else {
      const { expression } = recipe
      const problems = problemsOf(workshop, draft, entry, expression)
      const path = pathOf(draft, column.name)
      const place = { table: draft.id, column: column.name, path }
      for (const { code, message, ...rest } of problems)
        workshop.assetProblems.push(finding(code, 'error', place, `${path}: ${message}`, rest))
      const read = workshop.inputs.mapping.read(expression)
      const columns = problems.length > 0 || 'problem' in read ? [] : read.columns
      entry.recipe = { ...recipe, from: columns.map((name) => ({ column: name })) }
    }
  }
}

const pathOf = (draft: Draft, column: string): string => `tables.${draft.id}.columns.${column}`

type Told = Pick<Finding, 'code' | 'message' | 'expected' | 'found' | 'next'>

function problemsOf({ inputs }: Workshop, draft: Draft, entry: DraftColumn, expression: string): Told[] {
  const { mapping } = inputs
  const read = mapping.read(expression)
  if ('problem' in read) return [told('expression-invalid', read.problem, expression)]
  const [path] = read.paths
  if (path !== undefined)
    return [
      {
        code: 'expression-invalid',
        message: 'Only rows of asset pools are made of files.',
        expected: 'row.…, functions and values',
        found: path.keys.join('.'),
        next: 'Say it under fields of a pool, or look at another column: row.title',
      },
    ]
  const unknown = read.columns.flatMap((name) => unreadable(draft, entry, name))
  if (unknown.length > 0 || read.columns.length > 0) return unknown
  const problem = mapping.sample(expression, targetOf(draft, entry))
  return problem === null ? [] : [told('expression-value', problem, expression)]
}

const told = (code: string, problem: MappingProblem, expression: string): Told => ({
  code,
  message: problem.message,
  expected: problem.expected,
  found: foundIn(problem, expression),
  next: problem.next,
})

/** Why another column cannot be looked at. */
function unreadable(draft: Draft, entry: DraftColumn, name: string): Told[] {
  const other = draft.columns.get(name)
  const names = [...draft.columns.keys()].filter((one) => one !== entry.column.name)
  if (other === undefined) {
    const near = nearest(name, names)
    return [
      {
        code: 'unknown-row-column',
        message: `${draft.id} has no column ${name}.`,
        expected: `one of ${names.map((one) => `row.${one}`).join(', ')}`,
        found: `row.${name}`,
        next: near === null ? 'Name one of its columns.' : `Did you mean row.${near}?`,
      },
    ]
  }
  if (other === entry)
    return [
      {
        code: 'expression-cycle',
        message: 'The column waits for itself.',
        expected: 'another column',
        found: `row.${name}`,
        next: 'Look at another one.',
      },
    ]
  if (other.recipe.kind !== 'leave') return []
  return [
    {
      code: 'unknown-row-column',
      message: `What ${name} will be only the database knows (${other.recipe.why}).`,
      expected: 'a column that supa-seed fills',
      found: `row.${name}`,
      next: `Give ${name} a value of its own, or look at another column.`,
    },
  ]
}

/** A text that is written as it stands, and reads like a call of the mapping language. */
const CALL = /^(?:faker\.\w+\.)?[a-z_]+\(.*\)$/is

function tellLikely({ inputs, findings }: Workshop, draft: Draft, { recipe, why, column }: DraftColumn): void {
  if (recipe.kind !== 'constant' || why !== 'configuration' || typeof recipe.value !== 'string') return
  if (!CALL.test(recipe.value) || 'problem' in inputs.mapping.read(recipe.value)) return
  findings.push(
    finding(
      'text-like-expression',
      'warning',
      { table: draft.id, column: column.name, path: pathOf(draft, column.name) },
      `Every row of ${draft.id} gets the text ${recipe.value} as it stands.`,
      { next: `For what it gives, write ${column.name}: { expression: '…' }` },
    ),
  )
}
