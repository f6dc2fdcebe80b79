import { DatabaseError } from '../../model/database.ts'

/** Why rows were refused: the database's words, or ours where rows just did not arrive. */
export interface Refused {
  readonly why: string
  /** SQLSTATE; `dropped` where fewer rows arrived than were sent. */
  readonly code: string
}

/** Fewer rows arrived than were sent. */
export class Dropped extends Error {}

/** One line, as the database said it. */
export function refusedBy(error: DatabaseError | Dropped): Refused {
  const why = error.message.replaceAll(/\s+/g, ' ').trim()
  return { why, code: error instanceof DatabaseError ? error.code : 'dropped' }
}
