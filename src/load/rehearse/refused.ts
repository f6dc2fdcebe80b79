import { DatabaseError } from '../../model/database.ts'

/** Why rows were refused: the database's words, or ours where rows just did not arrive. */
export interface Refused {
  readonly why: string
  /** SQLSTATE; `dropped` where fewer rows arrived than were sent. */
  readonly code: string
  /** The unique key that would have been broken. */
  readonly unique?: string
}

/** Fewer rows arrived than were sent. */
export class Dropped extends Error {}

/** One line, as the database said it. */
export function refusedBy(error: DatabaseError | Dropped): Refused {
  const why = error.message.replaceAll(/\s+/g, ' ').trim()
  if (!(error instanceof DatabaseError)) return { why, code: 'dropped' }
  const { code, constraint } = error
  return { why, code, ...(code === '23505' && constraint !== undefined ? { unique: constraint } : {}) }
}

/** What says how rows must be, whoever writes them: keys, checks, types, things that are not there. */
const WHOEVER = /^(23505|23514|23P01|22\w{3}|42883|42P01|42703|42804)$/

/** May the refusal be a trigger's that asks who is signed in? */
export const mayAskWho = ({ code }: Refused): boolean => !WHOEVER.test(code)
