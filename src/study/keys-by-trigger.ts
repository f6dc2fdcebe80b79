import type { Catalog, Column, ForeignKey, Relation } from '../model/catalog.ts'
import type { ObjectId } from '../model/name.ts'
import type { Effect, Study } from '../model/study.ts'

/**
 * The catalog with relations that only a trigger keeps: it makes a row with the key of the new row (an account for each user), and no foreign key says that
 * the one belongs to the other. The same catalog where there are none.
 */
export function withKeysByTrigger(catalog: Catalog, { tables }: Pick<Study, 'tables'>): Catalog {
  const byId = new Map(catalog.relations.map((relation) => [relation.id, relation]))
  const found = new Map<ObjectId, ForeignKey>()
  for (const maker of catalog.relations)
    for (const effect of tables[maker.id]?.effects ?? [])
      for (const insert of effect.timing === 'after' ? effect.inserts : []) {
        const made = byId.get(insert.table)
        const key = made === undefined || made === maker || insert.conditional ? null : keyBack(made, maker, insert)
        if (key !== null) found.set(insert.table, foreignKey(maker, key, effect.trigger))
      }
  if (found.size === 0) return catalog
  return {
    ...catalog,
    relations: catalog.relations.map((relation) => {
      const key = found.get(relation.id)
      return key === undefined ? relation : { ...relation, foreignKeys: [...relation.foreignKeys, key] }
    }),
  }
}

interface Key {
  readonly own: string
  readonly there: string
}

/** The column that is the whole primary key, and that of the new row which it is taken from. */
function keyBack(made: Relation, maker: Relation, { columns }: Effect['inserts'][number]): Key | null {
  const own = onlyColumn(made)
  const there = onlyColumn(maker)
  if (own === null || there === null || columns[own.name] !== there.name) return null
  if (own.typeName !== there.typeName || own.generated !== null || own.identity !== null) return null
  const isKnown = made.foreignKeys.some(
    (key) =>
      key.columns.includes(own.name) ||
      // The owner of an account, beside whose own one there may be others.
      (key.parent === maker.id && key.columns.length === 1 && columns[key.columns[0] ?? ''] === there.name),
  )
  return isKnown ? null : { own: own.name, there: there.name }
}

function onlyColumn({ primaryKey, columns }: Relation): Column | null {
  const [name, ...more] = primaryKey?.columns ?? []
  return more.length > 0 ? null : (columns.find((column) => column.name === name) ?? null)
}

const foreignKey = (maker: Relation, { own, there }: Key, trigger: string): ForeignKey => ({
  name: `${own} → ${maker.id}`,
  columns: [own],
  parent: maker.id,
  parentColumns: [there],
  match: 'simple',
  onDelete: 'no action',
  onUpdate: 'no action',
  deferrable: false,
  deferred: false,
  validated: false,
  found: `the trigger ${trigger} fills it from ${maker.id}; no constraint says so`,
})
