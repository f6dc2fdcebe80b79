import type { MappingPath } from '../../model/assets/asset-mapping.ts'
import type { Asset } from '../../model/assets/assets.ts'
import { type Finding, finding } from '../../model/finding.ts'
import { nearest } from '../../model/nearest.ts'
import type { Draft, DraftColumn, Workshop } from '../draft.ts'
import { columnFor } from './column-for.ts'
import { fieldProblem } from './field-problem.ts'
import { foldName } from './fold-name.ts'
import { foundIn } from './found-in.ts'
import { giveColumn } from './give-column.ts'
import { whyNotGiven } from './may-be-given.ts'
import type { PoolItems } from './pool-items.ts'
import { pathOf } from './references/reference.ts'
import { type RowColumns, rowColumnsOf, tellRowColumns } from './row-columns.ts'

type Expressions = Readonly<Record<string, string>>

/** What the configuration says of a column: what it gets, and what where an item says nothing for it. */
interface Wanted {
  readonly entry: DraftColumn
  /** Found by name and meaning, not said: nothing is to be told of it. */
  readonly found: { readonly expression: string; readonly why: string } | null
  readonly field: Said | null
  readonly fallback: Said | null
}

interface Said {
  readonly expression: string
  readonly path: string
}

type Tell = (code: string, message: string, rest: Partial<Finding>) => void

/**
 * What the configuration says under `fields` and `fallbacks`: unknown columns, expressions that cannot be read, fields that no item has and columns that wait for
 * each other are problems. Without `fields` the columns have been given by name and meaning before.
 */
export function mapByWish(
  workshop: Workshop,
  draft: Draft,
  { pool, path }: PoolItems,
  items: readonly Asset[],
  { fields, fallbacks }: { readonly fields: Expressions | null; readonly fallbacks: Expressions },
): void {
  const referred = workshop.references.all.filter((one) => one.pool === pool)
  if (fields !== null)
    for (const one of referred) {
      const said = { expression: one.expression, path: pathOf(one) }
      const tell = teller(workshop, { table: draft.id, column: one.field, path: said.path })
      tellWrong(workshop, said, { pool, items, optional: false }, tell)
    }
  const own = Object.fromEntries(
    Object.entries(fields ?? {}).filter(([key]) => !referred.some(({ field }) => field === key)),
  )
  const named = [
    ...namedColumns(workshop, draft, `${path}.fields`, own),
    ...namedColumns(workshop, draft, `${path}.fallbacks`, fallbacks),
  ]
  const wanted = wantedColumns(pool, named, path)
  const links = rowColumnsOf(workshop.inputs.mapping, expressionsOf(draft, pool, wanted))
  for (const one of wanted) settleColumn(workshop, draft, { pool, items, links }, one)
}

/** The columns that the keys stand for. What cannot be given is a problem. */
function namedColumns(
  workshop: Workshop,
  draft: Draft,
  path: string,
  expressions: Expressions,
): { entry: DraftColumn; key: string; said: Said }[] {
  const keys = Object.keys(expressions)
  const seen = new Map<DraftColumn, string>()
  return keys.flatMap((key) => {
    const place = { table: draft.id, column: key, path: `${path}.${key}` }
    const tell = teller(workshop, place)
    const found = columnFor(
      draft,
      key,
      keys.filter((other) => other !== key),
    )
    if (found === null) {
      unknownColumn(draft, key, tell)
      return []
    }
    const { entry, same } = found
    const { name } = entry.column
    const before = seen.get(entry)
    const blocked = whyNotGiven(draft, entry)
    if (blocked !== null)
      tell(blocked.code, `${draft.id}.${name} cannot be given: ${blocked.why}.`, { next: blocked.next })
    else if (before !== undefined)
      tell('column-twice', `${before} and ${key} stand for the same column ${draft.id}.${name}.`, {
        expected: 'one of them',
        found: 'both',
        next: `Leave ${key} out.`,
      })
    else {
      seen.set(entry, key)
      if (same === 'meaning')
        workshop.findings.push(
          finding(
            'column-meant',
            'info',
            place,
            `${draft.id} has no column ${key}; it is taken for ${name}, which means the same.`,
            {
              next: `Write ${name} in place of ${key}.`,
            },
          ),
        )
      return [{ entry, key, said: { expression: expressions[key] ?? '', path: `${path}.${key}` } }]
    }
    return []
  })
}

