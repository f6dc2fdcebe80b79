import type { Asset, Assets } from '../../../model/assets/assets.ts'
import type { ForeignKey, Relation } from '../../../model/catalog.ts'
import { chosenItems } from '../../../model/chosen-items.ts'
import type { AssetPoolWish, Config } from '../../../model/config.ts'
import type { ObjectId } from '../../../model/name.ts'
import { fieldsOf } from '../field-sources.ts'
import { foldName } from '../fold-name.ts'
import { names } from './names-of.ts'
import type { AssetReference } from './reference.ts'

/** Where a field leads: by a foreign key of the pool's own table, or by a table that joins it with another one. */
type Way = Pick<AssetReference, 'link' | 'parent' | 'join'>

/**
 * The fields of pools that speak of rows of other tables. Those of the configuration are columns of foreign keys, and names of tables that are joined; without a
 * configuration fields that are called like them.
 */
export function findReferences(
  { assetPools }: Pick<Config, 'assetPools'>,
  assets: Assets,
  relations: readonly Relation[],
  tables: ReadonlyMap<ObjectId, readonly string[]>,
): AssetReference[] {
  return [...tables].flatMap(([table, pools]) => {
    const relation = relations.find(({ id }) => id === table)
    if (relation === undefined) return []
    return pools.flatMap((pool) => {
      const wish = assetPools[pool] as AssetPoolWish
      const found =
        wish.fields === null
          ? byName(relation, relations, chosenItems(assets, pool))
          : Object.entries(wish.fields).flatMap(([field, expression]) => {
              const way = wayOf(relation, relations, field)
              return way === null ? [] : [{ field, expression, way }]
            })
      return found.map(({ field, expression, way }): AssetReference => {
        const said = wish.references?.[field]
        const onMissing = said?.onMissing ?? (wish.fields === null ? unasked(relations, way) : 'error')
        const asked = wish.fields !== null || said !== undefined
        return { pool, table, field, expression, ...way, by: said?.by ?? null, asked, onMissing }
      })
    })
  })
}

/** What is not there is made, where a row is little more than its name; people are not. */
function unasked(relations: readonly Relation[], { parent }: Way): 'create' | 'leave' {
  const relation = relations.find(({ id }) => id === parent)
  const named = relation?.columns.some(({ name }) => ['name', 'title', 'label', 'slug'].includes(foldName(name)))
  const person = relation?.columns.some(({ name }) => foldName(name) === 'email' || foldName(name) === 'userid')
  const hangs = relation?.foreignKeys.some((key) => key.columns.some((name) => isRequired(relation, name)))
  return named && !person && !hangs ? 'create' : 'leave'
}

function byName(relation: Relation, relations: readonly Relation[], items: readonly Asset[]) {
  const columns = new Set(relation.columns.map(({ name }) => foldName(name)))
  return fieldsOf(items).flatMap(({ name, expression }) => {
    const own = relation.foreignKeys.some((key) => key.columns.some((column) => foldName(column) === foldName(name)))
    if (columns.has(foldName(name)) && !own) return []
    const way = wayOf(relation, relations, name)
    // Files list names in one text as well.
    return way === null
      ? []
      : [{ field: name, expression: way.join === null ? expression : `split(${expression})`, way }]
  })
}

/** A field is a column of a foreign key (`author_id`, or `author`), or a joined table (`tags`), or the table that joins (`post_tags`). */
function wayOf(relation: Relation, relations: readonly Relation[], field: string): Way | null {
  const folded = foldName(field)
  const plain = relation.columns.some(({ name }) => foldName(name) === folded)
  const single = relation.foreignKeys.filter((key) => key.columns.length === 1 && key.parent !== relation.id)
  const own = single.find(
    ({ columns: [column = ''] }) => foldName(column) === folded || (!plain && stemOf(column) === folded),
  )
  if (own !== undefined) return { link: own.name, parent: own.parent, join: null }
  if (plain) return null
  const joined = relations.flatMap((join) => waysThrough(relation, join, relations, folded))
  return joined.length === 1 ? (joined[0] as Way) : null
}

/** `author_id` is about an author. */
const stemOf = (column: string): string => foldName(column.replace(/_?(id|uuid|slug|key|code|email)$/i, ''))

/** A table that joins the pool's table with another one: a foreign key to each. */
function waysThrough(relation: Relation, join: Relation, relations: readonly Relation[], folded: string): Way[] {
  if (join.id === relation.id || join.kind === 'view' || join.kind === 'materialized') return []
  const back = keysTo(join, (key) => key.parent === relation.id)
  const there = keysTo(join, (key) => key.parent !== relation.id)
  const key = back[0]
  if (back.length !== 1 || key === undefined) return []
  return there.flatMap((other): Way[] => {
    const parent = relations.find(({ id }) => id === other.parent)
    if (parent === undefined || !parent.columns.some(({ name }) => names(name, null))) return []
    const isNamesake = isCalled(folded, parent.name)
    // Where more is joined (who added it), the row that is meant is called like the field, and the table like both.
    const fits =
      there.length === 1 ? isNamesake || isCalled(folded, join.name) : isNamesake && isOfBoth(join, relation, parent)
    return fits ? [{ link: other.name, parent: parent.id, join: { table: join.id, back: key.name } }] : []
  })
}

const isCalled = (folded: string, name: string): boolean => [folded, `${folded}s`].includes(foldName(name))

/** `post_tags` is of `posts` and `tags`, whatever else its rows lead to. */
function isOfBoth(join: Relation, ...both: readonly Relation[]): boolean {
  const name = foldName(join.name)
  return both.every((one) => name.includes(foldName(one.name).replace(/(ies|es|s)$/, '')))
}

/** Foreign keys of one column that every row has. */
const keysTo = (join: Relation, fits: (key: ForeignKey) => boolean): readonly ForeignKey[] =>
  join.foreignKeys.filter((key) => fits(key) && key.columns.length === 1 && isRequired(join, key.columns[0] as string))

const isRequired = ({ columns, primaryKey }: Relation, name: string): boolean =>
  columns.some((column) => column.name === name && column.notNull) || (primaryKey?.columns.includes(name) ?? false)
