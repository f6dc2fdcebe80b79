import type { Catalog } from '../../model/catalog.ts'
import type { SignUp } from '../../model/framework-study.ts'
import type { SqlParser, TableStudy } from '../../model/study.ts'
import { metadataKeys } from './metadata-keys.ts'

/** What triggers on auth.users insert for a new user, read from their functions. */
export function signUpsOf(
  catalog: Catalog,
  tables: Readonly<Record<string, TableStudy>>,
  parser: SqlParser,
): readonly SignUp[] {
  return (tables['auth.users']?.effects ?? []).flatMap((effect) => {
    const info = catalog.functions.find(({ id }) => id === effect.function)
    const metadata = info === undefined ? [] : metadataKeys(info, 'raw_user_meta_data', parser)
    return effect.inserts
      .filter(({ table }) => catalog.relations.some(({ id }) => id === table))
      .map(({ table, columns, constants = {} }) => ({
        trigger: effect.trigger,
        function: effect.function,
        table,
        columns: [...new Set([...Object.keys(columns), ...Object.keys(constants)])].sort(),
        metadata,
      }))
  })
}
