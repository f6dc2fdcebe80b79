import type { Assets } from '../../../model/assets/assets.ts'
import { chosenItems } from '../../../model/chosen-items.ts'
import { nearest } from '../../../model/nearest.ts'
import type { Expression, Keys } from '../expression.ts'
import { followPath } from '../follow.ts'
import { isNothing } from '../is-nothing.ts'
import { MappingError } from '../mapping-error.ts'
import { hint } from './hint.ts'
import { PATH_ROOTS } from './path-of.ts'

/** At most so many names are listed. */
const LISTED = 12

/** Where a field may stand that is named without its root. */
const FIELD_ROOTS: readonly string[] = ['frontmatter', 'json', 'csv']

/** `random(authors.name)`: a value of another pool. @throws MappingError where it has no such field */
export function drawnOf(
  written: Keys,
  { number, column }: { readonly number: number; readonly column: number },
  assets: Assets,
): Expression {
  const [pool = '', ...keys] = written
  const name = String(pool)
  const problem = (message: string, expected: string, next: string): MappingError =>
    new MappingError({ message, expected, found: written.join('.'), next, column })
  if (!Object.hasOwn(assets.pools, name)) {
    const names = Object.keys(assets.pools)
    throw problem(
      `There is no asset pool ${name}.`,
      names.length === 0 ? 'an asset pool' : `one of ${names.join(', ')}`,
      hint(nearest(name, names), "random(pool.field) draws from another pool, random(['a', 'b']) from a list."),
    )
  }
  const [sheet] = assets.pools[name]?.sheets ?? []
  if (sheet !== undefined)
    throw problem(
      `The asset pool ${name} is too large to draw from: ${sheet.place} is read piece by piece.`,
      'a pool whose items can be held',
      `Put the ${keys.join('.')} of its items into a smaller file, and draw from that one.`,
    )
  if (keys.length === 0)
    throw problem(`Of the asset pool ${name} no field is named.`, `${name}.field`, `Write random(${name}.field).`)
  const ways = PATH_ROOTS.includes(String(keys[0])) ? [keys] : FIELD_ROOTS.map((root) => [root, ...keys])
  const path = ways.find((way) => chosenItems(assets, name).some((asset) => !isNothing(followPath(way, asset))))
  if (path !== undefined) return { kind: 'drawn', pool: name, keys: path, number, column }
  const fields = fieldsOf(assets, name)
  const near = nearest(String(keys[0]), fields)
  throw problem(
    `No item of the asset pool ${name} has ${keys.join('.')}.`,
    fields.length === 0 ? 'file.name' : `one of ${fields.slice(0, LISTED).join(', ')}`,
    hint(near === null ? null : `random(${name}.${near})`, 'Name a field that its items have.'),
  )
}

/** Names of the fields that the items of a pool have. */
function fieldsOf(assets: Assets, pool: string): string[] {
  const objects = chosenItems(assets, pool).flatMap(({ frontmatter, json, csv }) => [frontmatter, json, csv])
  return [
    ...new Set(
      objects.flatMap((one) =>
        typeof one === 'object' && one !== null && !Array.isArray(one) ? Object.keys(one) : [],
      ),
    ),
  ]
}
