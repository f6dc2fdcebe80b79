import type { MappingPath } from '../../model/asset-mapping.ts'
import type { Asset } from '../../model/assets.ts'
import { type Finding, finding } from '../../model/finding.ts'
import { nearest } from '../../model/nearest.ts'
import type { Draft, Workshop } from '../draft.ts'
import { fieldProblem } from './field-problem.ts'
import { foldName } from './fold-name.ts'
import { giveColumn } from './give-column.ts'
import { whyNotGiven } from './may-be-given.ts'
import type { PoolItems } from './pool-items.ts'
import { rowColumnsOf, tellRowColumns } from './row-columns.ts'

/** What the configuration says under `fields`: unknown columns, expressions that cannot be read and fields that no item has are problems. */
export function mapByWish(
  workshop: Workshop,
  draft: Draft,
  { pool, path }: PoolItems,
  items: readonly Asset[],
  fields: Readonly<Record<string, string>>,
): void {
  const links = rowColumnsOf(workshop.inputs.mapping, fields)
  for (const [name, expression] of Object.entries(fields)) {
    const place = { table: draft.id, column: name, path: `${path}.fields.${name}` }
    const entry = draft.columns.get(name)
    const problem = (code: string, message: string, rest: Partial<Finding>): void => {
      workshop.assetProblems.push(finding(code, 'error', place, message, rest as Parameters<typeof finding>[4]))
    }
    const blocked = entry === undefined ? null : whyNotGiven(draft, entry)
    const read = workshop.inputs.mapping.read(expression)
    if (entry === undefined) unknownColumn(draft, name, problem)
    else if (blocked !== null)
      problem(blocked.code, `${draft.id}.${name} cannot be given: ${blocked.why}.`, { next: blocked.next })
    else if ('problem' in read) {
      const { message, expected, found, next } = read.problem
      problem('expression-invalid', `${place.path}: ${message}`, { expected, found: `${found} in ${expression}`, next })
    } else if (!tellUnknown(read.paths, pool, items, problem) && !tellRowColumns(name, links, problem))
      giveColumn(entry, { pool, expression, why: `asset pool ${pool} (configuration)` })
  }
}

function unknownColumn(
  draft: Draft,
  name: string,
  problem: (code: string, message: string, rest: Partial<Finding>) => void,
): void {
  const names = draft.relation.columns.map((column) => column.name)
  const close = names.find((other) => foldName(other) === foldName(name)) ?? nearest(name, names)
  problem('unknown-column', `The table ${draft.id} has no column ${name}.`, {
    expected: `one of ${names.join(', ')}`,
    found: name,
    next: close === null ? 'Look at its columns with: supa-seed plan' : `Did you mean ${close}?`,
  })
}

/** True where a path leads nowhere in every item. */
function tellUnknown(
  paths: readonly MappingPath[],
  pool: string,
  items: readonly Asset[],
  problem: (code: string, message: string, rest: Partial<Finding>) => void,
): boolean {
  let told = false
  for (const one of paths) {
    const unknown = fieldProblem(one, pool, items)
    if (unknown === null) continue
    problem('unknown-field', unknown.message, unknown)
    told = true
  }
  return told
}
