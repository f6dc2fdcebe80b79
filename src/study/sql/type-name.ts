import { objectId } from '../../model/name.ts'
import { list, strings, tree } from './tree.ts'

/** A type as an expression names it: internal name for built-in ones (`int4`, `_text`), id for others; with its modifiers. */
export interface TypeName {
  readonly name: string
  readonly modifiers: readonly number[]
}

/** Reads libpg-query's `TypeName`. Arrays of users' types get a leading underscore in the name, as Postgres does. */
export function typeName(node: unknown): TypeName {
  const fields = tree(node)
  const parts = strings(fields.names)
  const array = list(fields.arrayBounds).length > 0
  const [schema, last] =
    parts.length > 1 ? [parts.at(-2) as string, parts.at(-1) as string] : ['pg_catalog', parts[0] ?? '']
  const bare = array ? `_${last}` : last
  const name = schema === 'pg_catalog' ? bare : objectId(schema, bare)
  const modifiers = list(fields.typmods).map((one) => Number(tree(tree(tree(one).A_Const).ival).ival ?? 0))
  return { name, modifiers }
}
