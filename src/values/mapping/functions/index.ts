import { files } from './files.ts'
import { kinds } from './kinds.ts'
import { lists } from './lists.ts'
import type { MappingFunction } from './mapping-function.ts'
import { moments } from './moments.ts'
import { texts } from './texts.ts'

/** Every function of the mapping language, by name; docs/assets.md has the same table. */
export const mappingFunctions: ReadonlyMap<string, MappingFunction> = new Map(
  Object.entries({ ...texts, ...lists, ...kinds, ...moments, ...files }),
)
