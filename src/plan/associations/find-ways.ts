import type { Via } from '../../model/allotting/association.ts'
import type { ForeignKey, Relation } from '../../model/catalog.ts'
import { plainColumns } from '../../model/plain-columns.ts'
import { foldName } from '../assets/fold-name.ts'
import { singular } from '../coherence/singular.ts'

/** A way from the rows of one table to those of another one, and how it would be written. */
export interface Way {
  readonly via: Via
  readonly spelled: string
  /** As it stands in a configuration: `'posts.author_id'`, or an object. */
  readonly written: string
  /** Only where it is asked for: the table holds more than pairs. */
  readonly aside: boolean
}

/** The ways by which rows of the target may get rows of the source. */
export function waysBetween(source: Relation, target: Relation, relations: readonly Relation[]): Way[] {
  const direct = source === target ? [] : [...ownWays(source, target, 'source'), ...ownWays(target, source, 'target')]
  const joins = relations.filter(
    ({ id, kind }) => id !== source.id && id !== target.id && (kind === 'table' || kind === 'partitioned'),
  )
  return [...direct, ...joins.flatMap((join) => joinWays(join, source, target))]
}

function ownWays(table: Relation, parent: Relation, kind: 'source' | 'target'): Way[] {
  return table.foreignKeys
    .filter((key) => key.parent === parent.id)
    .map((key): Way => {
      const spelled = `${table.id}.${key.columns.join(',')}`
      return {
        via: { kind, table: table.id, link: key.name, required: isRequired(table, key) },
        ...{ spelled, written: quoted(spelled), aside: false },
      }
    })
}

function joinWays(join: Relation, source: Relation, target: Relation): Way[] {
  const keys = (parent: Relation) => join.foreignKeys.filter((key) => key.parent === parent.id)
  const both = keys(source).flatMap((one) =>
    keys(target).flatMap((other) => (one === other ? [] : [{ source: one, target: other }])),
  )
  const alone = both.length === 1
  return both.map((pair) => {
    const [one, other] = [pair.source.columns.join(','), pair.target.columns.join(',')]
    return {
      via: { kind: 'join', table: join.id, source: pair.source.name, target: pair.target.name },
      spelled: alone ? join.id : `${join.id} (${one}, ${other})`,
      written: alone
        ? quoted(join.id)
        : `{ table: ${quoted(join.id)}, source: ${quoted(one)}, target: ${quoted(other)} }`,
      aside: !joinsBoth(join, pair, source, target),
    }
  })
}

/** As a string of the configuration. */
const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`

/** Its rows are pairs: a key holds both foreign keys, or without one it is called like both tables. */
function joinsBoth(
  join: Relation,
  keys: { readonly source: ForeignKey; readonly target: ForeignKey },
  ...sides: readonly Relation[]
): boolean {
  if (!isRequired(join, keys.source) || !isRequired(join, keys.target)) return false
  const columns = [...keys.source.columns, ...keys.target.columns]
  const holds = keysOf(join).some((key) => columns.every((name) => key.includes(name)))
  const name = foldName(join.name)
  return holds || sides.every((side) => name.includes(singular(foldName(side.name))))
}

const isRequired = ({ columns, primaryKey }: Relation, key: ForeignKey): boolean =>
  key.columns.every(
    (name) =>
      columns.some((column) => column.name === name && column.notNull) || (primaryKey?.columns.includes(name) ?? false),
  )

/** Columns of the unique keys that hold for all rows. */
export const keysOf = ({ primaryKey, uniques }: Relation): readonly (readonly string[])[] =>
  [primaryKey, ...uniques].flatMap((key) => {
    const columns = key === null || key.predicate !== null ? null : plainColumns(key.columns)
    return columns === null ? [] : [columns]
  })
