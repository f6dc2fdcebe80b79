import type { Asset } from '../../model/assets/assets.ts'
import { finding } from '../../model/finding.ts'
import type { Draft, DraftColumn, Workshop } from '../draft.ts'
import { type FieldSource, fieldSources } from './field-sources.ts'
import { foldName } from './fold-name.ts'
import { giveColumn } from './give-column.ts'
import { isUniqueOver } from './is-unique-over.ts'
import { whyNotGiven } from './may-be-given.ts'
import type { PoolItems } from './pool-items.ts'
import { targetOf } from './target-of.ts'

/** Fields to columns by name and meaning, where the configuration says nothing of them. What the user says of a column otherwise is stronger. */
export function mapByMeaning(
  workshop: Workshop,
  draft: Draft,
  { pool, path }: PoolItems,
  items: readonly Asset[],
): void {
  const columns = [...draft.columns.values()]
    .filter((entry) => whyNotGiven(draft, entry) === null && entry.why !== 'configuration')
    .map(({ column }) => column.name)
  const { sources, unused } = fieldSources(columns, items)
  const taken = new Set([...draft.columns.keys()].filter((name) => !columns.includes(name)).map(foldName))
  const referred = workshop.references.all.filter((one) => one.pool === pool)
  const homeless = unused.filter(
    (name) => !taken.has(foldName(name)) && !referred.some(({ field }) => foldName(field) === foldName(name)),
  )
  let given = 0
  for (const source of sources) {
    const entry = draft.columns.get(source.column) as DraftColumn
    const chosen = asFits(entry, source, items, workshop, draft)
    if (!suits(workshop, draft, entry, chosen, items)) continue
    giveColumn(entry, { pool, expression: chosen.expression, why: `asset pool ${pool} (${chosen.why})` })
    given++
  }
  if (given === 0) tellNothing(workshop, draft, pool, path)
  else if (homeless.length > 0)
    workshop.findings.push(
      finding(
        'fields-unused',
        'info',
        { table: draft.id, path },
        `Fields of the asset pool ${pool} that no column of ${draft.id} is for: ${homeless.join(', ')}.`,
        { next: 'Name columns for them under fields, where they are wanted.' },
      ),
    )
}

/** A list goes into a column of texts with commas between. */
function asFits(
  entry: DraftColumn,
  source: FieldSource,
  items: readonly Asset[],
  workshop: Workshop,
  draft: Draft,
): FieldSource {
  const fits = (expression: string): boolean => allFit(workshop, draft, entry, expression, items)
  // A column that may not be NULL gets what it would get anyway where a picture says nothing.
  const bare = source.expression.replace(/ \| null$/, '')
  if (bare !== source.expression) return fits(source.expression) ? source : { ...source, expression: bare }
  if (entry.study.encoding.kind !== 'text') return source
  const joined = `join(${source.expression})`
  return !fits(source.expression) && fits(joined) ? { ...source, expression: joined } : source
}

/** What has another name is only taken where every item fits; so are keys, which files number as they like. */
function suits(
  workshop: Workshop,
  draft: Draft,
  entry: DraftColumn,
  { expression, same }: FieldSource,
  items: readonly Asset[],
): boolean {
  const keyed = draft.relation.primaryKey?.columns.includes(entry.column.name) ?? false
  if (same && !keyed) return true
  return allFit(workshop, draft, entry, expression, items) && isUniqueOver(workshop, draft, entry, expression, items)
}

function allFit(
  workshop: Workshop,
  draft: Draft,
  entry: DraftColumn,
  expression: string,
  items: readonly Asset[],
): boolean {
  const target = targetOf(draft, entry)
  return items.every((asset) => !('problem' in workshop.inputs.mapping.value(expression, asset, target)))
}

function tellNothing(workshop: Workshop, draft: Draft, pool: string, path: string): void {
  workshop.assetProblems.push(
    finding(
      'pool-unmapped',
      'error',
      { table: draft.id, path },
      `No field of the asset pool ${pool} has the name or the meaning of a column of ${draft.id}.`,
      {
        expected: `fields for ${[...draft.columns.keys()].join(', ')}`,
        found: 'none',
        next: `Say which: assetPools: { ${pool}: { fields: { … } } }`,
      },
    ),
  )
}
