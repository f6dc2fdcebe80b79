import { objectId, splitObjectId } from '../model/name.ts'

/** Two spellings of a table are one when these agree: `public.posts`, `"posts"` and `posts`. */
export function tableKey(name: string): string {
  const { schema, name: table } = splitObjectId(name)
  return objectId(schema, table)
}
