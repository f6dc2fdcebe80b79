import type { DatabaseError } from '../../model/database.ts'
import { SeedError } from '../../model/seed-error.ts'

/** The connection is gone and did not come back. `after`: what is there now, as a sentence. */
export const connectionLost = (error: DatabaseError, after: string, exitCode: 1 | 2 = 2): SeedError =>
  new SeedError({
    code: 'connection-lost',
    message: `The connection to the database was lost and did not come back: ${error.message}`,
    next: `Make sure that the database is up, then run the command again. ${after}`.trim(),
    exitCode,
    cause: error,
  })