/** Field and fallback of each column, in the order in which they were said. */
function wantedColumns(pool: string, named: readonly { entry: DraftColumn; said: Said }[], path: string): Wanted[] {
  const wanted = new Map<DraftColumn, Wanted>()
  for (const { entry, said } of named) {
    const before = wanted.get(entry) ?? { entry, found: givenBefore(entry, pool), field: null, fallback: null }
    const part = said.path.startsWith(`${path}.fields.`) ? { field: said } : { fallback: said }
    wanted.set(entry, { ...before, ...part })
  }
  return [...wanted.values()]
}

const givenBefore = (entry: DraftColumn, pool: string): Wanted['found'] =>
  entry.assets?.find((one) => one.pool === pool) ?? null

/** What the columns would get, by name, those that were found among them: for expressions that look at them. */
function expressionsOf(draft: Draft, pool: string, wanted: readonly Wanted[]): Expressions {
  const found = [...draft.columns.values()].flatMap((entry) => {
    const asset = givenBefore(entry, pool)
    return asset === null ? [] : [[entry.column.name, asset.expression] as const]
  })
  return Object.fromEntries([...found, ...wanted.map((one) => [one.entry.column.name, joined(one)] as const)])
}

const joined = ({ found, field, fallback }: Wanted): string =>
  [(field ?? found)?.expression, fallback?.expression].filter((one) => one !== undefined).join(' | ')

function settleColumn(
  workshop: Workshop,
  draft: Draft,
  { pool, items, links }: { pool: string; items: readonly Asset[]; links: RowColumns },
  wanted: Wanted,
): void {
  const { entry, found, field, fallback } = wanted
  const { name } = entry.column
  const said = [field, fallback].filter((one) => one !== null)
  const tell = (path: string): Tell => teller(workshop, { table: draft.id, column: name, path })
  const wrong = said.map((one) => {
    const optional = one === field && fallback !== null
    return tellWrong(workshop, one, { pool, items, optional }, tell(one.path))
  })
  if (wrong.includes(true) || tellRowColumns(name, links, tell(said[0]?.path ?? ''))) return
  const main = (field ?? found)?.expression
  entry.assets = (entry.assets ?? []).filter((one) => one.pool !== pool)
  giveColumn(entry, {
    pool,
    expression: joined(wanted),
    why: field === null && found !== null ? found.why : `asset pool ${pool} (configuration)`,
    ...(fallback === null || isKey(draft, name) ? {} : { made: true as const }),
    ...(fallback === null || main === undefined ? {} : { fallback: { of: main, by: fallback.expression } }),
  })
}

/** Of keys every row has its own by construction; an expression could repeat itself. */
const isKey = ({ study }: Draft, name: string): boolean => study.keys.some(({ columns }) => columns.includes(name))

/** True where an expression cannot be read, or says what no item has. */
function tellWrong(
  { inputs }: Workshop,
  { expression, path }: Said,
  { pool, items, optional }: { pool: string; items: readonly Asset[]; optional: boolean },
  tell: Tell,
): boolean {
  const read = inputs.mapping.read(expression)
  if (!('problem' in read))
    return tellUnknown(optional ? read.paths.map((one) => ({ ...one, optional })) : read.paths, pool, items, tell)
  const { message, expected, next } = read.problem
  tell('expression-invalid', `${path}: ${message}`, { expected, found: foundIn(read.problem, expression), next })
  return true
}

const teller =
  (workshop: Workshop, place: Finding['place']): Tell =>
  (code, message, rest) => {
    workshop.assetProblems.push(finding(code, 'error', place, message, rest as Parameters<typeof finding>[4]))
  }

function unknownColumn(draft: Draft, name: string, tell: Tell): void {
  const names = draft.relation.columns.map((column) => column.name)
  const close = names.find((other) => foldName(other) === foldName(name)) ?? nearest(name, names)
  tell('unknown-column', `The table ${draft.id} has no column ${name}.`, {
    expected: `one of ${names.join(', ')}`,
    found: name,
    next: close === null ? 'Look at its columns with: supa-seed plan' : `Did you mean ${close}?`,
  })
}

/** True where a path leads nowhere in every item. */
function tellUnknown(paths: readonly MappingPath[], pool: string, items: readonly Asset[], tell: Tell): boolean {
  let told = false
  for (const one of paths) {
    const unknown = fieldProblem(one, pool, items)
    if (unknown === null) continue
    tell('unknown-field', unknown.message, unknown)
    told = true
  }
  return told
}
